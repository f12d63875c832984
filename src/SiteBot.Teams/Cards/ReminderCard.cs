using NodaTime;
using SiteBot.Procedures;
using SiteBot.Reminders;
using SiteBot.Teams.Actions;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>A duty that is owed: to its owner with done, later and hand on; to the head of the regional office with whom to call.</summary>
internal static class ReminderCard
{
    private static readonly int[] Hours = [2, 4, 24, 72];

    /// <summary>Draws the reminder.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="duty">One of its procedure's duties.</param>
    /// <param name="kind">One of <see cref="ReminderMessages.Duty"/>, <see cref="ReminderMessages.Lapses"/>, <see cref="ReminderMessages.Overdue"/>.</param>
    /// <param name="data">What the message carries.</param>
    /// <param name="reader">The id of who reads it, or null for a channel.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(
        CardDeck deck, Workplace workplace, Visit visit, Duty duty, string kind, ReminderData data, string? reader, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var clock = pen.Clock(visit, now);
        var owners = kind == ReminderMessages.Duty;
        var late = data.At <= now;
        var title = Pen.Capital(pen.Say(duty.Title));
        var headline = kind switch
        {
            ReminderMessages.Overdue => pen.Word("reminder.overdue", ("what", title)),
            ReminderMessages.Lapses => pen.Word("reminder.lapses", ("what", title)),
            _ => late ? pen.Word("reminder.overdue", ("what", title)) : title,
        };
        return pen.Draw("reminder", Pen.Dotted(headline, pen.About(visit)), card => card
            .Put("visit", visit.Id)
            .Put("duty", duty.Id)
            .Put("occasion", data.Occasion ?? "")
            .Put("kind", kind)
            .Head(late || kind == ReminderMessages.Overdue ? Tone.Attention : kind == ReminderMessages.Lapses ? Tone.Warning : Tone.Calm, headline, pen.About(visit))
            .Lines("lines", [owners ? pen.Say(duty.Ask) : pen.Word("reminder.to_head")])
            .Facts(
            [
                (pen.Word("label.provisions"), pen.Join(duty.Provisions)),
                (pen.Word("label.for_day"), Occasion(duty, data)),
                (pen.Word("label.until"), data.At is { } until ? clock.Say(until, now) : ""),
                (pen.Word("label.owner"), owners || data.Owner is null ? "" : pen.Person(data.Owner)),
                (pen.Word("label.passed_on"), data.PassedOnFrom is { } from ? pen.Name(from) : ""),
            ])
            .Presses(
                owners && reader is not null ? Presses(pen, visit, duty, data) : [],
                owners && reader is not null ? Questions(pen, visit, duty, data) : [],
                [owners ? null : pen.Call(workplace.Directory.FindPerson(data.Owner ?? visit.Lead))]));
    }

    private static string Occasion(Duty duty, ReminderData data) => duty.Every is Rhythm.Day or Rhythm.Week or Rhythm.Watch ? data.Occasion ?? "" : "";

    private static IEnumerable<CardButton> Presses(Pen pen, Visit visit, Duty duty, ReminderData data)
    {
        yield return (duty.When.Any(condition => condition.Name == "questions_open")
            ? new CardButton(pen.Word("press.questions"), CardVerbs.QuestionList, ("visit", visit.Id))
            : duty.Step is { } step
            ? new CardButton(pen.Word("press.tell"), CardVerbs.StepShow, ("visit", visit.Id), ("step", step))
            : new CardButton(pen.Word("press.done"), CardVerbs.DutyDone, Data(visit, duty, data))) with { Style = ButtonStyle.Positive };
        if (duty.Form is { } form)
        {
            yield return new CardButton(
                pen.Word("press.form", ("form", pen.Workplace.Standard.FindForm(form) is { } known ? pen.Say(known.Name) : form)), CardVerbs.FormProduce, ("visit", visit.Id), ("form", form), ("occasion", data.Occasion));
        }
    }

    private static IEnumerable<CardQuestion> Questions(Pen pen, Visit visit, Duty duty, ReminderData data)
    {
        yield return new CardQuestion(
            pen.Word("press.snooze"), new CardButton(pen.Word("press.snooze.confirm"), CardVerbs.DutySnooze, Data(visit, duty, data)),
            new CardField("f_hours", InputKind.Choice, pen.Word("label.hours"))
            {
                Choices = [.. Hours.Select(hours => ($"{hours}", pen.Word("hours", ("count", $"{hours}"))))], Value = "4", Error = pen.Word("error.required"),
            });
        yield return new CardQuestion(
            pen.Word("press.hand_on"), new CardButton(pen.Word("press.hand_on.confirm"), CardVerbs.DutyHandOn, Data(visit, duty, data)),
            Colleagues.OfOffice(pen, "f_to", pen.Word("label.to"), visit.Office, data.Owner is { } owner ? [owner] : []));
    }

    private static (string Name, string? Value)[] Data(Visit visit, Duty duty, ReminderData data) => [("visit", visit.Id), ("duty", duty.Id), ("occasion", data.Occasion)];
}
