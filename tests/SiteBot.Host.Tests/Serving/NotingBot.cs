using System.Collections.Concurrent;
using NodaTime;
using SiteBot.Outbox;

namespace SiteBot.Host.Tests.Serving;

/// <summary>Notes what it gets. The text "break" breaks its turn, "wait" holds it until <see cref="Go"/>.</summary>
internal sealed class NotingBot : IBot
{
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<string> Began { get; } = new();

    public ConcurrentQueue<string> Ended { get; } = new();

    /// <summary>Completes once a turn is held.</summary>
    public Task Waiting => _waiting.Task;

    public void Go() => _go.TrySetResult();

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var what = turnContext.Activity.Text ?? turnContext.Activity.Type!;
        Began.Enqueue(what);
        switch (what)
        {
            case "break":
                throw new InvalidOperationException("The bot broke.");
            case "wait":
                _waiting.TrySetResult();
                await _go.Task.WaitAsync(cancellationToken);
                break;
        }

        Ended.Enqueue(what);
    }
}

/// <summary>Takes each message and notes the moment of its delivery; a message of kind "fails" does not go through for good, one of kind "stuck" not now, one of kind "hangs" not until the host stops.</summary>
internal sealed class NotingDelivery : IMessageDelivery
{
    public ConcurrentQueue<(string Key, Instant At)> Delivered { get; } = new();

    public async ValueTask<DeliveryOutcome> Deliver(ClaimedMessage message, Instant now, CancellationToken cancellation)
    {
        if (message.Message.Kind == "hangs")
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }

        Delivered.Enqueue((message.Message.Key, now));
        return message.Message.Kind == "stuck" ? new DeliveryOutcome.Failed(FailureKind.Passing, "Not now.")
            : message.Message.Kind == "fails" ? new DeliveryOutcome.Failed(FailureKind.Permanent, "It fails.") : new DeliveryOutcome.Delivered(null);
    }
}
