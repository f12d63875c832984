using NodaTime;
using SiteBot.Reminders;
using SiteBot.Teams.Actions;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>What somebody owes, overdue first, each with what to press.</summary>
internal static class DueCard
{
    private const int Most = 10;

    /// <summary>Draws the list.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="due">What is due, in its order.</param>
    /// <param name="reader">The id of who reads it: what others owe has no presses.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, IReadOnlyCollection<DueLine> due, string reader, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var overdue = due.Count(line => line.Overdue);
        var title = due.Count == 0 ? pen.Word("due.none") : overdue > 0 ? pen.Word("due.overdue", ("count", $"{due.Count}"), ("overdue", $"{overdue}")) : pen.Word("due.title", ("count", $"{due.Count}"));

        Action<CardData> Fields(int most) => data => data
            .Head(due.Count == 0 ? Tone.Good : overdue > 0 ? Tone.Attention : Tone.Calm, title)
            .Lines("lines", due.Count == 0 ? [pen.Word("due.none.hint")] : [])
            .List("dues", due.Take(most), (to, line) => to
                .Put("late", line.Overdue)
                .Put("mark", pen.Word("due.late"))
                .Put("title", pen.Say(line.Title))
                .Put("note", Pen.Dotted(IsOwedBy(line, reader) ? null : pen.Names(line.Owners), Note(pen, line, now)))
                .Buttons("presses", Presses(pen, line, reader)))
            .Put("rest", due.Count > most ? pen.Word("more", ("count", $"{due.Count - most}")) : "")
            .Presses([new CardButton(pen.Word("press.help"), CardVerbs.Help)]);

        return pen.Draw("due", title, Fields(Most), Fields(4));
    }

    /// <summary>What a line is about, in one line.</summary>
    internal static string Note(Pen pen, DueLine line, Instant now)
    {
        var clock = pen.Clock(line.Site, null, now);
        return Pen.Dotted(
            pen.Join(line.Provisions), pen.Site(line.Site), line.Visit,
            line.Until is { } until ? pen.Word("due.until", ("at", clock.Say(until, now))) : pen.Word("since", ("at", clock.Say(line.Since, now))),
            line.PassedOnFrom is { } from ? pen.Word("due.passed_on", ("who", pen.Name(from))) : null);
    }

    private static IEnumerable<CardButton> Presses(Pen pen, DueLine line, string reader)
    {
        if (!IsOwedBy(line, reader))
        {
            yield break;
        }

        if (line.Request is { } request)
        {
            yield return new CardButton(pen.Word("press.consent.show"), CardVerbs.Refresh, ("card", "consent"), ("visit", line.Visit), ("request", request)) { Style = ButtonStyle.Positive };
            yield break;
        }

        // A duty's id and words are the same in every procedure that has it.
        var duty = pen.Workplace.Standard.Services.Select(service => pen.Workplace.Procedures.InForce(service.Id)?.FindDuty(line.Duty ?? "")).FirstOrDefault(known => known?.Title == line.Title);
        yield return (duty?.When.Any(condition => condition.Name == "questions_open") is true
            ? new CardButton(pen.Word("press.questions"), CardVerbs.QuestionList, ("visit", line.Visit))
            : duty?.Step is { } step
            ? new CardButton(pen.Word("press.tell"), CardVerbs.StepShow, ("visit", line.Visit), ("step", step))
            : new CardButton(pen.Word("press.done"), CardVerbs.DutyDone, ("visit", line.Visit), ("duty", line.Duty), ("occasion", line.Occasion))) with { Style = ButtonStyle.Positive };
        if (duty?.Form is { } form)
        {
            yield return new CardButton(pen.Word("press.form.short"), CardVerbs.FormProduce, ("visit", line.Visit), ("form", form), ("occasion", line.Occasion));
        }

        yield return new CardButton(pen.Word("press.later"), CardVerbs.DutySnooze, ("visit", line.Visit), ("duty", line.Duty), ("occasion", line.Occasion), ("f_hours", "4"));
    }

    private static bool IsOwedBy(DueLine line, string person) => line.Owners.Contains(person, StringComparer.OrdinalIgnoreCase);
}
