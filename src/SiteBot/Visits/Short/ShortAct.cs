using SiteBot.Ledger;

namespace SiteBot.Visits.Short;

/// <summary>What a short text does with the operation or the visit itself. Whether it may be done, its verb decides.</summary>
public abstract record ShortAct
{
    /// <summary>The operation begins.</summary>
    public sealed record Begin : ShortAct;

    /// <summary>The operation that runs ended.</summary>
    /// <param name="Outcome">How.</param>
    /// <param name="OpenIssues">What is left open, or null.</param>
    public sealed record End(OperationOutcome Outcome, PrivateText? OpenIssues) : ShortAct;

    /// <summary>The engineer leaves the site.</summary>
    /// <param name="How">For the night or for good.</param>
    public sealed record Leave(LeavingMode How) : ShortAct;

    /// <summary>A duty that no line of the checklist meets was done, the oldest that is owed.</summary>
    /// <param name="Id">The duty's id.</param>
    /// <param name="Note">What was done or seen, or null.</param>
    public sealed record Duty(string Id, PrivateText? Note) : ShortAct;

    /// <summary>A question of the customer, or a problem, was answered.</summary>
    /// <param name="Id">The question's id.</param>
    /// <param name="Said">What was answered, or null.</param>
    public sealed record Answer(string Id, PrivateText? Said) : ShortAct;

    /// <summary>A colleague leads the visit from now on.</summary>
    /// <param name="To">The colleague's id.</param>
    public sealed record HandOver(string To) : ShortAct;
}
