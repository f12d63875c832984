using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;
using SiteBot.Visits;
using SiteBot.Visits.Short;

namespace SiteBot.Teams.Intents;

/// <summary>Texts that do what the cards of the operation, of leaving, of duties and of handing over do: "开始升级", "rolled back", "撤离现场", "日报写了", "hand over to Sun Bo".</summary>
internal sealed class OperationTexts(ShortActs acts)
{
    /// <summary>Does what the message says.</summary>
    /// <returns>False where it is none of it.</returns>
    public async ValueTask<bool> Tell(Turn turn)
    {
        if (turn.Focus is not { } visit || acts.Read(turn.Incoming.Text, visit, turn.Workplace) is not { } act)
        {
            return false;
        }

        turn.FocusOn(visit);
        switch (act)
        {
            case ShortAct.Begin:
                await OperationSaid.Begin(turn, visit, null, (asking, others) => StartOperation.Decide(asking, turn.Workplace, others)).ConfigureAwait(false);
                break;
            case ShortAct.End end:
                Say(turn, visit, EndOperation.Decide(visit, null, end.Outcome, end.OpenIssues, null, turn.Person.Id, turn.Now, turn.Workplace), OperationSaid.Ended);
                break;
            case ShortAct.Leave leave:
                await OperationSaid.Leave(turn, visit, leave.How, null).ConfigureAwait(false);
                break;
            case ShortAct.Duty duty:
                var done = DoDuty.Decide(visit, duty.Id, null, duty.Note, turn.Workplace, turn.Now, turn.Person.Id);
                Say(turn, visit, done, (turn, after) => turn.SayText(turn.Workplace.Texts.Get(
                    "turn.duty", turn.Language, ("duty", turn.ProcedureOf(after).FindDuty(duty.Id)!.Title.In(turn.Language)),
                    ("occasion", done.Events.OfType<VisitEvent.DutyDone>().FirstOrDefault()?.Occasion ?? ""))));
                break;
            case ShortAct.Answer answer:
                Say(turn, visit, AnswerQuestion.Decide(visit, answer.Id, answer.Said, turn.Workplace, turn.Now, turn.Person.Id), static (turn, after) =>
                    turn.Say(QuestionsCard.Draw(turn.Tools.Deck, turn.Workplace, after, turn.Now, turn.Language)));
                break;
            case ShortAct.HandOver to:
                Say(turn, visit, HandOver.Decide(visit, to.To, null, turn.Workplace, turn.Now, turn.Person.Id), static (turn, after) =>
                    turn.Say(StatusCard.Draw(turn.Tools.Deck, turn.Workplace, after, turn.Now, turn.Language)));
                break;
        }

        return true;
    }

    private static void Say(Turn turn, Visit visit, Decided decided, Action<Turn, Visit> say)
    {
        if (turn.Tell(visit, decided) is { } refusal)
        {
            turn.Refuse(refusal);
            return;
        }

        say(turn, turn.Visit(visit.Id)!);
    }
}
