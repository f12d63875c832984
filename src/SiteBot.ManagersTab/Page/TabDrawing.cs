using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Escalation;
using SiteBot.Gate;
using SiteBot.Oversight;
using SiteBot.Outbox;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.ManagersTab.Page;

/// <summary>What an administrator sees of delivery.</summary>
/// <param name="GivenUp">Messages that were given up, the oldest first; one more than is shown where there are more.</param>
/// <param name="Unreached">Those without a way to them.</param>
internal sealed record DeskSighting(IReadOnlyList<OutboxEntry> GivenUp, ImmutableArray<Recipient> Unreached);

/// <summary>Draws what the page shows. Every list is cut to what a screen can bear, and says how long it is.</summary>
internal static class TabDrawing
{
    /// <summary>How many visits a page has.</summary>
    public const int PageLength = 25;

    private const int Most = 50;
    private const int MostDebts = 6;
    private const int MostProvisions = 12;
    private const string PageWords = "tab.page.";

    /// <summary>Draws it.</summary>
    /// <param name="sighting">What there is.</param>
    /// <param name="desk">What an administrator sees besides, or null.</param>
    /// <param name="page">Which page of visits, from 1; one that is not there means the nearest.</param>
    /// <param name="office">Only visits, alarms, consents and debts of this regional office; null for all.</param>
    public static TabAnswer Of(Sighting sighting, DeskSighting? desk, int page, string? office)
    {
        var pen = new TabPen(sighting.Workplace, sighting.Language, sighting.Now);
        var all = sighting.Overview;
        var part = office is null ? all : all.In(office, sighting.Now);
        return new TabAnswer(
            Minute(pen.Clock(null, sighting.Sight.Person.Office), sighting.Now), pen.Language.Code(), pen.Name(sighting.Sight.Person.Id), Scope(pen, sighting.Sight), Words(pen),
            Tiles(pen, part), sighting.Unreadable > 0 ? pen.Word("tab.unreadable", ("count", $"{sighting.Unreadable}")) : "",
            Visits(pen, part, page, office), List(part.Alarms, Most, alarm => Alarm(pen, alarm)), List(part.Consents, Most, consent => Consent(pen, consent)),
            List(part.People, Most, person => Person(pen, person)),
            [.. all.Offices.Take(Most * 2).Select(sum => new TabOffice(sum.Office, pen.Office(sum.Office), sum.Visits, sum.Troubled, sum.Running, sum.Overdue, sum.Alarms, sum.Unacknowledged, sum.Consents))],
            List(part.Provisions, MostProvisions, held => new TabProvision(held.Provision, pen.Workplace.Standard.TextOf(held.Provision) is { } text ? pen.Say(text) : "", held.Visits)),
            desk is null ? null : Desk(pen, desk));
    }

