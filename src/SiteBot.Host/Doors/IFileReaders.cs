using SiteBot.Directory;

namespace SiteBot.Host.Doors;

/// <summary>A file asked for: what stands in the address.</summary>
/// <param name="Hash">What it is kept under.</param>
/// <param name="Visit">The visit that it belongs to.</param>
/// <param name="Name">What it is called when it is saved.</param>
/// <param name="Mark">The link's mark.</param>
internal sealed record FileAsked(string Hash, string Visit, string Name, string Mark);

/// <summary>Tells who opens a link to a file, and whether the link is one of ours.</summary>
internal interface IFileReaders
{
    /// <summary>Who it is; of what they may read nothing is said.</summary>
    /// <exception cref="UnauthorizedAccessException">Nobody says who it is, or the link is none of ours: sign in first.</exception>
    /// <exception cref="ManagersTab.NotAllowedException">It is known who, and they may not come.</exception>
    ValueTask<Person> Who(HttpContext context, FileAsked asked);
}
