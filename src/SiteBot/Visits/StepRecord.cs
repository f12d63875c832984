using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SiteBot.Ledger;

namespace SiteBot.Visits;

/// <summary>What was told of one step of the procedure. A later record of the same step replaces it; both stay in the visit's history.</summary>
/// <param name="Step">The step's id in the procedure.</param>
/// <param name="Outcome">Done, does not apply, or failed.</param>
/// <param name="Values">What was told, by field: ids, numbers, versions, places, times; nothing private.</param>
/// <param name="Private">Names, phones and free text, by field.</param>
/// <param name="Files">Hashes of the photos and files that show it.</param>
/// <param name="HappenedAt">When it was done.</param>
/// <param name="ToldAt">When SiteBot heard of it.</param>
/// <param name="By">The id of the person who told it.</param>
public sealed record StepRecord(
    string Step,
    StepOutcome Outcome,
    ImmutableSortedDictionary<string, string> Values,
    ImmutableSortedDictionary<string, PrivateText> Private,
    ImmutableArray<string> Files,
    Instant HappenedAt,
    Instant ToldAt,
    string By)
{
    /// <summary>The scope of the plan when it was told (<see cref="Approvals.PlannedScope.HashOf"/>): a consent of the customer counts for that plan only. Null where it was kept before scopes were.</summary>
    public string? Scope { get; init; }

    /// <summary>A told value, private or not, or null.</summary>
    public string? Value(string field, Language language = Language.En) =>
        Values.TryGetValue(field, out var value) ? value
        : Private.TryGetValue(field, out var text) ? text.In(language)
        : null;

    /// <summary>The moment told in a field of kind time; where it was left out, that of the step.</summary>
    public Instant MomentOf(string field) =>
        Values.TryGetValue(field, out var told) && InstantPattern.ExtendedIso.Parse(told) is { Success: true } parsed ? parsed.Value : HappenedAt;
}

/// <summary>How a step ended.</summary>
public enum StepOutcome
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>It does not apply here, with a reason.</summary>
    DoesNotApply,

    /// <summary>It was tried and failed, or the answer was no.</summary>
    Failed,
}
