using System.Collections.Immutable;
using NodaTime;

namespace SiteBot.Escalation;

/// <summary>An alarm with facts that are decided and not yet kept.</summary>
/// <param name="Before">The alarm as it was read; version 0 for a new one.</param>
/// <param name="After">The alarm with the new facts.</param>
/// <param name="Facts">The new facts, in order; empty where nothing new was told.</param>
public sealed record AlarmChange(Alarm Before, Alarm After, ImmutableArray<AlarmFact> Facts)
{
    /// <summary>No change yet.</summary>
    public static AlarmChange Of(Alarm alarm) => new(alarm, alarm, []);

    /// <summary>True where facts were added.</summary>
    public bool HasFacts => !Facts.IsEmpty;

    /// <summary>One more fact, told and happened at <paramref name="now"/>.</summary>
    public AlarmChange Tell(AlarmEvent e, Instant now, string? by)
    {
        var fact = new AlarmFact(e, now, now, by);
        return this with { After = AlarmFold.After(After, fact), Facts = Facts.Add(fact) };
    }
}

/// <summary>What a verb on an alarm answers: a change (with no facts where that was told before), or a refusal with its sentence.</summary>
public readonly record struct AlarmDecided
{
    private AlarmDecided(AlarmChange? change, Refusal? refusal) => (Change, Refusal) = (change, refusal);

    /// <summary>What happened; null where refused.</summary>
    public AlarmChange? Change { get; }

    /// <summary>Why not, or null.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Not done.</summary>
    public static AlarmDecided Refused(string code, string zh, string en) => new(null, new Refusal(code, new Text(zh, en)));

    /// <summary>Decided so.</summary>
    public static implicit operator AlarmDecided(AlarmChange change) => new(change, null);

    /// <summary>Not done.</summary>
    public static implicit operator AlarmDecided(Refusal refusal) => new(null, refusal);
}
