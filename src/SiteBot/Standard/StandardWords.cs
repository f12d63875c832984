using SiteBot.Reading;

namespace SiteBot.Standard;

/// <summary>How the standard's closed lists are spelt in files.</summary>
public static class StandardWords
{
    /// <summary>Forces.</summary>
    public static WordList<Force> Forces { get; } = new(("must", Force.Must), ("must_not", Force.MustNot), ("should", Force.Should));

    /// <summary>Whom a provision binds.</summary>
    public static WordList<Bound> Bounds { get; } = new(
        ("everyone", Bound.Everyone),
        ("surveyor", Bound.Surveyor),
        ("installer", Bound.Installer),
        ("supervisor", Bound.Supervisor),
        ("commissioner", Bound.Commissioner),
        ("tester", Bound.Tester),
        ("project_manager", Bound.ProjectManager),
        ("contractor", Bound.Contractor),
        ("service_engineer", Bound.ServiceEngineer),
        ("support_center", Bound.SupportCenter),
        ("regional_office", Bound.RegionalOffice),
        ("planner", Bound.Planner));

    /// <summary>Uses of a provision.</summary>
    public static WordList<Use> Uses { get; } = new(
        ("conduct", Use.Conduct),
        ("checklist", Use.Checklist),
        ("gate", Use.Gate),
        ("form", Use.Form),
        ("reminder", Use.Reminder),
        ("escalation", Use.Escalation),
        ("guard", Use.Guard));

    /// <summary>Who signs a form.</summary>
    public static WordList<Signers> Signers { get; } = new(
        ("none", Standard.Signers.None), ("customer", Standard.Signers.Customer), ("both", Standard.Signers.Both));
}
