using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Procedures;
using SiteBot.Teams.Actions;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>One card a visit in its regional office's channel, changed in place: the phase, the checklist with who and when, what is owed, who is next.</summary>
internal static class VisitChannelCard
{
    private const int MostOwed = 8;

    /// <summary>Draws the visit as it stands; of a long one who told what is left out first, then what is done.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language; the regional office's where several read it.</param>
    /// <param name="reader">The id of who sees a view of their own, or null where several read it: then nobody gets presses.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, Instant now, Language language, string? reader = null)
    {
        var pen = new Pen(deck, workplace, language);
        var checklist = Checklist.Of(visit, workplace, now);
        var (tone, title) = StatusCard.Headline(pen, visit, checklist);
        var rows = new ChecklistRows(pen, visit, now);
        var clock = pen.Clock(visit, now);
        var current = visit.IsOpen ? checklist.CurrentPhase : null;
        var owed = ClosingLedger.Of(visit, workplace, now).Where(line => line.Kind != LedgerKind.Step || line.Overdue).ToList();
        (string, string)[] facts =
        [
            .. visit.IsOpen && checklist.Next is { } next
                ? [(pen.Word("label.next"), Pen.Dotted($"{next.Number} {pen.Say(next.Step.Title)}", pen.Names(next.Owners)))]
                : Array.Empty<(string, string)>(),
            .. VisitFactsShown.Of(pen, visit, now),
            (pen.Word("label.clock"), Windows.SiteTimeText.OffsetText(clock.Local(now).Offset)),
        ];

        Action<CardData> Fields(Func<ChecklistPhase, IEnumerable<ChecklistLine>> shown, bool who) => data => data
            .Put("visit", visit.Id)
            .Head(tone, title, pen.About(visit))
            .Lines("lines", visit.IsOpen ? (checklist.HoldsBack?.Guards ?? []).Take(2).Select(guard => pen.Say(guard.Why)) : [])
            .Facts(facts)
            .List("phases", visit.IsOpen ? checklist.Phases : [], (to, phase) => to
                .Put("id", $"phase_{phase.Phase.Id}")
                .Put("title", pen.Say(phase.Phase.Name))
                .Put("note", ChecklistCard.Note(pen, phase))
                .Put("open", phase == current)
                .Rows(shown(phase).Select(line => rows.Of(line, who))))
            .Sections(
                new CardSection(pen.Word("status.consents"), [.. visit.Consents.Where(request => request.State != ConsentState.Void).TakeLast(4).Select(request => ConsentRows.Of(pen, request, clock, now))]),
                new CardSection(pen.Word("channel.owed"), [.. owed.Take(MostOwed).Select(line => LedgerCard.Row(pen, visit, line, now))], owed.Count > MostOwed ? pen.Word("more", ("count", $"{owed.Count - MostOwed}")) : ""))
            .Presses(
                reader is null ? [] : Asked(visit, now).Where(request => ConsentRights.ToAnswer(request, visit, reader, now, workplace) is null).Take(2).Select((request, at) => new CardButton(
                    pen.Word("press.consent.show"), CardVerbs.Refresh, ("card", "consent"), ("visit", visit.Id), ("request", request.Id)) { Style = at == 0 ? ButtonStyle.Positive : ButtonStyle.Default }),
                calls: visit.IsOpen ? [pen.Call(workplace.Directory.FindPerson(visit.Lead))] : []);

        return pen.Draw(
            "visit_channel", Pen.Dotted(title, pen.About(visit)),
            Fields(phase => phase.Lines.Where(line => line.State != LineState.NotOwed && (line.State != LineState.AsNeeded || line.Record is not null)), true),
            Fields(phase => phase.Lines.Where(line => line.IsOwed), false),
            Fields(phase => phase == current ? phase.Lines.Where(line => line.IsOwed).Take(30) : [], false));
    }

    /// <summary>Who must act on it, the most pressing first: who is asked for a consent, who owes the next step, who leads it; nobody once it is over.</summary>
    internal static ImmutableArray<string> Viewers(Visit visit, Workplace workplace, Instant now) => !visit.IsOpen ? [] :
    [
        .. Asked(visit, now).SelectMany(request => request.AskedOf)
            .Concat(Checklist.Of(visit, workplace, now).Next is { } next ? next.Owners : [])
            .Append(visit.Lead).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static IEnumerable<ConsentRequest> Asked(Visit visit, Instant now) =>
        visit.Consents.Where(request => ConsentCard.Waits(visit, request, now));
}
