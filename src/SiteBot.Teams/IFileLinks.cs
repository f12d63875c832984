namespace SiteBot.Teams;

/// <summary>Makes addresses under which one person may fetch one kept file for a while. A link that is passed on asks its new holder to sign in.</summary>
public interface IFileLinks
{
    /// <summary>The address.</summary>
    /// <param name="hash">What the file is kept under.</param>
    /// <param name="person">Who may fetch it, by id.</param>
    /// <param name="fileName">What to call it.</param>
    string To(string hash, string person, string fileName);
}
