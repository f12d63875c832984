using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SiteBot.BotFramework.Rest;
using SiteBot.BotFramework.Schema;
using SiteBot.BotFramework.Schema.Json;

namespace SiteBot.BotFramework.Connector;

/// <summary>One request to a connector service: its address joined, its answer read, its refusal kept whole.</summary>
internal static class ConnectorRequest
{
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    /// <summary>The parts of a path, each escaped; the base may have a path of its own and need not end in a slash.</summary>
    public static Uri Address(Uri baseUri, ReadOnlySpan<string> segments, string? query = null)
    {
        var address = new StringBuilder(baseUri.GetLeftPart(UriPartial.Path).TrimEnd('/')).Append("/v3");
        foreach (var segment in segments)
        {
            address.Append('/').Append(Uri.EscapeDataString(segment));
        }

        // The dots of a segment would be taken for the folder above.
        return segments.ContainsAny(".", "..")
            ? throw new ArgumentException("An id of dots alone names nothing.")
            : new Uri(address.Append(query).ToString(), UriKind.Absolute);
    }

    /// <returns>The answer; default where it has no body.</returns>
    public static async Task<T?> SendAsync<T>(ConnectorClient client, HttpMethod method, Uri address, HttpContent? content, Func<HttpResponseMessageWrapper, Exception> refused, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Accept.Add(Json);
        if (client.Credentials is { } credentials)
        {
            await credentials.ProcessHttpRequestAsync(request, cancellationToken).ConfigureAwait(false);
        }

        using var response = await client.HttpClient.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw refused(await KeepAsync(response, cancellationToken).ConfigureAwait(false));
        }

        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var owned = stream.ConfigureAwait(false);
        if (stream is { CanSeek: true, Length: 0 })
        {
            return default;
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(stream, SchemaJson.TypeInfo<T>(), cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException exception)
        {
            throw new HttpRequestException($"{address} answered {(int)response.StatusCode} with something that is no {typeof(T).Name}.", exception, response.StatusCode);
        }
    }

    public static ErrorResponseException ErrorOf(HttpResponseMessageWrapper response) =>
        new($"Operation returned an invalid status code '{response.StatusCode}'") { Response = response, Body = BodyOf(response.Content) };

    public static HttpOperationException OperationErrorOf(HttpResponseMessageWrapper response) =>
        new($"Operation returned an invalid status code '{response.StatusCode}'") { Response = response };

    private static ErrorResponse? BodyOf(string content)
    {
        try
        {
            return content.Length == 0 ? null : JsonSerializer.Deserialize(content, SchemaJson.TypeInfo<ErrorResponse>());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<HttpResponseMessageWrapper> KeepAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, IEnumerable<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            headers[name] = [.. values];
        }

        var content = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return new HttpResponseMessageWrapper(response.StatusCode, response.ReasonPhrase, headers, content);
    }
}
