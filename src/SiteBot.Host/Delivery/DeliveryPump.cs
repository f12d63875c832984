using NodaTime;
using SiteBot.Outbox;

namespace SiteBot.Host.Delivery;

/// <summary>Drives delivery for local mode's doors. What it waits for it reads from the outbox, so that messages which another host delivers count as well.</summary>
internal sealed class DeliveryPump(
    OutboxDispatcher dispatcher, IOutbox outbox, IBusinessClock clock, DeliveryTally tally, IPlanning planning, TimeProvider time) : IDeliveryPump
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(10);

    public async ValueTask<Instant?> NextMoment(Instant after, CancellationToken cancellation)
    {
        var due = await outbox.NextDue(after, cancellation);
        var planned = planning.Next is { } next && next > after ? next : (Instant?)null;
        return due is null ? planned : planned is null || due < planned ? due : planned;
    }

    public ValueTask<DeliveryCount> UntilTried(Duration atMost, CancellationToken cancellation) => Until(lag => lag.Untried == 0, atMost, cancellation);

    public ValueTask<DeliveryCount> UntilSettled(Duration atMost, CancellationToken cancellation) => Until(lag => lag.Due == 0, atMost, cancellation);

    private async ValueTask<DeliveryCount> Until(Func<OutboxLag, bool> done, Duration atMost, CancellationToken cancellation)
    {
        var (began, delivered, failed) = (time.GetTimestamp(), tally.Delivered, tally.Failed);
        await planning.CatchUp(cancellation);
        while (true)
        {
            dispatcher.Look();
            var complete = done(await outbox.Lag(clock.Now, cancellation)) && !dispatcher.IsRecording;
            if (complete || time.GetElapsedTime(began) >= atMost.ToTimeSpan())
            {
                return new DeliveryCount(tally.Delivered - delivered, tally.Failed - failed, complete);
            }

            await Task.Delay(LookAgain, time, cancellation);
        }
    }
}
