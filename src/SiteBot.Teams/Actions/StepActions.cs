using System.Collections.Immutable;
using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Turns;
using SiteBot.Visits;

namespace SiteBot.Teams.Actions;

/// <summary>The checklist's buttons: show a step, done, no, does not apply, correct.</summary>
internal static class StepActions
{
    /// <summary>The verbs.</summary>
    public static IEnumerable<(string Verb, ActionHandler Handler)> All =>
    [
        (CardVerbs.StepShow, Show),
        (CardVerbs.StepDone, (turn, card, _) => Tell(turn, card, StepOutcome.Done)),
        (CardVerbs.StepNo, (turn, card, _) => Tell(turn, card, StepOutcome.Failed)),
        (CardVerbs.StepSkip, (turn, card, _) => Decide(turn, card, (visit, step) =>
            SkipStep.Decide(visit, step, PrivateText.Of(card["f_reason"]), turn.Workplace, turn.Now, turn.Person.Id))),
        (CardVerbs.StepWithdraw, (turn, card, _) => Decide(turn, card, (visit, step) =>
            WithdrawStep.Decide(visit, step, PrivateText.Of(card["f_reason"]), turn.Workplace, turn.Now, turn.Person.Id))),
    ];

    private static ValueTask Show(Turn turn, CardInput card, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn, card) is { } visit && Line(turn, visit, card) is { } line)
        {
            if (turn.Walks(visit))
            {
                turn.FocusOn(visit);
                turn.Talk = turn.Talk with { Chosen = line.Step.Id };
            }

            turn.SayBeside(StepCard.Draw(turn.Tools.Deck, turn.Workplace, visit, line, turn.Now, turn.Language));
        }

        return ValueTask.CompletedTask;
    }

    private static ValueTask Tell(Turn turn, CardInput card, StepOutcome outcome) => Decide(turn, card, (visit, step) =>
    {
        var telling = new StepTelling(step) { Outcome = outcome, Files = turn.FilesFor(visit, step) };
        var known = turn.ProcedureOf(visit).FindStep(step);
        foreach (var (name, value) in card.Inputs)
        {
            telling = telling.With(name, known?.FindField(name) is { Kind: FieldKind.Time } field ? ToldTime.Read(turn, visit, value, field.Ahead) : value);
        }

        return TellStep.Decide(visit, telling, turn.Workplace, turn.Now, turn.Person.Id);
    });

    private static ValueTask Decide(Turn turn, CardInput card, Func<Visit, string, Decided> decide)
    {
        if (ChosenVisit.Of(turn, card) is { } visit && Line(turn, visit, card) is { } line)
        {
            StepTold.Say(turn, visit, line, decide(visit, line.Step.Id));
        }

        return ValueTask.CompletedTask;
    }

    private static ChecklistLine? Line(Turn turn, Visit visit, CardInput card)
    {
        if (card["step"] is { } step && turn.ChecklistOf(visit).Find(step) is { } line)
        {
            return line;
        }

        turn.Tell(new Text("请看清单再选：没有这一项。", "Choose from the checklist: there is no such line."));
        return null;
    }
}
