namespace SiteBot.Teams.Uploads;

/// <summary>Makes links to kept files of a visit. A link alone opens nothing: it asks its reader to sign in, and gives the file to who may read the visit.</summary>
public interface IFileLinks
{
    /// <summary>A link for <paramref name="person"/>; null where the host has no address that people can reach, or no way to sign them in.</summary>
    /// <param name="hash">What the file is kept under.</param>
    /// <param name="visit">The visit that it belongs to.</param>
    /// <param name="person">The person's id in the directory.</param>
    /// <param name="fileName">What the file is called when it is saved.</param>
    /// <param name="cancellation">Gives up.</param>
    ValueTask<Uri?> For(string hash, string visit, string person, string fileName, CancellationToken cancellation);
}
