using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SiteBot.Host.Doors;

/// <summary>How the host's own doors answer: small JSON objects, and <c>{"error":{"code":…,"message":…}}</c> where they refuse.</summary>
internal static class JsonAnswer
{
    private static readonly JsonWriterOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object.</summary>
    public static async Task Write(HttpResponse response, int status, Action<Utf8JsonWriter> body)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(bytes, _readable))
        {
            json.WriteStartObject();
            body(json);
            json.WriteEndObject();
        }

        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.ContentLength = bytes.WrittenCount;
        await response.Body.WriteAsync(bytes.WrittenMemory);
    }

    /// <summary>Refuses, with a reason for whoever sent the request.</summary>
    public static Task Refuse(HttpResponse response, int status, string code, string message) => Write(response, status, json =>
    {
        json.WriteStartObject("error");
        json.WriteString("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
    });
}
