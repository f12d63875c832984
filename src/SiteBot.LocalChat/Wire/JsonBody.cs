using System.Text.Json;
using System.Text.Unicode;

namespace SiteBot.LocalChat.Wire;

/// <summary>Reads a JSON object from a request: bounded, well-formed down to each string, no property twice.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>The body as a JSON object; <see cref="Refused"/> with 400 or 413 otherwise.</summary>
    public static async Task<JsonElement> Read(HttpRequest request, int limit, CancellationToken cancellation) =>
        Parse(await Bytes(request.Body, limit, cancellation));

    /// <summary>All bytes of a stream; <see cref="Refused"/> with 413 above the limit.</summary>
    public static async Task<byte[]> Bytes(Stream body, int limit, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (kept.Length + read > limit)
            {
                throw Refused.TooLarge(limit);
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    /// <summary>The bytes as a JSON object; <see cref="Refused"/> with 400 otherwise.</summary>
    public static JsonElement Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            if (!Utf8.IsValid(bytes.Span))
            {
                throw Refused.Bad("The body is not UTF-8.");
            }

            ReadEveryString(bytes.Span);
            using var document = JsonDocument.Parse(bytes, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw Refused.Bad("The body must be a JSON object.");
        }
        catch (JsonException)
        {
            throw Refused.Bad("The body is not JSON, or a property stands in it twice.");
        }
        catch (InvalidOperationException)
        {
            throw Refused.Bad("A text in the body holds half a surrogate pair.");
        }
    }

    /// <summary>A lone surrogate escape passes the parser and throws only when its string is read: read each now.</summary>
    private static void ReadEveryString(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Strict.MaxDepth });
        while (reader.Read())
        {
            if (reader.ValueIsEscaped)
            {
                reader.GetString();
            }
        }
    }
}
