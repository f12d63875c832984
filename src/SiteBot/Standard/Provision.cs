using System.Collections.Immutable;

namespace SiteBot.Standard;

/// <summary>How strictly a provision binds.</summary>
public enum Force
{
    /// <summary>必须: to be done.</summary>
    Must,

    /// <summary>不得: not to be done.</summary>
    MustNot,

    /// <summary>应: recommended.</summary>
    Should,
}

/// <summary>Whom the standard speaks to.</summary>
public enum Bound
{
    Everyone,
    Surveyor,
    Installer,
    Supervisor,
    Commissioner,
    Tester,

    /// <summary>Project managers, those of sub-projects included.</summary>
    ProjectManager,

    /// <summary>A contractor's engineer.</summary>
    Contractor,
    ServiceEngineer,

    /// <summary>产品支持中心.</summary>
    SupportCenter,

    /// <summary>办事处.</summary>
    RegionalOffice,
    Planner,
}

/// <summary>What the bot does with a provision.</summary>
public enum Use
{
    /// <summary>Answers questions from it.</summary>
    Conduct,

    /// <summary>A line of a visit's checklist.</summary>
    Checklist,

    /// <summary>A check of the gate.</summary>
    Gate,

    /// <summary>A form is owed.</summary>
    Form,

    /// <summary>People are reminded of it.</summary>
    Reminder,

    /// <summary>Somebody above is told.</summary>
    Escalation,

    /// <summary>Blocks a step, such as leaving the site, while it is unmet.</summary>
    Guard,
}

/// <summary>One provision of the code of conduct, restated in our own words.</summary>
/// <param name="Id">The section's number and the running number inside it: <c>6.3-9</c>.</param>
/// <param name="Section">The section's id: <c>6.3</c>.</param>
/// <param name="Force">How strictly it binds.</param>
/// <param name="Who">Whom it binds; never empty.</param>
/// <param name="Services">Ids of the service types that it belongs to; empty means all.</param>
/// <param name="Uses">What the bot does with it; never empty.</param>
/// <param name="Forms">Ids of the forms that it asks for.</param>
/// <param name="References">Numbers of the documents that it refers to.</param>
/// <param name="Text">The rule.</param>
public sealed record Provision(
    string Id,
    string Section,
    Force Force,
    ImmutableArray<Bound> Who,
    ImmutableArray<string> Services,
    ImmutableArray<Use> Uses,
    ImmutableArray<string> Forms,
    ImmutableArray<string> References,
    Text Text)
{
    /// <summary>True where the provision belongs to this service type, or to all.</summary>
    public bool Binds(string service) => Services.IsEmpty || Services.Contains(service, StringComparer.Ordinal);
}
