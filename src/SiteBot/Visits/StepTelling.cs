using System.Collections.Immutable;
using NodaTime;

namespace SiteBot.Visits;

/// <summary>What somebody tells of a step, from a card, a form or a short text.</summary>
/// <param name="Step">The step's id.</param>
public sealed record StepTelling(string Step)
{
    /// <summary>The key of who saw it, where no photo shows it.</summary>
    public const string Witness = "witness";

    /// <summary>The key of free words beside the fields.</summary>
    public const string Remark = "remark";

    /// <summary>The key of why a step does not apply.</summary>
    public const string Reason = "reason";

    /// <summary>Done, or failed: for a step that may be answered with no, that is the no.</summary>
    public StepOutcome Outcome { get; init; }

    /// <summary>What was told, by field: ids of choices, <c>yes</c> or <c>no</c>, times as ISO instants, else as written. Blank is not told.</summary>
    public ImmutableSortedDictionary<string, string> Values { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Hashes of photos and files, already kept.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>When it was done; null for the time told in its field <c>at</c>, else for the moment of telling.</summary>
    public Instant? HappenedAt { get; init; }

    /// <summary>The same with one more value; blank adds nothing.</summary>
    public StepTelling With(string field, string? value) =>
        string.IsNullOrWhiteSpace(value) ? this : this with { Values = Values.SetItem(field, value.Trim()) };

    internal string? Told(string field) => Values.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
