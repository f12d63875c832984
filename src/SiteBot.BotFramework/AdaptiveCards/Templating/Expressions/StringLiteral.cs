using System.Text;

namespace AdaptiveCards.Templating.Expressions;

/// <summary>A quoted text inside an expression: <c>'…'</c> or <c>"…"</c>, with <c>\n \r \t \\</c> and the escaped quote.</summary>
internal static class StringLiteral
{
    /// <summary>Where the quote stands that closes the one at <paramref name="start"/>; null where none does.</summary>
    public static int? End(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && (text[i + 1] == text[start] || text[i + 1] == '\\'))
            {
                i++;
            }
            else if (text[i] == text[start])
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>What stands between the quotes, with its escapes resolved; an unknown escape stays as it is.</summary>
    public static string Unescape(ReadOnlySpan<char> inner, char quote)
    {
        var text = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            var escaped = inner[i] == '\\' && i + 1 < inner.Length ? inner[i + 1] : '\0';
            var meaning = escaped switch { 'n' => '\n', 'r' => '\r', 't' => '\t', '\\' => '\\', _ when escaped == quote => quote, _ => '\0' };
            text.Append(meaning == '\0' ? inner[i] : meaning);
            i += meaning == '\0' ? 0 : 1;
        }

        return text.ToString();
    }
}
