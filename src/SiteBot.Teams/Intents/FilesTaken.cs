using SiteBot.EvidenceFiles;
using SiteBot.Procedures;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;
using SiteBot.Visits;

namespace SiteBot.Teams.Intents;

/// <summary>Photos and files that came along: kept already, they belong to the step that is asked or opened.</summary>
internal static class FilesTaken
{
    /// <summary>Takes the files of the turn; what is wrong or doubtful about them is said.</summary>
    /// <returns>True where something was said that needs no further answer to an empty text.</returns>
    public static bool Take(Turn turn)
    {
        foreach (var refused in turn.Uploads.Where(upload => upload.Refusal is not null))
        {
            turn.Refuse(refused.Refusal!);
        }

        var kept = turn.Uploads.Where(upload => upload.Hash is not null).ToList();
        if (kept.Count == 0)
        {
            return turn.HasAnswered;
        }

        if (turn.Focus is not { } visit)
        {
            _ = ChosenVisit.Of(turn);
            return true;
        }

        foreach (var doubt in kept.SelectMany(upload => EvidenceDoubts.Of(upload.Hash!, upload.File!, visit, turn.Visits, turn.Workplace, turn.Now)))
        {
            turn.SayText(doubt.Sentence.In(turn.Language));
        }

        turn.Talk = turn.Talk with { Files = [.. turn.Talk.Files, .. kept.Select(upload => upload.Hash!)] };
        if (turn.Incoming.Text.Length == 0)
        {
            SayWhereTo(turn, visit);
        }

        return true;
    }

    private static void SayWhereTo(Turn turn, Visit visit)
    {
        if (turn.OpenStep(visit) is not { } line)
        {
            turn.SayText(turn.Workplace.Texts.Get("file.whose", turn.Language));
            ChecklistSaid.Say(turn, visit, asText: false);
            return;
        }

        // A step that asks for nothing but the photo is done with it.
        var telling = new StepTelling(line.Step.Id) { Files = turn.Talk.Files };
        var decided = TellStep.Decide(visit, telling, turn.Workplace, turn.Now, turn.Person.Id);
        if (line.Step.Evidence == Procedures.Evidence.Photo && decided.Refusal is null)
        {
            StepTold.Say(turn, visit, line, decided);
            return;
        }

        turn.SayText(turn.Workplace.Texts.Get("file.kept", turn.Language, ("step", line.Step.Title.In(turn.Language))));
        turn.Say(StepCard.Draw(turn.Tools.Deck, turn.Workplace, visit, line, turn.Now, turn.Language));
    }
}
