using NodaTime;
using SiteBot.Reminders;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>A duty after somebody did it, put it off or handed it on.</summary>
internal static class DutyCard
{
    /// <summary>Draws it.</summary>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, string duty, string? occasion, string reader, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var known = workplace.Procedures.Of(visit.Service, visit.Procedure).FindDuty(duty);
        var record = visit.Duties.GetValueOrDefault(duty);
        var clock = pen.Clock(visit, now);
        var line = WhatIsDue.Of([visit], null, workplace, now).FirstOrDefault(owed => owed.Duty == duty && (occasion is null || owed.Occasion == occasion));
        var said = line is null ? pen.Word("duty.done")
            : record?.SnoozedUntil is { } until && until > now ? pen.Word("duty.later", ("until", Pen.Moment(clock, until, now)))
            : record?.Owner is { } owner ? pen.Word("duty.handed", ("who", pen.Name(owner)))
            : pen.Word("duty.owed");
        var title = known is null ? duty : pen.Say(known.Title);
        return pen.Draw("duty", Pen.Dotted(title, pen.About(visit), said), data => data
            .Put("visit", visit.Id)
            .Put("duty", duty)
            .Put("occasion", occasion ?? "")
            .Head(line is null ? Tone.Good : Tone.Calm, title, pen.About(visit))
            .Lines("lines", [said])
            .Facts()
            .Presses(calls: line is not null && !line.Owners.Contains(reader, StringComparer.OrdinalIgnoreCase)
                ? line.Owners.Select(id => pen.Call(workplace.Directory.FindPerson(id))).OfType<CardCall>()
                : []));
    }
}
