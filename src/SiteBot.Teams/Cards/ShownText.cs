using System.Buffers;
using System.Globalization;
using System.Text;

namespace SiteBot.Teams.Cards;

/// <summary>Makes what people typed fit to be shown in a card. Templates show it in text runs, which know no markdown; what is left to do is to keep it short, on one
/// line, and to keep its direction of writing to itself.</summary>
internal static class ShownText
{
    /// <summary>A name of a person, a site, a piece of equipment.</summary>
    public const int NameLength = 40;

    /// <summary>A line that is read in passing.</summary>
    public const int LineLength = 160;

    /// <summary>A text that the card is about.</summary>
    public const int ParagraphLength = 600;

    private const int LongestWord = 22;
    private const int MostMarks = 24;

    private static readonly SearchValues<char> Turning = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F\u061C\uFEFF");

    // One character as people count them may be made of a dozen: a card has no room for forty of those.
    private const int BytesForOne = 4;

    /// <summary>As typed, on one line, at most <paramref name="most"/> characters as people count them, with … where something was left out.</summary>
    public static string Clip(string? typed, int most = LineLength)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return "";
        }

        if (IsPlain(typed, most))
        {
            return typed;
        }

        var shown = new StringBuilder(Math.Min(typed.Length, most * 2));
        var count = 0;
        var room = most * BytesForOne;
        var unbroken = 0;
        var space = false;
        for (var rest = typed.AsSpan(); !rest.IsEmpty;)
        {
            var element = rest[..StringInfo.GetNextTextElementLength(rest)];
            rest = rest[element.Length..];
            if (IsBlank(element))
            {
                space = count > 0;
                continue;
            }

            if (IsHidden(element))
            {
                continue;
            }

            room -= Encoding.UTF8.GetByteCount(element);
            if (count + (space ? 2 : 1) > most || room < 0)
            {
                return Isolated(shown.Append('…').ToString());
            }

            // A text run does not break inside a word: one that is wider than a phone gets places to break at.
            unbroken = space || Breaks(element) ? 0 : unbroken + 1;
            if (unbroken > LongestWord)
            {
                shown.Append('\u200B');
                unbroken = 1;
            }

            count += space ? 2 : 1;
            if (space)
            {
                shown.Append(' ');
            }

            Strip(element, shown);
            space = false;
        }

        return Isolated(shown.ToString());
    }

    /// <summary>What an input holds already, exactly as it is, since it comes back as told; nothing where it is longer than the input takes.</summary>
    public static string ToEdit(string? typed, int most) =>
        typed is null || typed.Length > most ? "" : string.Concat(typed.Where((c, i) => (!char.IsControl(c) || c == '\n') && !IsHalf(typed, i)));

    /// <summary>A text that a press carries along, at most so long.</summary>
    public static string Carried(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>A person's, site's or equipment's name.</summary>
    public static string Name(string? typed) => Clip(typed, NameLength);

    /// <summary>For a text block, which knows markdown: everything stands as it is written.</summary>
    public static string Markdown(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '<' or '>' or '~' or '|' or '!')
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }

    // Most texts are our own words: letters and Chinese characters, each one character, with single spaces between. They are shown as they are.
    private static bool IsPlain(string typed, int most)
    {
        if (typed.Length > most || typed[0] == ' ' || typed[^1] == ' ')
        {
            return false;
        }

        var unbroken = 0;
        var before = '\0';
        foreach (var c in typed)
        {
            switch (c)
            {
                case ' ' when before == ' ':
                    return false;
                case ' ' or '/' or '-':
                    unbroken = 0;
                    break;
                case > ' ' and <= '~' or '·' or '…' or '—' or '→' or '“' or '”':
                    if (++unbroken > LongestWord)
                    {
                        return false;
                    }

                    break;
                case >= '\u3001' and <= '\u3020' or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uFF01' and <= '\uFF5E':
                    unbroken = 0;
                    break;
                default:
                    return false;
            }

            before = c;
        }

        return true;
    }

    private static bool IsBlank(ReadOnlySpan<char> element)
    {
        foreach (var c in element)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
            {
                return false;
            }
        }

        return element.Length <= 2;
    }

    private static bool Breaks(ReadOnlySpan<char> element) => element is "/" or "-" || element[0] >= '\u2E80';

    private static bool IsHidden(ReadOnlySpan<char> element) =>
        element.ContainsAny(Turning) ? Stripped(element, null) == 0 : element.Length == 1 && char.IsSurrogate(element[0]);

    // Marks that turn the direction of what comes after them: a name must not turn the rest of the card around. Half a surrogate is no character.
    // A pile of marks on one letter (more than anybody writes) would be drawn over the lines above and below.
    private static void Strip(ReadOnlySpan<char> element, StringBuilder to)
    {
        var text = element.Length > MostMarks ? element[..(char.IsHighSurrogate(element[MostMarks - 1]) ? MostMarks - 1 : MostMarks)] : element;
        if (text.ContainsAny(Turning))
        {
            Stripped(text, to);
        }
        else
        {
            to.Append(text);
        }
    }

    private static int Stripped(ReadOnlySpan<char> text, StringBuilder? to)
    {
        var left = 0;
        for (var i = 0; i < Math.Min(text.Length, MostMarks); i++)
        {
            if (!Turning.Contains(text[i]) && !IsHalf(text, i))
            {
                left++;
                to?.Append(text[i]);
            }
        }

        return left;
    }

    private static bool IsHalf(ReadOnlySpan<char> text, int i) =>
        char.IsHighSurrogate(text[i]) ? i + 1 >= text.Length || !char.IsLowSurrogate(text[i + 1])
        : char.IsLowSurrogate(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1]));

    // Inside a sentence of ours, text from right to left keeps its order to itself.
    private static string Isolated(string text)
    {
        foreach (var c in text)
        {
            if (c is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC')
            {
                return $"\u2068{text}\u2069";
            }
        }

        return text;
    }
}
