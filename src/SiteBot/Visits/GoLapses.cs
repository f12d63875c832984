using System.Collections.Immutable;
using NodaTime;
using SiteBot.Gate;
using SiteBot.Gate.Running;

namespace SiteBot.Visits;

/// <summary>While an operation runs: the checks that a change of facts takes away, so that the go it began on has lapsed. The engineer hears it in the turn, or by a message.</summary>
public static class GoLapses
{
    /// <summary>What a change takes away; empty where nothing runs, or where nothing falls.</summary>
    public static ImmutableArray<RunningWarning> Of(VisitChange change, Workplace workplace, Instant now) => Of(change.Before, change.After, workplace, now);

    internal static ImmutableArray<RunningWarning> Of(Visit before, Visit after, Workplace workplace, Instant now)
    {
        if (before.Running is not { WithoutGo: null } run || after.Running is null || Wire.Read<OperationKind>(run.Operation) is not { } kind
            || workplace.Directory.FindSite(after.Site) is null)
        {
            return [];
        }

        return
        [
            .. RunningWarnings.ByFacts(VisitFacts.Of(before, kind, now, now, workplace), VisitFacts.Of(after, kind, now, now, workplace), workplace.Gate)
                // A change of data is what such an operation is for.
                .Where(warning => kind != OperationKind.DataChange || warning.Check != "backup"),
        ];
    }
}
