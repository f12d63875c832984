using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SiteBot.BotFramework.Schema.Json;

namespace SiteBot.BotFramework.Connector;

/// <summary>A value as a JSON body of known length, written once into rented memory.</summary>
internal sealed class JsonRequestContent : HttpContent
{
    private readonly PooledBytes bytes = new();

    private JsonRequestContent() => Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };

    public static JsonRequestContent Of<T>(T value, JsonTypeInfo<T> type)
    {
        var content = new JsonRequestContent();
        try
        {
            using var writer = new Utf8JsonWriter(content.bytes, new JsonWriterOptions { Encoder = type.Options.Encoder, SkipValidation = true });
            JsonSerializer.Serialize(writer, value, type);
            return content;
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        await stream.WriteAsync(bytes.Written, cancellationToken).ConfigureAwait(false);

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Count;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            bytes.Dispose();
        }

        base.Dispose(disposing);
    }
}
