namespace SiteBot.Procedures;

/// <summary>What conditions may look at: a visit as plain values. What nobody has said stands as the standard would have it when in doubt.</summary>
public sealed record ConditionContext
{
    /// <summary>The visit's engineer is a contractor's.</summary>
    public bool IsContractor { get; init; }

    /// <summary>The visit's engineer is of the product support center (6.1-3).</summary>
    public bool BySupportCentre { get; init; }

    /// <summary>The operation is major; the gate's default where nobody has said.</summary>
    public bool Major { get; init; }

    /// <summary>The equipment carries live service.</summary>
    public bool Live { get; init; } = true;

    /// <summary>The operation is to restore service.</summary>
    public bool Restoring { get; init; }

    /// <summary>Hardware is handled.</summary>
    public bool HandlesHardware { get; init; }

    /// <summary>A tool was changed.</summary>
    public bool ToolChanged { get; init; }

    /// <summary>The engineer is sure of the operation; null where nobody has said, which counts as not sure.</summary>
    public bool? EngineerIsSure { get; init; }

    /// <summary>An operation that changes something is planned: not a mere look.</summary>
    public bool ChangesSomething { get; init; } = true;

    /// <summary>Photos are allowed at the site; nobody having said, they are not.</summary>
    public bool PhotoAllowed { get; init; }

    /// <summary>Going online is allowed at the site; nobody having said, it is not.</summary>
    public bool OnlineAllowed { get; init; }

    /// <summary>A training took place.</summary>
    public bool TrainingTookPlace { get; init; }

    /// <summary>A cutover took place.</summary>
    public bool CutoverTookPlace { get; init; }

    /// <summary>There is a problem of the version.</summary>
    public bool VersionProblem { get; init; }

    /// <summary>Works stand still.</summary>
    public bool WorksStopped { get; init; }

    /// <summary>The stay at the site is longer than a week.</summary>
    public bool OverAWeek { get; init; }

    /// <summary>A question of the customer is open (4.4-12).</summary>
    public bool QuestionsOpen { get; init; }
}
