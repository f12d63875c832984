namespace SiteBot.Gate;

/// <summary>What one check found.</summary>
/// <param name="State">How it came out.</param>
/// <param name="Reason">Why, the next step first.</param>
/// <param name="FixedBy">Who clears it, where that is not whom <c>dialogs/gate.yaml</c> names.</param>
/// <param name="Wanted">What must become true, to follow "if"; null where the check's own words do.</param>
internal readonly record struct Finding(CheckState State, Text Reason, FixedBy? FixedBy = null, Text? Wanted = null)
{
    public static Finding Pass(Text reason) => new(CheckState.Pass, reason);

    public static Finding Fail(Text reason, Text? wanted = null) => new(CheckState.Fail, reason, null, wanted);

    /// <summary>It fails now and waiting settles it.</summary>
    public static Finding NotYet(Text reason) => new(CheckState.Fail, reason, Gate.FixedBy.Time);

    public static Finding Missing(Text reason, Text? wanted = null) => new(CheckState.Missing, reason, null, wanted);

    public static Finding Waived(Text reason) => new(CheckState.Waived, reason);

    public static Finding NotApplicable(Text reason) => new(CheckState.NotApplicable, reason);

    /// <summary>Whether it applies and is not waived.</summary>
    public bool Counts => State is not (CheckState.Waived or CheckState.NotApplicable);

    public bool StandsInTheWay => State is CheckState.Fail or CheckState.Missing;
}
