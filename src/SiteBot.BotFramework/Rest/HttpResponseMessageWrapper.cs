using System.Net;

namespace SiteBot.BotFramework.Rest;

/// <summary>A response that was read to its end: it holds no connection and may be kept with an exception.</summary>
public sealed class HttpResponseMessageWrapper(
    HttpStatusCode statusCode,
    string? reasonPhrase,
    IDictionary<string, IEnumerable<string>> headers,
    string content)
{
    public HttpStatusCode StatusCode { get; } = statusCode;

    public string? ReasonPhrase { get; } = reasonPhrase;

    /// <summary>The response's headers and its content's; names are compared without case.</summary>
    public IDictionary<string, IEnumerable<string>> Headers { get; } = headers;

    public string Content { get; } = content;
}
