namespace SiteBot.Teams.Uploads;

/// <summary>Makes links by which one person may fetch a kept file for a short while.</summary>
public interface IFileLinks
{
    /// <summary>A link for <paramref name="person"/>, good for some minutes of machine time; null where the host has no address that people can reach.</summary>
    /// <param name="hash">What the file is kept under.</param>
    /// <param name="person">The person's id in the directory.</param>
    /// <param name="fileName">What the file is called when it is saved.</param>
    /// <param name="cancellation">Gives up.</param>
    ValueTask<Uri?> For(string hash, string person, string fileName, CancellationToken cancellation);
}
