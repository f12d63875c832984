using NodaTime;
using SiteBot.Procedures;
using SiteBot.Visits;

namespace SiteBot.Gate.Asking;

/// <summary>What the gate decides leaving the site from. The question and the act go by this one: whoever is told "you may leave" may, and whoever is not hears the same reasons.</summary>
internal static class LeavingFacts
{
    private const string ServiceRuns = "6.3-10", Watched = "5.4-5", ClearedUp = "6.3-12", TrainingSigned = "6.4-2";

    /// <summary>The facts of leaving in the way that was said.</summary>
    /// <param name="facts">The visit's own.</param>
    /// <param name="setting">The visit.</param>
    /// <param name="how">For the night, handed over, or for good.</param>
    /// <param name="isWatched">True where a named colleague stays or watches.</param>
    /// <remarks>
    /// Who comes back tomorrow, or leaves a colleague in their place, has neither the training record signed (6.4-2) nor cleared up for the end (6.3-12) yet; what was told to be wrong stays wrong.
    /// That the service runs, the record of its state says meanwhile (6.3-10): while it does not, nobody leaves. The watch after a cutover (5.4-5) is left to a named colleague alone.
    /// </remarks>
    public static Facts Of(Facts facts, VisitSetting setting, LeavingMode how, bool isWatched)
    {
        var told = facts.Evidence.Provisions.ToDictionary(StringComparer.Ordinal);
        if (how != LeavingMode.ForGood)
        {
            told[TrainingSigned] = NotAsked;
            foreach (var provision in (string[])[ClearedUp, ServiceRuns])
            {
                if (told.GetValueOrDefault(provision) is not { Confirmed: false })
                {
                    told[provision] = NotAsked;
                }
            }
        }

        if (isWatched)
        {
            told[Watched] = NotAsked;
        }
        else if (Watch.Owed(setting, Watched) is not null)
        {
            told.Remove(Watched);
        }

        foreach (var provision in setting.Workplace.Gate.For(OperationKind.LeaveSite).Provisions.Where(provision => !IsOwed(setting.Procedure, provision)))
        {
            told[provision] = NotAsked;
        }

        return facts with { Evidence = facts.Evidence with { Provisions = told } };
    }

    private static ProvisionEvidence NotAsked { get; } = new(null, false);

    // The gate's list for leaving is one for all services: what does not bind this one is nobody's to confirm.
    private static bool IsOwed(Procedure procedure, string provision) =>
        procedure.Steps.Any(step => step.Provisions.Contains(provision)) || procedure.Phases.Any(phase => phase.Guard.Contains(provision))
        || procedure.Duties.Any(duty => duty.Provisions.Contains(provision));
}
