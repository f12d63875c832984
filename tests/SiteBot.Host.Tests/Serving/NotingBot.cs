using System.Collections.Concurrent;
using NodaTime;
using SiteBot.Host.Delivery;
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

/// <summary>Delivers by noting, each message with the moment of its delivery; a message of kind "fails" is given up.</summary>
internal sealed class NotingPump(IOutbox outbox, IBusinessClock clock) : IDeliveryPump
{
    public ConcurrentQueue<(string Key, Instant At)> Delivered { get; } = new();

    public ValueTask<Instant?> NextMoment(Instant after, CancellationToken cancellation) => outbox.NextDue(after, cancellation);

    public ValueTask<DeliveryCount> UntilTried(Duration atMost, CancellationToken cancellation) => Deliver(cancellation);

    public ValueTask<DeliveryCount> UntilSettled(Duration atMost, CancellationToken cancellation) => Deliver(cancellation);

    private async ValueTask<DeliveryCount> Deliver(CancellationToken cancellation)
    {
        var (delivered, failed) = (0, 0);
        while (await outbox.Claim(clock.Now, "here", Duration.FromSeconds(30), 10, cancellation) is { Count: > 0 } claimed)
        {
            var reports = new List<DeliveryReport>();
            foreach (var (message, _, _) in claimed)
            {
                var fails = message.Kind == "fails";
                reports.Add(fails ? new DeliveryReport.GivenUp(message.Key, "It fails.") : new DeliveryReport.Sent(message.Key, null));
                (delivered, failed) = fails ? (delivered, failed + 1) : (delivered + 1, failed);
                Delivered.Enqueue((message.Key, clock.Now));
            }

            await outbox.Settle("here", reports, cancellation);
        }

        return new DeliveryCount(delivered, failed, true);
    }
}
