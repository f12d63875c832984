using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AdaptiveCards.Templating.Expressions;

namespace AdaptiveCards.Templating;

/// <summary>One expansion's working parts: where it writes, and what its expressions see. Each thread keeps one for its next expansion.</summary>
internal sealed class Expansion
{
    /// <summary>Chinese stays readable, and small; quotes, backslashes and control characters are escaped all the same.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private const int LargestKept = 256 * 1024;

    [ThreadStatic]
    private static Expansion? kept;

    private readonly ArrayBufferWriter<byte> buffer = new(8 * 1024);

    private Expansion()
    {
        Writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Encoder, SkipValidation = true });
    }

    public Utf8JsonWriter Writer { get; }

    public Utf8Text Text { get; } = new();

    public Scope Scope { get; } = new();

    public static string Run(TemplateNode root, Value data, Value host, Func<string, object>? substitution)
    {
        // Taken, not borrowed: a substitution that expands another template must not find this one's half-written card.
        var expansion = kept ?? new Expansion();
        kept = null;
        try
        {
            expansion.Scope.Begin(data, host, substitution);
            root.WriteValue(expansion);
            expansion.Writer.Flush();
            return Encoding.UTF8.GetString(expansion.buffer.WrittenSpan);
        }
        finally
        {
            expansion.Clear();
            if (expansion.buffer.Capacity <= LargestKept)
            {
                kept = expansion;
            }
        }
    }

    private void Clear()
    {
        Scope.Begin(default, default, null);
        buffer.ResetWrittenCount();
        Writer.Reset();
    }
}
