using NodaTime;
using SiteBot.Host.Delivery;
using SiteBot.LocalChat;

namespace SiteBot.Host.Time;

/// <summary>What a move of the demo clock came to.</summary>
/// <param name="Now">The moment now.</param>
/// <param name="Delivered">Messages handed to their channel meanwhile.</param>
/// <param name="Failed">Attempts that failed meanwhile.</param>
internal sealed record Passed(Instant Now, int Delivered, int Failed);

/// <summary>Lets a stretch of business time pass as it would by itself: from one due moment to the next, each with the clock at that moment and what it leads to done.</summary>
internal sealed class TimePassage(DemoClock clock, IDeliveryPump pump, LocalChatTraffic traffic, TimeProvider machine, IHostApplicationLifetime lifetime) : IDisposable
{
    /// <summary>The longest that a caller waits; a passage that lasts longer goes on without the caller.</summary>
    public static readonly Duration Patience = Duration.FromSeconds(30);

    // A pass over one moment is given this long before the next begins: what hangs in a channel must not hold up time.
    private static readonly Duration _eachMoment = Duration.FromSeconds(20);

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Moves the clock to <paramref name="moment"/>, or by <paramref name="forward"/> from where it stands once it is this move's turn.</summary>
    public async Task<Passed> Move(Instant? moment, Duration forward, CancellationToken cancellation)
    {
        var count = new Count();
        var passage = Pass(moment, forward, count);
        await Wait(passage, cancellation);
        return count.At(clock.Now);
    }

    /// <summary>Waits until nothing that is due is left undelivered, or the patience is over.</summary>
    public async Task<Passed> Settle(CancellationToken cancellation)
    {
        var count = new Count();
        var began = machine.GetTimestamp();
        await clock.Refresh(cancellation);
        await Wait(Quiet(), cancellation);
        while (Left(began) is var left && left > Duration.Zero)
        {
            var settled = await pump.UntilSettled(left, cancellation);
            count.Add(settled);
            if (!settled.Complete || traffic.InFlight == 0)
            {
                break;
            }

            await Wait(Quiet(), cancellation);
        }

        return count.At(clock.Now);
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private async Task Pass(Instant? moment, Duration forward, Count count)
    {
        var stopping = lifetime.ApplicationStopping;
        await _one.WaitAsync(stopping);
        try
        {
            await Quiet();
            await clock.Refresh(stopping);
            var at = clock.Now;
            var end = moment ?? at + forward;
            count.Add(await pump.UntilTried(_eachMoment, stopping));
            while (await pump.NextMoment(at, stopping) is { } next && next <= end)
            {
                at = next;
                await clock.Forward(next, stopping);
                count.Add(await pump.UntilTried(_eachMoment, stopping));
            }

            await clock.Forward(end, stopping);
            await Quiet();
            count.Add(await pump.UntilTried(_eachMoment, stopping));
        }
        finally
        {
            _one.Release();
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

    private Duration Left(long began) => Patience - Duration.FromTimeSpan(machine.GetElapsedTime(began));

    private sealed class Count
    {
        private int _delivered;
        private int _failed;

        public void Add(DeliveryCount more)
        {
            Interlocked.Add(ref _delivered, more.Delivered);
            Interlocked.Add(ref _failed, more.Failed);
        }

        public Passed At(Instant now) => new(now, Volatile.Read(ref _delivered), Volatile.Read(ref _failed));
    }
}