    // Seconds say nothing here.
    private static string Minute(SiteClock clock, Instant now) => clock.Say(Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 60 * 60), now);

    private static TabList<TOut> List<TIn, TOut>(ImmutableArray<TIn> all, int most, Func<TIn, TOut> draw) => new([.. all.Take(most).Select(draw)], all.Length);

    private static ImmutableSortedDictionary<string, string> Words(TabPen pen) => pen.Workplace.Texts.Keys.Where(key => key.StartsWith(PageWords, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(key => key[PageWords.Length..], key => pen.Word(key), StringComparer.Ordinal);

    private static string Scope(TabPen pen, Sight sight) =>
        sight.SeesAll ? pen.Word("tab.scope.all")
        : sight.SeesOthers ? pen.Join(sight.Offices.Order(StringComparer.Ordinal).Select(pen.Office).Concat(sight.Products.Order(StringComparer.Ordinal).Select(pen.Product)))
        : pen.Word("tab.scope.own");

    private static ImmutableArray<TabTile> Tiles(TabPen pen, Overview overview)
    {
        var alarms = overview.Alarms.Where(alarm => !alarm.Drill).ToList();
        return
        [
            Tile("alarms", "alarms", alarms.Count, alarms.Any(alarm => alarm.State == AlarmState.Open) ? TabTone.Attention : TabTone.Warning),
            Tile("troubled", "visits", overview.Visits.Count(one => one.Visit.ServiceState != ServiceState.Normal), TabTone.Attention),
            Tile("running", "visits", overview.Visits.Count(one => one.Visit.Running is not null), TabTone.Warning),
            Tile("consents", "consents", overview.Consents.Length, TabTone.Warning),
            Tile("overdue", "people", overview.People.SelectMany(person => person.Debts).Where(debt => debt.Overdue).Distinct().Count(), TabTone.Attention),
            Tile("visits", "visits", overview.Visits.Length, TabTone.Calm),
        ];

        TabTile Tile(string name, string part, int count, TabTone tone) => new(part, pen.Word($"tab.tile.{name}"), count, count == 0 ? TabTone.Calm : tone);
    }

    private static TabVisits Visits(TabPen pen, Overview overview, int page, string? office)
    {
        var pages = Math.Max(1, (overview.Visits.Length + PageLength - 1) / PageLength);
        var shown = Math.Clamp(page, 1, pages);
        return new TabVisits(
            office, overview.Visits.Length, shown, pages, [.. overview.Visits.Skip((shown - 1) * PageLength).Take(PageLength).Select(standing => VisitDrawing.Of(pen, standing))]);
    }

    private static TabAlarm Alarm(TabPen pen, Alarm alarm)
    {
        var clock = pen.Clock(alarm.Site, alarm.Office);
        var what = pen.Word($"alarm.{alarm.Trouble.Name()}");
        return new TabAlarm(
            alarm.Id, alarm.Drill ? pen.Word("alarm.drill", ("what", what)) : what,
            TabPen.Dotted(pen.Site(alarm.Site), alarm.Site is null ? pen.Office(alarm.Office) : null, alarm.Product is { } product ? pen.Product(product) : null, alarm.Visit),
            alarm.Drill ? TabTone.Calm : alarm.State == AlarmState.Open ? TabTone.Attention : TabTone.Warning,
            pen.Word(alarm is { State: AlarmState.Acknowledged, Owner: not null } ? "alarm.state.owned" : $"alarm.state.{alarm.State.Name()}"),
            [
                $"{pen.Word("label.since")} {clock.Say(alarm.Since ?? alarm.RoundAt, pen.Now)} · {pen.Age(alarm.Since ?? alarm.RoundAt)}",
                $"{pen.Word("label.there")} {pen.Name(alarm.Reports[^1].By)}",
                .. alarm is { AcknowledgedBy: { } by, AcknowledgedAt: { } at } ? [$"{pen.Word("label.acknowledged")} {pen.Name(by)} · {clock.Say(at, pen.Now)}"] : Array.Empty<string>(),
                .. alarm.Owner is { } owner ? [$"{pen.Word("label.looks_after")} {pen.Name(owner)}"] : Array.Empty<string>(),
                .. alarm.State == AlarmState.Open
                    ? [$"{pen.Word("label.told_people")} {pen.Names(alarm.ReachedBy(pen.Now))} · {pen.Word("tab.level", ("level", $"{alarm.LevelAt(pen.Now) + 1}"))}"]
                    : Array.Empty<string>(),
            ],
            pen.Phone(alarm.Reports[^1].By));
    }

    private static TabConsent Consent(TabPen pen, PendingConsent consent)
    {
        var (visit, request) = (consent.Visit, consent.Request);
        return new TabConsent(
            $"{visit.Id}/{request.Id}", TabPen.Capital(pen.Say(request.Role.Title())), TabPen.Dotted(pen.About(visit), pen.Site(visit.Site), visit.Id), pen.Names(consent.Owners),
            TabPen.Dotted(
                request.Urgent ? pen.Word("tab.urgent") : null, pen.Word("tab.window", ("at", pen.Clock(visit).SayStretch(request.Scope.From, request.Scope.To, pen.Now))),
                pen.Word("tab.asked", ("age", pen.Age(request.AskedAt)))),
            request.Urgent || consent.IsOverdueAt(pen.Now) ? TabTone.Attention : TabTone.Warning);
    }

    private static TabPerson Person(TabPen pen, PersonDebts person) => new(
        person.Person, pen.Name(person.Person),
        TabPen.Dotted(
            pen.Workplace.Directory.FindPerson(person.Person)?.Office is { } office ? pen.Office(office) : null, pen.Word("tab.oldest", ("age", pen.Age(person.Oldest)))),
        pen.Phone(person.Person), person.Debts.Length, person.Overdue,
        List(person.Debts, MostDebts, debt => new TabLine(
            TabPen.Capital(pen.Say(debt.Title)),
            TabPen.Dotted(pen.Join(debt.Provisions), pen.Site(debt.Visit.Site), debt.Visit.Id, VisitDrawing.Since(pen, debt.Since, debt.Overdue)),
            debt.Overdue ? TabTone.Attention : TabTone.Calm)));

    private static TabDesk Desk(TabPen pen, DeskSighting desk) => new(
        new TabList<TabLine>(
            [
                .. desk.GivenUp.Take(Most).Select(entry => new TabLine(
                    To(pen, entry.Message.To),
                    TabPen.Dotted(entry.Message.Kind, entry.Message.About.Value, pen.Age(entry.Message.DueAt), TabPen.Shown(entry.Reason)), TabTone.Warning)),
            ],
            desk.GivenUp.Count),
        List(desk.Unreached, Most, to => To(pen, to)));

    private static string To(TabPen pen, Recipient to) => to.IsChannel ? $"# {pen.Office(to.Id)}" : pen.Name(to.Id);
}
