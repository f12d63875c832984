using NodaTime;
using SiteBot.Gate.Checks;

namespace SiteBot.Gate;

/// <summary>A check that passes now and will not for ever, though nobody changes a fact.</summary>
/// <param name="Check">The check's id.</param>
/// <param name="LastMoment">The last moment at which its evidence still counts.</param>
public sealed record EvidenceLapse(string Check, Instant LastMoment);

/// <summary>When evidence grows too old: the escort's report after 12 hours, the backup after the policy's hours.</summary>
public static class EvidenceLapses
{
    /// <summary>The lapses before <paramref name="until"/> (exclusive) of the checks that pass, the first to lapse first; with <see cref="Verdict.StartBy"/>, those that come before the last start.</summary>
    public static IReadOnlyList<EvidenceLapse> Before(Instant? until, Facts facts, Verdict verdict)
    {
        var it = new Case(facts);
        var lapses = new List<EvidenceLapse>();
        foreach (var check in verdict.Checks.Where(c => c.State == CheckState.Pass))
        {
            Instant? last = check.Id switch
            {
                "escort" => facts.Evidence.Escort?.At + Escort.Holds,
                "backup" when facts.Evidence.Backup?.At is { } at => BackupTaken.LastsUntil(it, at),
                _ => null,
            };
            if (last is { } moment && (until is null || moment < until))
            {
                lapses.Add(new EvidenceLapse(check.Id, moment));
            }
        }

        return [.. lapses.OrderBy(l => l.LastMoment)];
    }
}
