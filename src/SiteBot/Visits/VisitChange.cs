using System.Collections.Immutable;
using NodaTime;

namespace SiteBot.Visits;

/// <summary>A visit with facts that are decided and not yet kept. Values, so that a turn that meets a conflict begins anew from what it read.</summary>
/// <param name="Before">The visit as it was read.</param>
/// <param name="After">The visit with the new facts.</param>
/// <param name="Facts">The new facts, in order.</param>
public sealed record VisitChange(Visit Before, Visit After, ImmutableArray<VisitFact> Facts)
{
    /// <summary>No change yet.</summary>
    public static VisitChange Of(Visit visit) => new(visit, visit, []);

    /// <summary>True where facts were added.</summary>
    public bool HasFacts => !Facts.IsEmpty;

    /// <summary>One more fact.</summary>
    /// <param name="e">What.</param>
    /// <param name="happenedAt">When it happened; a moment after <paramref name="now"/> counts as now.</param>
    /// <param name="now">When it is told.</param>
    /// <param name="by">Who tells it; null for SiteBot itself.</param>
    public VisitChange Tell(VisitEvent e, Instant happenedAt, Instant now, string? by)
    {
        var fact = new VisitFact(e, Instant.Min(happenedAt, now), now, by);
        return this with { After = VisitFold.After(After, fact), Facts = Facts.Add(fact) };
    }

    /// <summary>Every fact that a verb decided; none where it was refused.</summary>
    /// <param name="decided">What it answered.</param>
    /// <param name="now">When it is told.</param>
    /// <param name="by">Who tells it; null for SiteBot itself.</param>
    public VisitChange Tell(Decided decided, Instant now, string? by) =>
        decided.Events.Aggregate(this, (change, e) => change.Tell(e, decided.HappenedAt ?? now, now, by));
}

/// <summary>What a verb of the domain answers: facts to tell, or a refusal with its sentence.</summary>
public readonly record struct Decided
{
    private readonly ImmutableArray<VisitEvent> _events;

    private Decided(ImmutableArray<VisitEvent> events, Refusal? refusal) => (_events, Refusal) = (events, refusal);

    /// <summary>Why not, or null.</summary>
    public Refusal? Refusal { get; }

    /// <summary>What happened; empty where refused, or where nothing new was told.</summary>
    public ImmutableArray<VisitEvent> Events => _events.IsDefault ? [] : _events;

    /// <summary>When it happened; null for the moment of telling.</summary>
    public Instant? HappenedAt { get; private init; }

    /// <summary>The same, as having happened at a moment; null for the moment of telling.</summary>
    public Decided At(Instant? happenedAt) => this with { HappenedAt = happenedAt };

    /// <summary>These facts.</summary>
    public static Decided Facts(params ImmutableArray<VisitEvent> events) => new(events, null);

    /// <summary>Not done.</summary>
    public static Decided Refused(string code, string zh, string en) => new([], new Refusal(code, new Text(zh, en)));

    /// <summary>Not done.</summary>
    public static implicit operator Decided(Refusal refusal) => new([], refusal);
}
