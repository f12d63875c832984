using SiteBot.Visits;

namespace SiteBot.Procedures;

/// <summary>Whether a phase waits for its operation: what comes after it (tests, leaving) makes no sense before. Starting works and leaving are no operations that end.</summary>
internal static class AwaitedOperation
{
    public static bool In(Visit visit, Phase phase)
    {
        if (phase.Gate is not { } gate || gate.Operation is "start_works" or "leave_site")
        {
            return false;
        }

        // Whichever the engineer names: where none is planned, nothing is waited for.
        var operation = gate.Operation ?? visit.Plan.Operation;
        return operation is not null and not "removable_media" && !visit.Operations.Any(run => run.EndedAt is not null && run.Operation != "removable_media");
    }
}
