using NodaTime;
using SiteBot.Host.Delivery;
using SiteBot.LocalChat;

namespace SiteBot.Host.Time;

/// <summary>What a move of the demo clock came to.</summary>
/// <param name="Now">The moment now.</param>
/// <param name="Delivered">Messages that this host handed to their channel since the last such answer.</param>
/// <param name="Failed">Attempts that failed since then.</param>
internal sealed record Passed(Instant Now, int Delivered, int Failed);

/// <summary>Lets a stretch of business time pass as it would by itself: from one due moment to the next, each with the clock at that moment and what it leads to done.</summary>
internal sealed class TimePassage(
    DemoClock clock, IDeliveryPump pump, DeliveryTally tally, LocalChatTraffic traffic, TimeProvider machine, IHostApplicationLifetime lifetime) : IDisposable
{
    /// <summary>The longest that a caller waits; a passage that lasts longer goes on without the caller.</summary>
    public static readonly Duration Patience = Duration.FromSeconds(30);

    // A moment is given this long before the next begins, and no longer than this without anything being delivered: what hangs in a channel, or waits behind what did
    // not go through, must not hold up time.
    private static readonly Duration _eachMoment = Duration.FromSeconds(20);
    private static readonly Duration _withoutNews = Duration.FromSeconds(2);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Lock _gate = new();
    private int _delivered;
    private int _failed;

    /// <summary>Moves the clock to <paramref name="moment"/>, or by <paramref name="forward"/> from where it stands once it is this move's turn.</summary>
    public async Task<Passed> Move(Instant? moment, Duration forward, CancellationToken cancellation)
    {
        await Wait(Pass(moment, forward), cancellation);
        return Told();
    }

    /// <summary>Waits until nothing that is due is left undelivered, or the patience is over.</summary>
    public async Task<Passed> Settle(CancellationToken cancellation)
    {
        var began = machine.GetTimestamp();
        await clock.Refresh(cancellation);
        await Wait(Quiet(), cancellation);
        while (Left(began, Patience) is var left && left > Duration.Zero)
        {
            var settled = await pump.UntilSettled(left, cancellation);
            if (!settled.Complete || traffic.InFlight == 0)
            {
                break;
            }

            await Wait(Quiet(), cancellation);
        }

        return Told();
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private async Task Pass(Instant? moment, Duration forward)
    {
        var stopping = lifetime.ApplicationStopping;
        await _one.WaitAsync(stopping);
        try
        {
            await Quiet();
            await clock.Refresh(stopping);
            var at = clock.Now;
            var end = moment ?? at + forward;
            await Tried(stopping);
            while (await pump.NextMoment(at, stopping) is { } next && next <= end)
            {
                at = next;
                await clock.Forward(next, stopping);
                await Tried(stopping);
            }

            await clock.Forward(end, stopping);
            await Quiet();
            await Tried(stopping);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task Tried(CancellationToken stopping)
    {
        var began = machine.GetTimestamp();
        while (await pump.UntilTried(_withoutNews, stopping) is { Complete: false, Delivered: > 0 } && Left(began, _eachMoment) > Duration.Zero)
        {
        }
    }

    // Turns under way belong to the moment in which they began.
    private async Task Quiet()
    {
        try
        {
            await traffic.Quiet(lifetime.ApplicationStopping).WaitAsync(_eachMoment.ToTimeSpan(), machine);
        }
        catch (TimeoutException)
        {
            // A turn that hangs has a time limit of its own.
        }
    }

    private async Task Wait(Task task, CancellationToken cancellation)
    {
        try
        {
            await task.WaitAsync(Patience.ToTimeSpan(), machine, cancellation);
        }
        catch (TimeoutException)
        {
            _ = task.ContinueWith(static late => _ = late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }

    private Duration Left(long began, Duration of) => of - Duration.FromTimeSpan(machine.GetElapsedTime(began));

    // What was delivered between two answers belongs to the later one, whoever woke delivery.
    private Passed Told()
    {
        lock (_gate)
        {
            var (delivered, failed) = (tally.Delivered, tally.Failed);
            var passed = new Passed(clock.Now, delivered - _delivered, failed - _failed);
            (_delivered, _failed) = (delivered, failed);
            return passed;
        }
    }
}
