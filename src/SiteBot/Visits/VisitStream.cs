using System.Collections.Immutable;
using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Visits;

/// <summary>A visit's stream: how it is read into a visit and how new facts are written.</summary>
public static class VisitStream
{
    private static readonly StreamFold<Visit> Fold = new(
        VisitJson.Instance.Visit, stream => VisitFold.Begin(stream.Id), visit => visit.Version, (visit, recorded) => VisitFold.After(visit, Fact(recorded)));

    /// <summary>The visit of a stream that was read; null where the stream has no facts.</summary>
    /// <exception cref="UnknownFactException">The stream holds a kind of fact that this host does not know.</exception>
    public static Visit? Read(StreamView view) => view.Version == 0 ? null : Fold.Read(view);

    /// <summary>A recorded fact as the visit knows it.</summary>
    /// <exception cref="UnknownFactException">Its kind is not known here.</exception>
    public static VisitFact Fact(RecordedFact recorded) =>
        new(VisitKinds.All.FromFact(recorded), recorded.Fact.HappenedAt, recorded.Fact.ToldAt, recorded.Fact.By);

    /// <summary>What to keep so that <paramref name="before"/> becomes <paramref name="after"/>.</summary>
    public static StreamWrite Write(Visit before, Visit after, IReadOnlyList<VisitFact> facts) => new(
        after.Stream,
        before.Version,
        [.. facts.Select(fact => VisitKinds.All.ToFact(fact.Event, fact.HappenedAt, fact.ToldAt, fact.By))],
        Fold.Keep(after),
        VisitLabels.Of(after));
}

/// <summary>What a visit is found by.</summary>
public static class VisitLabels
{
    // A window of weeks is found by its first days.
    private const int MostDays = 4;

    /// <summary>Open visits that a person leads.</summary>
    public static string LedBy(string person) => "led-by/" + person;

    /// <summary>Open visits in which a person's consent is asked for or may be withdrawn.</summary>
    public static string ConsentOf(string person) => "consent-of/" + person;

    /// <summary>Open visits at a site.</summary>
    public static string At(string site) => "at/" + site;

    /// <summary>Open visits of a regional office.</summary>
    public static string OpenIn(string office) => "open-in/" + office;

    /// <summary>Ended visits of a regional office.</summary>
    public static string EndedIn(string office) => "ended-in/" + office;

    /// <summary>Open visits of a regional office whose window touches a day (UTC): what an operation that night may be in the way of.</summary>
    public static string PlannedOn(string office, LocalDate day) => $"planned/{office}/{day:uuuu'-'MM'-'dd}";

    /// <summary>The labels of all visits that are planned in the same days as <paramref name="visit"/> in its regional office and <paramref name="others"/>; empty where it has no window.</summary>
    public static ImmutableArray<string> NightsOf(Visit visit, params IEnumerable<string> others) => visit.Plan is { From: { } from, To: { } to } && from < to
        ?
        [
            .. Enumerable.Range(0, MostDays).Select(day => from.InUtc().Date.PlusDays(day)).TakeWhile(day => day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() < to)
                .SelectMany(day => others.Prepend(visit.Office).Distinct().Select(office => PlannedOn(office, day))),
        ]
        : [];

    /// <summary>The labels that <paramref name="visit"/> carries now.</summary>
    public static ImmutableArray<string> Of(Visit visit)
    {
        if (!visit.IsOpen)
        {
            return [EndedIn(visit.Office)];
        }

        var approvers = visit.Consents
            .Where(request => request.State is Approvals.ConsentState.Open or Approvals.ConsentState.Approved)
            .SelectMany(request => request.AskedOf)
            .Distinct();
        return [LedBy(visit.Lead), At(visit.Site), OpenIn(visit.Office), .. NightsOf(visit), .. approvers.Select(ConsentOf)];
    }
}
