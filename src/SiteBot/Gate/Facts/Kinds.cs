namespace SiteBot.Gate;

/// <summary>The operations that the gate decides on; their checks stand in <c>dialogs/gate.yaml</c>.</summary>
public enum OperationKind
{
    /// <summary>Version upgrade.</summary>
    Upgrade,

    /// <summary>Cutover.</summary>
    Cutover,

    /// <summary>A test that may interrupt service.</summary>
    DisruptiveTest,

    /// <summary>A change of exchange data.</summary>
    DataChange,

    /// <summary>Any other operation that affects performance or service.</summary>
    ServiceAffecting,

    /// <summary>A hardware operation.</summary>
    Hardware,

    /// <summary>Powered commissioning.</summary>
    PowerOn,

    /// <summary>Read-only inspection.</summary>
    ReadOnly,

    /// <summary>A removable medium in a customer's computer.</summary>
    RemovableMedia,

    /// <summary>Start of installation works.</summary>
    StartWorks,

    /// <summary>Leaving the site for good.</summary>
    LeaveSite,
}

/// <summary>How the service runs.</summary>
public enum ServiceState
{
    /// <summary>Normally.</summary>
    Normal,

    /// <summary>Severely degraded.</summary>
    SeverelyDegraded,

    /// <summary>Interrupted.</summary>
    Interrupted,
}

/// <summary>What an approver or an expert said.</summary>
public enum Answer
{
    /// <summary>Yes.</summary>
    Approved,

    /// <summary>No.</summary>
    Rejected,
}

/// <summary>What the register says of a version (6.5-6).</summary>
public enum ReleaseStatus
{
    /// <summary>Released for all.</summary>
    Released,

    /// <summary>Released by the exceptional release process, under a number.</summary>
    Exceptional,

    /// <summary>Not released: nobody may use it.</summary>
    Unreleased,
}
