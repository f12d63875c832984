using NodaTime;
using SiteBot.Escalation;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Reminders;
using SiteBot.Standing;
using SiteBot.Visits;

namespace SiteBot.Host.Delivery;

/// <summary>Reckons anew what every open visit, every open alarm and every regional office owes to tell, page by page.</summary>
/// <remarks>A turn that commits meanwhile reckons its own plan. A plan that was made from older facts could take its place: so each stream is looked at once more after its plan was
/// kept, and reckoned again where it had moved on.</remarks>
internal sealed partial class PlanReckoning(ILedger ledger, ILedgerArchive archive, ILogger<PlanReckoning> logger)
{
    private const int Page = 100;
    private const int Rounds = 5;

    // What fell due and was perhaps not claimed yet must not be lost to a plan that is reckoned in that moment.
    private static readonly Duration Behind = Duration.FromDays(2);

    /// <summary>Reckons all.</summary>
    /// <param name="workplace">The workplace in force.</param>
    /// <param name="since">Since when plans are kept: nothing is owed of before.</param>
    /// <param name="now">Business time.</param>
    /// <param name="cancellation">Gives up between two pages.</param>
    public async ValueTask Of(Workplace workplace, Instant since, Instant now, CancellationToken cancellation)
    {
        await Streams("open-in/", workplace, (stream, place) => VisitStream.Read(stream) is { } visit
            ? new PlanWrite(stream.Stream, Agenda.Of(visit, place.Procedures.Of(visit.Service, visit.Procedure), place, now)) : null, cancellation);
        await Streams("alarm-in/", workplace, (stream, place) => AlarmStream.Read(stream) is { } alarm
            ? new PlanWrite(stream.Stream, AlarmPlan.Of(alarm, place)) : null, cancellation);
        foreach (var office in workplace.Directory.Offices)
        {
            var digests = MorningDigest.Between(office, workplace, Instant.Max(since, now - Behind), now + Agenda.Ahead);
            await ledger.Commit(new Commit { Plans = [new PlanWrite(new StreamId("digest/" + office.Id), digests)] });
        }
    }

    private async ValueTask Streams(string label, Workplace workplace, Func<StreamView, Workplace, PlanWrite?> plan, CancellationToken cancellation)
    {
        string? after = null;
        IReadOnlyList<StreamId> page;
        do
        {
            page = await archive.Labelled(label, after, Page, cancellation);
            var left = page;
            for (var round = 0; left.Count > 0 && round < Rounds; round++)
            {
                left = await Planned(left, workplace, plan, cancellation);
            }

            after = page.Count == 0 ? after : page[^1].Value;
        }
        while (page.Count == Page);
    }

    // Returns the streams that moved on meanwhile.
    private async ValueTask<IReadOnlyList<StreamId>> Planned(
        IReadOnlyList<StreamId> streams, Workplace workplace, Func<StreamView, Workplace, PlanWrite?> plan, CancellationToken cancellation)
    {
        var read = await Read([.. streams, StreamId.Standing], cancellation);
        var place = workplace with { Standing = StandingStream.Read(read[StreamId.Standing]) };
        var plans = streams.Select(stream => Reckoned(read[stream], place, plan)).OfType<PlanWrite>().ToList();
        await ledger.Commit(new Commit { Plans = [.. plans] });
        var after = await Read([.. plans.Select(one => one.Stream)], cancellation);
        return [.. plans.Select(one => one.Stream).Where(stream => after[stream].Version != read[stream].Version)];
    }

    private PlanWrite? Reckoned(StreamView stream, Workplace place, Func<StreamView, Workplace, PlanWrite?> plan)
    {
        try
        {
            return plan(stream, place);
        }
        catch (UnknownFactException newer)
        {
            // The newer host reckons it.
            LogLeft(logger, newer, stream.Stream.Value);
            return null;
        }
    }

    private async ValueTask<Dictionary<StreamId, StreamView>> Read(IEnumerable<StreamId> streams, CancellationToken cancellation)
    {
        var view = await ledger.Read(new LedgerQuery(null, null, [.. streams], [], Snapshot.ShapeNow), cancellation);
        return view.Streams.ToDictionary(stream => stream.Stream);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What {Stream} owes was left as it is.")]
    private static partial void LogLeft(ILogger logger, Exception failure, string stream);
}
