using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using SiteBot.Windows;

namespace SiteBot.Gate;

/// <summary>What the gate's JSON writers share: Chinese as it is, times as the contract writes them.</summary>
internal static class GateJson
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private const int LongestTime = 32;

    // Each thread keeps one for its next text: a decision writes several, and each would let a buffer grow anew.
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)? kept;

    public static string ToText(Action<Utf8JsonWriter> write)
    {
        // Taken, not borrowed: a writer that writes another text within its own must not find this one half written.
        var (buffer, json) = kept ?? New();
        kept = null;
        write(json);
        json.Flush();
        var text = System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
        json.Reset();
        kept = (buffer, json);
        return text;
    }

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) New()
    {
        var buffer = new ArrayBufferWriter<byte>(8 * 1024);
        return (buffer, new Utf8JsonWriter(buffer, Options));
    }

    /// <summary>Writes a time with its offset; a fraction, in microseconds, only where it is not zero.</summary>
    public static void WriteTime(this Utf8JsonWriter json, string property, OffsetDateTime time)
    {
        Span<char> text = stackalloc char[LongestTime];
        json.WriteString(property, text[..Format(time, text)]);
    }

    private static int Format(OffsetDateTime time, Span<char> text)
    {
        var at = 0;
        Number(text, ref at, time.Year, 4);
        text[at++] = '-';
        Number(text, ref at, time.Month, 2);
        text[at++] = '-';
        Number(text, ref at, time.Day, 2);
        text[at++] = 'T';
        Number(text, ref at, time.Hour, 2);
        text[at++] = ':';
        Number(text, ref at, time.Minute, 2);
        text[at++] = ':';
        Number(text, ref at, time.Second, 2);
        if (time.NanosecondOfSecond / 1000 is var micros and not 0)
        {
            text[at++] = '.';
            Number(text, ref at, micros, 6);
        }

        var minutes = Math.Abs(time.Offset.Seconds) / 60;
        text[at++] = time.Offset.Seconds < 0 ? '-' : '+';
        Number(text, ref at, minutes / 60, 2);
        text[at++] = ':';
        Number(text, ref at, minutes % 60, 2);
        return at;
    }

    private static void Number(Span<char> text, ref int at, int value, int digits)
    {
        for (var i = at + digits - 1; i >= at; i--)
        {
            text[i] = (char)('0' + (value % 10));
            value /= 10;
        }

        at += digits;
    }
}
