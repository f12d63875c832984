using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SiteBot.Host.Settings;

namespace SiteBot.Host.Doors;

/// <summary>Stands before every door of local mode, where nobody is asked for a token: a page of another origin, a name that leads here by a trick, or a
/// proxy that lets others in must not reach the bot. Sockets are no exception. There is no CORS.</summary>
internal sealed class LocalGuard(RequestDelegate next)
{
    private const string Upload = "/upload";

    /// <summary>Lets the request through or refuses it.</summary>
    public Task Invoke(HttpContext context) =>
        Refusal(context.Request) is var (status, reason) ? JsonAnswer.Refuse(context.Response, status, "Refused", reason) : next(context);

    /// <summary>Why a request is refused, or null.</summary>
    public static (int Status, string Reason)? Refusal(HttpRequest request)
    {
        if (!ListenAddresses.IsLoopback(request.Host.Host))
        {
            return (StatusCodes.Status403Forbidden, "In local mode the Host must be this machine's own: localhost or a loopback address.");
        }

        foreach (var (name, _) in request.Headers)
        {
            if (name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase) || name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase))
            {
                return (StatusCodes.Status403Forbidden, $"In local mode nothing may be forwarded to the bot: the request carries {name}.");
            }
        }

        var origin = request.Headers.Origin;
        if (!StringValues.IsNullOrEmpty(origin) && !IsOwn(origin, request))
        {
            return (StatusCodes.Status403Forbidden, "In local mode only the bot's own page may ask: the Origin is another.");
        }

        return HasBody(request) && !IsExpected(request)
            ? (StatusCodes.Status415UnsupportedMediaType, "Post JSON as application/json.")
            : null;
    }

    private static bool IsOwn(StringValues origin, HttpRequest request) =>
        origin.Count == 1 && string.Equals(origin[0], $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);

    private static bool HasBody(HttpRequest request) => request.ContentLength > 0 || request.Headers.ContainsKey(HeaderNames.TransferEncoding);

    // A form of another page is multipart or plain text; only the chat's upload takes a form.
    private static bool IsExpected(HttpRequest request)
    {
        var wanted = request.Path.Value?.EndsWith(Upload, StringComparison.Ordinal) == true && request.Path.StartsWithSegments("/directline")
            ? "multipart/form-data" : "application/json";
        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(wanted, StringComparison.OrdinalIgnoreCase);
    }
}
