namespace SiteBot.Gate;

/// <summary>What is to be done.</summary>
/// <param name="Kind">Which of the operations that the gate knows.</param>
public sealed record Operation(OperationKind Kind)
{
    /// <summary>The equipment's name, as the directory spells it.</summary>
    public string? Equipment { get; init => field = Blank.ToNull(value); }

    /// <summary>The version to go to.</summary>
    public string? TargetVersion { get; init => field = Blank.ToNull(value); }

    /// <summary>How long it takes, the time of a rollback included, 0 to 43,200; null where nobody said.</summary>
    public int? DurationMinutes { get; init; }

    /// <summary>Whether somebody called it major; see <see cref="IsMajor"/>.</summary>
    public bool? Major { get; init; }

    /// <summary>Why an upgrade, a cutover or a disruptive test is not major.</summary>
    public string? MinorReason { get; init => field = Blank.ToNull(value); }

    /// <summary>Whether the equipment is a third party's.</summary>
    public bool ThirdParty { get; init; }

    /// <summary>Whether the engineer is sure of the operation; unknown counts as not sure (5.5-1).</summary>
    public bool? EngineerIsSure { get; init; }

    /// <summary>Whether a tool was changed (6.3-11).</summary>
    public bool ToolChanged { get; init; }

    /// <summary>Whether a contractor does it (6.3-3).</summary>
    public bool ByContractor { get; init; }

    /// <summary>Whether hardware is handled (6.3-7).</summary>
    public bool HandlesHardware { get; init; }

    /// <summary>Whether it affects service; asked of hardware operations only.</summary>
    public bool AffectsService { get; init; } = true;

    /// <summary>Why a hardware operation does not affect service.</summary>
    public string? AffectsReason { get; init => field = Blank.ToNull(value); }

    /// <summary>Whether it is to restore the service.</summary>
    public bool RestoresService { get; init; }

    /// <summary>Whether it counts as major: upgrades, cutovers and disruptive tests do unless somebody gave the reason why not, others only where said.</summary>
    public bool IsMajor => Kind is OperationKind.Upgrade or OperationKind.Cutover or OperationKind.DisruptiveTest
        ? Major != false || MinorReason is null
        : Major == true;

    /// <summary>Whether it is a hardware operation of which somebody gave the reason why it affects no service.</summary>
    public bool LeavesServiceAlone => Kind == OperationKind.Hardware && !AffectsService && AffectsReason is not null;
}
