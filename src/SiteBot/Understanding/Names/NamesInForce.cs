using SiteBot.Directory;

namespace SiteBot.Understanding.Names;

/// <summary>The names of the directory in force: made anew when another directory is taken over. Any number of threads may use it.</summary>
/// <param name="workplace">Where the directory is had from.</param>
/// <param name="messages">Whose words tell which names are ordinary ones.</param>
public sealed class NamesInForce(IWorkplace workplace, Func<Understander> messages)
{
    private NamesInMessage? kept;

    /// <summary>The names as of now.</summary>
    public NamesInMessage Current
    {
        get
        {
            CompanyDirectory directory = workplace.Current.Directory;
            var known = kept;
            if (known is null || !ReferenceEquals(known.Directory, directory))
            {
                kept = known = messages().NamesOf(directory);
            }

            return known;
        }
    }
}
