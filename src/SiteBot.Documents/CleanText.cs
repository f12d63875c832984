using System.Text;
using System.Xml;

namespace SiteBot.Documents;

/// <summary>What people wrote, without what XML forbids or what would turn a line's direction around.</summary>
internal static class CleanText
{
    /// <summary>Control characters, lone surrogates, non-characters and direction overrides are left out; line breaks stay as <c>\n</c>, a tab becomes a space.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(letter).Append(text[++i]);
            }
            else if (letter == '\r')
            {
                // A lone one is a line's end as well.
                if (i + 1 == text.Length || text[i + 1] != '\n')
                {
                    clean.Append('\n');
                }
            }
            else if (letter is '\t' or '\u2028' or '\u2029' or '\u0085')
            {
                clean.Append(letter == '\t' ? ' ' : '\n');
            }
            else if (letter == '\n' || (XmlConvert.IsXmlChar(letter) && !char.IsControl(letter) && !TurnsAround(letter)))
            {
                clean.Append(letter);
            }
        }

        return clean.ToString();
    }

    private static bool TurnsAround(char letter) => letter is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufeff';
}
