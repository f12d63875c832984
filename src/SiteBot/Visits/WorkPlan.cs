using NodaTime;

namespace SiteBot.Visits;

/// <summary>What is to be done and when: the scope that consents are given for, and what the gate asks of the operation.</summary>
public sealed record WorkPlan
{
    /// <summary>Nothing planned yet.</summary>
    public static WorkPlan Empty { get; } = new();

    /// <summary>The operation's id in <c>gate.yaml</c>; null where the visit has none yet.</summary>
    public string? Operation { get; init; }

    /// <summary>The equipment's id in the directory, or as it was told.</summary>
    public string? Equipment { get; init; }

    /// <summary>The product's id in the directory.</summary>
    public string? Product { get; init; }

    /// <summary>The version that runs now.</summary>
    public string? CurrentVersion { get; init; }

    /// <summary>The version that is to run.</summary>
    public string? TargetVersion { get; init; }

    /// <summary>The number of an exceptional release (6.5-6), or null.</summary>
    public string? ExceptionalRelease { get; init; }

    /// <summary>The window's start, inclusive.</summary>
    public Instant? From { get; init; }

    /// <summary>The window's end, exclusive.</summary>
    public Instant? To { get; init; }

    /// <summary>How long it takes, the time of a rollback included; 0 to 43,200.</summary>
    public int? DurationMinutes { get; init; }

    /// <summary>Whether it is a major operation; null takes the gate's default.</summary>
    public bool? Major { get; init; }

    /// <summary>Why an upgrade, a cutover or a disruptive test is not major.</summary>
    public string? MinorReason { get; init; }

    /// <summary>The equipment is a third party's (6.5-5).</summary>
    public bool ThirdParty { get; init; }

    /// <summary>The engineer is sure of the operation (5.5-1); null where nobody has said.</summary>
    public bool? EngineerIsSure { get; init; }

    /// <summary>A tool was changed (6.3-11).</summary>
    public bool ToolChanged { get; init; }

    /// <summary>Hardware is handled (6.3-7).</summary>
    public bool HandlesHardware { get; init; }

    /// <summary>Whether service is affected; null takes the gate's default.</summary>
    public bool? AffectsService { get; init; }

    /// <summary>Why service is not affected.</summary>
    public string? AffectsReason { get; init; }

    /// <summary>The operation is to restore service (6.5-2).</summary>
    public bool RestoresService { get; init; }

    /// <summary>The equipment carries live service; null takes the gate's default.</summary>
    public bool? Live { get; init; }

    /// <summary>Alarms that are part of the plan, as told.</summary>
    public string? AlarmsToExpect { get; init; }
}
