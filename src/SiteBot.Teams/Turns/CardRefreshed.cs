using SiteBot.Escalation;
using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Reminders;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Messages;
using SiteBot.Visits;

namespace SiteBot.Teams.Turns;

/// <summary>A card as it is now: what an old message or an automatic refresh shows. Nothing is changed by looking.</summary>
internal static class CardRefreshed
{
    /// <summary>Says the card that the press names.</summary>
    public static async ValueTask Say(Turn turn, CardInput card, CancellationToken cancellation)
    {
        switch (card["card"])
        {
            case "consent" when ChosenVisit.Of(turn, card) is { } visit && visit.Consents.FirstOrDefault(known => known.Id == card["request"]) is { } request:
                turn.Say(ConsentCard.Draw(turn.Tools.Deck, turn.Workplace, visit, request, turn.Person.Id, turn.Now, turn.Language));
                break;
            case "alarm" when card["alarm"] is { } id && turn.Alarm(id) is { } alarm:
                if (alarm.Visit is { } of)
                {
                    await turn.ReadMore([StreamId.Visit(of)], []).ConfigureAwait(false);
                }

                turn.Say(AlarmCard.Draw(turn.Tools.Deck, turn.Workplace, alarm, turn.Person.Id, turn.Now, turn.Language));
                break;
            case "step" when ChosenVisit.Of(turn, card) is { } visit && turn.ChecklistOf(visit).Find(card["step"] ?? "") is { } line:
                turn.Say(StepCard.Draw(turn.Tools.Deck, turn.Workplace, visit, line, turn.Now, turn.Language));
                break;
            case "checklist" when ChosenVisit.Of(turn, card) is { } visit:
                turn.Say(ChecklistCard.Draw(turn.Tools.Deck, turn.Workplace, visit, turn.ChecklistOf(visit), turn.Now, turn.Language));
                break;
            case "reminder" when ChosenVisit.Of(turn, card) is { } visit && turn.ProcedureOf(visit).FindDuty(card["duty"] ?? "") is { } duty:
                turn.Say(Reminder(turn, card, visit, duty));
                break;
            case "duty" when ChosenVisit.Of(turn, card) is { } visit && card["duty"] is { } duty:
                turn.Say(DutyCard.Draw(turn.Tools.Deck, turn.Workplace, visit, duty, card["occasion"], turn.Person.Id, turn.Now, turn.Language));
                break;
            case "visit_channel" when ChosenVisit.Of(turn, card) is { } visit:
                turn.Say(VisitChannelCard.Draw(turn.Tools.Deck, turn.Workplace, visit, turn.Now, turn.Language, turn.Person.Id));
                break;
            case "operation" when ChosenVisit.Of(turn, card) is { } visit:
                turn.Say(OperationCard.Draw(turn.Tools.Deck, turn.Workplace, visit, turn.Now, turn.Language));
                break;
            default:
                if (!turn.HasAnswered && ChosenVisit.Of(turn, card) is { } other)
                {
                    turn.Say(StatusCard.Draw(turn.Tools.Deck, turn.Workplace, other, turn.Now, turn.Language));
                }

                break;
        }
    }
    // What is owed still keeps its presses; done, put off or handed on it says so.
    private static Card Reminder(Turn turn, CardInput card, Visit visit, Duty duty)
    {
        var line = WhatIsDue.Of([visit], null, turn.Workplace, turn.Now).FirstOrDefault(owed => owed.Duty == duty.Id && (card["occasion"] is null || owed.Occasion == card["occasion"]));
        var kind = card["kind"] is ReminderMessages.Lapses or ReminderMessages.Overdue ? card["kind"]! : ReminderMessages.Duty;
        var record = visit.Duties.GetValueOrDefault(duty.Id);
        var theirs = line?.Owners.Contains(turn.Person.Id, StringComparer.OrdinalIgnoreCase) is true;
        return line is null || record?.SnoozedUntil > turn.Now || (kind == ReminderMessages.Duty && !theirs)
            ? DutyCard.Draw(turn.Tools.Deck, turn.Workplace, visit, duty.Id, card["occasion"], turn.Person.Id, turn.Now, turn.Language)
            : ReminderCard.Draw(
                turn.Tools.Deck, turn.Workplace, visit, duty, kind,
                new ReminderData(visit.Id, duty.Id, line.Occasion, line.Owners.FirstOrDefault(), line.PassedOnFrom, At: line.Until), turn.Person.Id, turn.Now, turn.Language);
    }
}
