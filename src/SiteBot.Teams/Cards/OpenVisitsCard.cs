using NodaTime;
using SiteBot.Reminders;
using SiteBot.Teams.Actions;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>The open visits of a regional office, for its head: where each stands and what it owes.</summary>
internal static class OpenVisitsCard
{
    private const int MostShown = 15;
    private const int MostPresses = 6;

    /// <summary>Draws it.</summary>
    public static Card Draw(CardDeck deck, Workplace workplace, IEnumerable<Visit> visits, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var open = visits.OrderByDescending(visit => visit.ServiceState).ThenBy(visit => visit.Plan.From ?? Instant.MaxValue).ThenBy(visit => visit.Id, StringComparer.Ordinal).ToList();
        return TextCard.Draw(
            pen, Tone.Calm, open.Count == 0 ? pen.Word("openvisits.none") : pen.Word("openvisits.title", ("count", open.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))), "",
            open.Take(MostShown).Select(visit => Line(pen, visit, now)), [],
            open.Take(MostPresses).Select(visit => new CardButton(ShownText.Name(visit.Id), CardVerbs.VisitStatus, ("visit", visit.Id))));
    }

    private static string Line(Pen pen, Visit visit, Instant now)
    {
        var phase = Procedures.Checklist.Of(visit, pen.Workplace, now).CurrentPhase;
        var due = WhatIsDue.Of([visit], null, pen.Workplace, now);
        return Pen.Dotted(
            pen.About(visit), pen.Name(visit.Lead), phase is null ? null : pen.Say(phase.Phase.Name),
            due.IsEmpty ? null : pen.Word("openvisits.owes", ("count", due.Length.ToString(System.Globalization.CultureInfo.InvariantCulture))));
    }
}
