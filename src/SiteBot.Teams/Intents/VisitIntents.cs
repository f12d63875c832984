using SiteBot.Procedures;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;
using SiteBot.Understanding;
using SiteBot.Visits;

namespace SiteBot.Teams.Intents;

/// <summary>What people say about the visit they are in.</summary>
internal static class VisitIntents
{
    private const string FollowUpStep = "follow_up_call";
    private static readonly string[] AsText = ["文字", "文本", "text"];

    /// <summary>"Show my checklist", "what is left?"; "checklist text" where the network carries no cards.</summary>
    public static ValueTask Checklist(Turn turn, Understood understood, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn) is { } visit)
        {
            ChecklistSaid.Say(turn, visit, asText: AsText.Any(word => turn.Incoming.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>"Where am I?". A manager without a visit of their own sees what is open in the regional office.</summary>
    public static async ValueTask Status(Turn turn, Understood understood, CancellationToken cancellation)
    {
        if (turn.Mine.IsEmpty && turn.Person.Is(Directory.Role.OfficeHead) && turn.Person.Office is { } office)
        {
            await turn.ReadMore([], [VisitLabels.OpenIn(office)]).ConfigureAwait(false);
            turn.Say(OpenVisitsCard.Draw(turn.Tools.Deck, turn.Workplace, turn.Visits.Where(visit => visit.IsOpen), turn.Now, turn.Language));
            return;
        }

        if (ChosenVisit.Of(turn) is { } visit)
        {
            turn.Say(StatusCard.Draw(turn.Tools.Deck, turn.Workplace, visit, turn.Now, turn.Language));
            turn.Interrupted = false;
        }
    }

    /// <summary>"Ask the head for approval".</summary>
    public static ValueTask RequestApproval(Turn turn, Understood understood, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn) is { } visit)
        {
            ConsentsSaid.Ask(turn, visit, quietly: false);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>"Backup is done": the step that takes where, when and whether it was verified.</summary>
    public static ValueTask RecordBackup(Turn turn, Understood understood, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn) is { } visit)
        {
            Open(turn, visit, turn.ProcedureOf(visit).Steps.FirstOrDefault(step => step.Gives == "backup"));
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>"I called the customer, all runs well".</summary>
    public static ValueTask FollowUp(Turn turn, Understood understood, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn) is { } visit)
        {
            Open(turn, visit, turn.ProcedureOf(visit).FindStep(FollowUpStep));
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>"The work is done, close the visit": closed where nothing is owed, else what is.</summary>
    public static ValueTask Finish(Turn turn, Understood understood, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn) is not { } visit)
        {
            return ValueTask.CompletedTask;
        }

        // Who is still at the site leaves first, and is asked how.
        if (visit.IsOnSite && visit.Running is null)
        {
            turn.Say(LeaveCard.Draw(turn.Tools.Deck, turn.Workplace, visit, turn.Now, turn.Language, turn.Watcher));
            return ValueTask.CompletedTask;
        }

        var decided = CloseVisit.Decide(visit, turn.Workplace, turn.Now, turn.Person.Id);
        if (turn.Tell(visit, decided) is null)
        {
            turn.Say(StatusCard.Draw(turn.Tools.Deck, turn.Workplace, turn.Visit(visit.Id)!, turn.Now, turn.Language));
        }
        else
        {
            turn.Say(LedgerCard.Draw(turn.Tools.Deck, turn.Workplace, visit, turn.Now, turn.Language));
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>"What is due?".</summary>
    public static ValueTask Due(Turn turn, Understood understood, CancellationToken cancellation) => DueSaid.Say(turn);

    private static void Open(Turn turn, Visit visit, Step? step)
    {
        if (step is null || turn.ChecklistOf(visit).Find(step.Id) is not { } line)
        {
            ChecklistSaid.Say(turn, visit, asText: false);
            return;
        }

        turn.FocusOn(visit);
        turn.Talk = turn.Talk with { Chosen = line.Step.Id };
        turn.Interrupted = false;
        turn.Say(StepCard.Draw(turn.Tools.Deck, turn.Workplace, visit, line, turn.Now, turn.Language));
    }
}
