using SiteBot.Directory;

namespace SiteBot.Procedures;

/// <summary>Who owes a step or a duty.</summary>
public enum Owner
{
    /// <summary>The engineer who leads the visit, whatever the standard calls the work: surveyor, commissioner, tester, planner.</summary>
    Engineer,

    /// <summary>The contractor's engineer who leads the visit.</summary>
    Contractor,

    /// <summary>The supervisor of the works (督导), who leads the visit.</summary>
    Supervisor,

    /// <summary>The project manager.</summary>
    ProjectManager,

    /// <summary>The product support center (产品支持中心).</summary>
    SupportCenter,

    /// <summary>The head of the regional office.</summary>
    RegionalOffice,

    /// <summary>Remote support for the product.</summary>
    RemoteSupport,

    /// <summary>An expert of the product.</summary>
    Expert,
}

/// <summary>Where an owner is looked for.</summary>
public static class Owners
{
    /// <summary>The role to look for in the directory; null for who leads the visit.</summary>
    public static Role? Role(this Owner owner) => owner switch
    {
        Owner.ProjectManager => Directory.Role.ProjectManager,
        Owner.SupportCenter => Directory.Role.ProductSupport,
        Owner.RegionalOffice => Directory.Role.OfficeHead,
        Owner.RemoteSupport => Directory.Role.RemoteSupport,
        Owner.Expert => Directory.Role.Expert,
        _ => null,
    };
}
