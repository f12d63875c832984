using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AdaptiveCards.Templating;

/// <summary>Any of the forms a caller may hand JSON over in, opened for reading; memory borrowed for it goes back on Dispose.</summary>
internal readonly struct JsonData : IDisposable
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly JsonDocument? owned;

    private JsonData(JsonElement element, JsonDocument? owned = null)
    {
        Element = element;
        this.owned = owned;
    }

    /// <summary>Undefined where the caller gave nothing.</summary>
    public JsonElement Element { get; }

    public static JsonData Open(object? value, string what)
    {
        try
        {
            return value switch
            {
                null => default,
                string text => Own(JsonDocument.Parse(text)),
                ReadOnlyMemory<byte> utf8 => Own(JsonDocument.Parse(utf8)),
                JsonElement element => new JsonData(element),
                JsonDocument document => new JsonData(document.RootElement),
                JsonNode node => Own(JsonSerializer.SerializeToDocument(node, Options)),
                _ => Own(JsonSerializer.SerializeToDocument(value, value.GetType(), Options)),
            };
        }
        catch (JsonException exception)
        {
            throw new AdaptiveTemplateException($"{what} is not JSON: {exception.Message}", exception);
        }
    }

    public void Dispose() => owned?.Dispose();

    private static JsonData Own(JsonDocument document) => new(document.RootElement, document);
}
