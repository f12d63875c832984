using System.Globalization;
using SiteBot.Directory;
using SiteBot.LocalChat;
using SiteBot.Teams.Uploads;

namespace SiteBot.Host.Doors;

/// <summary>Local mode: links made for one person, good for some minutes, opened in that person's session of the local chat.</summary>
/// <param name="marks">The marks under the links.</param>
/// <param name="machine">Machine time: a link's life does not go by the demo clock.</param>
/// <param name="root">The address that this host is reached by; null before it listens.</param>
/// <param name="chat">Whose sessions there are.</param>
/// <param name="workplace">Who there is.</param>
internal sealed class LocalFileLinks(FileMarks marks, TimeProvider machine, Func<Uri?> root, LocalChatOptions chat, IWorkplace workplace) : IFileLinks, IFileReaders
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public async ValueTask<Uri?> For(string hash, string visit, string person, string fileName, CancellationToken cancellation)
    {
        if (root() is not { } address)
        {
            return null;
        }

        var until = (machine.GetUtcNow() + Life).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mark = await marks.Of(cancellation, hash, person, visit, until, fileName);
        return new Uri(address, $"files/{hash}?person={Uri.EscapeDataString(person)}&visit={Uri.EscapeDataString(visit)}&until={until}&name={Uri.EscapeDataString(fileName)}&mark={mark}");
    }

    /// <inheritdoc />
    public async ValueTask<Person> Who(HttpContext context, FileAsked asked)
    {
        var (person, until) = (Only("person"), Only("until"));
        return !person.Contains('\n') && workplace.Current.Directory.FindPerson(person) is { } reader
            && await marks.IsOf(asked.Mark, context.RequestAborted, asked.Hash, person, asked.Visit, until, asked.Name)
            && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && machine.GetUtcNow().ToUnixTimeSeconds() < seconds
            && ChatSession.Holds(context.Request, chat.People(), person)
            ? reader
            : throw new UnauthorizedAccessException("The link ran out, was altered or was passed on.");

        string Only(string name) => context.Request.Query[name] is [{ } value] ? value : "";
    }
}
