using NodaTime;
using SiteBot.Host.Settings;
using SiteBot.Ledger;
using SiteBot.Storage;
using SiteBot.Visits;

namespace SiteBot.Host.Workers;

/// <summary>Clears away each day what has served its time: handled activities, settled messages, dialog states, photos, and names, numbers and free text of visits that ended
/// long ago. Facts and decisions stay, and the chain holds.</summary>
internal sealed partial class Retention(
    Func<Duration, CancellationToken, ValueTask<Pruned>> prune, IEvidenceFiles files, ILedger ledger, ILedgerArchive archive, IBusinessClock clock, SiteBotOptions options,
    TimeProvider machine, ILogger<Retention> log) : PacedWork(TimeSpan.FromMinutes(1), TimeSpan.FromDays(1), machine, log)
{
    private const int Page = 100;
    private const string Photos = "image/";

    /// <inheritdoc />
    public override async Task Once(CancellationToken stopping)
    {
        var pruned = await prune(Duration.FromDays(options.Retention.TurnDays), stopping);
        var photos = await files.DeleteBefore(clock.Now - Duration.FromDays(options.Retention.PhotoDays), Photos, stopping);
        var blanked = await Blank(clock.Now - Duration.FromDays(options.Retention.NameDays), stopping);
        Cleared(log, pruned.Turns, pruned.Messages, pruned.Dialogs, photos, blanked);
    }

    private async Task<int> Blank(Instant endedBefore, CancellationToken stopping)
    {
        var blanked = 0;
        string? after = StreamId.Visit("").Value;
        while (await archive.Heads(after, Page, stopping) is { Count: > 0 } heads && heads[0].Stream.Noun == "visit")
        {
            var visits = heads.Select(head => head.Stream).Where(stream => stream.Noun == "visit");
            var view = await ledger.Read(new LedgerQuery(null, null, [.. visits], [], Snapshot.ShapeNow), stopping);
            foreach (var stream in view.Streams.Where(stream => VisitStream.Read(stream)?.EndedAt < endedBefore))
            {
                blanked += await Blank(stream.Stream, stopping);
            }

            after = heads[^1].Stream.Value;
        }

        return blanked;
    }

    private async Task<int> Blank(StreamId stream, CancellationToken stopping)
    {
        var places = new List<PrivatePlace>();
        await foreach (var fact in archive.Facts(stream, 1, stopping))
        {
            places.AddRange(fact.Fact.Private.Where(value => value.Value is not null).Select(value => new PrivatePlace(stream, fact.Sequence, value.Key)));
        }

        return await archive.Blank(places, stopping);
    }

    [LoggerMessage(LogLevel.Information, "Cleared away {Turns} handled activities, {Messages} settled messages, {Dialogs} dialog states, {Photos} photos and {Values} private values.")]
    private static partial void Cleared(ILogger log, int turns, int messages, int dialogs, int photos, int values);
}
