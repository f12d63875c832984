namespace SiteBot.Directory;

/// <summary>What a person does here. Rights follow from it, and from the person's products and regional office.</summary>
public enum Role
{
    /// <summary>A field engineer of our own.</summary>
    Engineer,

    /// <summary>A contractor's engineer: wears the work card (6.3-3).</summary>
    Contractor,

    /// <summary>Leads a project or a sub-project.</summary>
    ProjectManager,

    /// <summary>Heads the regional office named in <see cref="Person.Office"/>.</summary>
    OfficeHead,

    /// <summary>Answers for the customer service of products (产品用服).</summary>
    ProductSupport,

    /// <summary>Supports operations on products from afar (6.5-4).</summary>
    RemoteSupport,

    /// <summary>Reviews operations on products that an engineer is unsure of (5.5-1).</summary>
    Expert,

    /// <summary>Looks after the bot itself.</summary>
    Administrator,
}
