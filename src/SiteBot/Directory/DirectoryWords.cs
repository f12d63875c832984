using SiteBot.Reading;

namespace SiteBot.Directory;

/// <summary>How the directory's closed lists are spelt in files and on the wire.</summary>
public static class DirectoryWords
{
    /// <summary>Roles.</summary>
    public static WordList<Role> Roles { get; } = new(
        ("engineer", Role.Engineer),
        ("contractor", Role.Contractor),
        ("project_manager", Role.ProjectManager),
        ("office_head", Role.OfficeHead),
        ("product_support", Role.ProductSupport),
        ("remote_support", Role.RemoteSupport),
        ("expert", Role.Expert),
        ("administrator", Role.Administrator));

    /// <summary>Languages.</summary>
    public static WordList<Language> Languages { get; } = new(("zh", Language.Zh), ("en", Language.En));
}
