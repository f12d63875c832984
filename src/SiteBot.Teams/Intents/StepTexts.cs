using System.Collections.Immutable;
using SiteBot.Procedures;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;
using SiteBot.Understanding;
using SiteBot.Visits;
using SiteBot.Visits.Short;

namespace SiteBot.Teams.Intents;

/// <summary>Texts that do what the checklist's buttons do: "备份好了 10.1.1.5:/bk 已校验", "1 3 5 done", a bare yes to the step that is asked, "continue".</summary>
internal sealed class StepTexts(ShortTexts shorts)
{
    /// <summary>Reads the message as something told of the visit that is worked on here.</summary>
    /// <returns>False where it is none of it.</returns>
    public bool Tell(Turn turn, Understood understood)
    {
        if (turn.Focus is not { } visit)
        {
            return false;
        }

        if (shorts.Read(turn.Incoming.Text, visit, turn.Workplace, turn.Now) is { } told)
        {
            Say(turn, visit, told);
            return true;
        }

        return understood.IsYes && Yes(turn, visit);
    }

    // A bare yes tells the step that is asked; where none is, it goes on with the walk.
    private static bool Yes(Turn turn, Visit visit)
    {
        if (turn.OpenStep(visit) is { } line)
        {
            StepTold.Say(turn, visit, line, TellStep.Decide(visit, new StepTelling(line.Step.Id) { Files = turn.Talk.Files }, turn.Workplace, turn.Now, turn.Person.Id));
            return true;
        }

        turn.WantsNext = turn.Walks(visit);
        return turn.WantsNext;
    }

    private static void Say(Turn turn, Visit visit, ShortTelling told)
    {
        if (told.Lines is [var line])
        {
            var telling = told.Telling with { Files = turn.FilesFor(visit, line.Step.Id) };
            StepTold.Say(turn, visit, line, Decided(turn, visit, telling));
            return;
        }

        var several = told.Decide(visit, turn.Workplace, turn.Now, turn.Person.Id);
        if (turn.Tell(visit, several.Decided) is { } refusal)
        {
            turn.Refuse(refusal);
            return;
        }

        var texts = turn.Workplace.Texts;
        turn.SayText(string.Join('\n',
        [
            .. several.Told.Select(one => texts.Get("turn.told", turn.Language, ("number", Number(one)), ("step", one.Step.Title.In(turn.Language)))),
            .. several.StillNeed.Select(one => texts.Get(
                "turn.needs", turn.Language, ("number", Number(one.Line)), ("step", one.Line.Step.Title.In(turn.Language)),
                ("needs", string.Join(turn.Language == Language.Zh ? "、" : ", ", one.Needs.Select(need => need.Label.In(turn.Language)))))),
            .. several.Refused.Select(one => $"{Number(one.Line)} {one.Refusal.Sentence.In(turn.Language)}"),
        ]));
        turn.FocusOn(visit);
        turn.WantsNext = turn.Walks(visit);
    }

    private static Decided Decided(Turn turn, Visit visit, StepTelling telling) => telling.Outcome == StepOutcome.DoesNotApply
        ? SkipStep.Decide(visit, telling.Step, Ledger.PrivateText.Of(telling.Values.GetValueOrDefault(StepTelling.Reason)), turn.Workplace, turn.Now, turn.Person.Id)
        : TellStep.Decide(visit, telling, turn.Workplace, turn.Now, turn.Person.Id);

    private static string Number(ChecklistLine line) => line.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
