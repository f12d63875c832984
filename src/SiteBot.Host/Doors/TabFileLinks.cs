using System.Text.Json;
using SiteBot.Directory;
using SiteBot.ManagersTab;
using SiteBot.ManagersTab.SignIn;
using SiteBot.Teams.Uploads;

namespace SiteBot.Host.Doors;

/// <summary>In Teams: links that lead to a page of the manager's tab, which signs its reader in and fetches the file with that token. A link is no key: whoever it is passed on
/// to is asked who they are, and gets what they may read themselves. So it does not run out.</summary>
/// <param name="marks">The marks under the links: that this file belongs to that visit.</param>
/// <param name="root">The address that people reach this host by; null for none.</param>
/// <param name="teams">Where Teams opens the app's tab, with its id; null where the id is not known: then the page itself is opened, and says to open it in Teams.</param>
/// <param name="visitors">Who brings which token; null where the tab is closed: then there are no links, and nobody may come.</param>
/// <param name="options">How often a person may ask.</param>
/// <param name="workplace">Who there is.</param>
internal sealed class TabFileLinks(FileMarks marks, Uri? root, Uri? teams, TabVisitors? visitors, ManagersTabOptions? options, IWorkplace workplace) : IFileLinks, IFileReaders
{
    // Links of the other mode have another first part: none of theirs is one of these.
    private const string Kind = "sign-in";

    /// <inheritdoc />
    public async ValueTask<Uri?> For(string hash, string visit, string person, string fileName, CancellationToken cancellation)
    {
        if (root is null || visitors is null)
        {
            return null;
        }

        var mark = await marks.Of(cancellation, Kind, hash, visit, fileName);
        var file = $"file={hash}&visit={Uri.EscapeDataString(visit)}&name={Uri.EscapeDataString(fileName)}&mark={mark}";
        var page = new Uri(root, $"tab?{file}");
        return teams is null ? page : new Uri(
            $"{teams}?webUrl={Uri.EscapeDataString(page.AbsoluteUri)}&label={Uri.EscapeDataString(fileName)}&context={Uri.EscapeDataString(JsonSerializer.Serialize(new Dictionary<string, string> { ["subEntityId"] = file }))}");
    }

    /// <inheritdoc />
    public async ValueTask<Person> Who(HttpContext context, FileAsked asked)
    {
        if (visitors is null)
        {
            throw new UnauthorizedAccessException("The tab is closed: nobody signs in here.");
        }

        var person = await visitors.Of(context.Request, workplace.Current.Directory, context.RequestAborted);
        return !await marks.IsOf(asked.Mark, context.RequestAborted, Kind, asked.Hash, asked.Visit, asked.Name) ? throw new UnauthorizedAccessException("The link was altered.")
            : options?.Takes(person.Id) == false ? throw new TooOftenException()
            : person;
    }
}

/// <summary>Somebody asks too often.</summary>
internal sealed class TooOftenException : Exception;
