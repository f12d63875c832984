using System.Buffers.Text;
using System.Text;
using SiteBot.LocalChat.DirectLine;

namespace SiteBot.LocalChat;

/// <summary>
/// Who speaks in a browser: it is told when a page takes somebody's token, and what belongs to one person is given to who is that person in the same browser. A link
/// that is passed on leads into another browser, where nobody is. Like the token it proves nothing against who may be anybody on this machine.
/// </summary>
public static class ChatSession
{
    private const string Scheme = "Bearer ";

    /// <summary>True where the request comes from a browser in which the person speaks, or carries that person's own token.</summary>
    /// <param name="request">The request.</param>
    /// <param name="people">Who there is now.</param>
    /// <param name="person">The person's id in the directory.</param>
    public static bool Holds(HttpRequest request, LocalPeople people, string person)
    {
        var header = request.Headers.Authorization.ToString();
        return Is(header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null) || Is(request.Cookies[Name(person)]);

        bool Is(string? token) => Pass.IsOf(people, token, person);
    }

    // A page shows several people side by side: each has a cookie of their own.
    internal static void Begin(HttpResponse response, Pass pass) => response.Cookies.Append(
        Name(pass.Person.Id), pass.Token, new CookieOptions { Path = "/files", HttpOnly = true, SameSite = SameSiteMode.Strict });

    private static string Name(string person) => "sitebot-" + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(person));
}
