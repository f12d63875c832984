using SiteBot.Escalation;
using SiteBot.Ledger;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Messages;

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
                ChecklistSaid.Say(turn, visit, asText: false);
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
}
