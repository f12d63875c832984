using System.Collections.Frozen;
using System.Text;
using SiteBot.Reading;

namespace SiteBot.Understanding.Words;

/// <summary>
/// Brings what people type to one spelling: lower case, half width, simplified characters, straight apostrophes, and the usual slips of
/// <c>spellings.txt</c>. Immutable; any number of threads may use it.
/// </summary>
public sealed class TextFolder
{
    private const int LongestMessage = 2000;
    private readonly FrozenDictionary<char, char> simplified;
    private readonly (string From, string To)[] han;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> words;

    private TextFolder(Dictionary<char, char> simplified, IEnumerable<(string From, string To)> han, Dictionary<string, string> words)
    {
        this.simplified = simplified.ToFrozenDictionary();
        this.han = [.. han];
        this.words = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads <c>traditional.txt</c> (pairs of characters, the traditional one first) and <c>spellings.txt</c> (<c>slip = meant</c>).</summary>
    /// <exception cref="FaultyFileException">A piece of the first is no pair, or a line of the second has no two sides.</exception>
    public static TextFolder Read(SourceFile traditional, SourceFile spellings)
    {
        var characters = new Dictionary<char, char>();
        var faults = new FaultList(traditional.Name);
        foreach (var line in LanguageFile.Lines(traditional))
        {
            foreach (var pair in line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (pair.Length == 2)
                {
                    characters.TryAdd(pair[0], pair[1]);
                }
                else
                {
                    faults.Add(line.Line, $"'{pair}' is no pair of characters; write the traditional one, then the simplified one.");
                }
            }
        }

        faults.ThrowIfAny();
        var han = new List<(string From, string To)>();
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (_, left, right) in LanguageFile.Pairs(spellings))
        {
            if (IsHan(left[^1]) || IsHan(left[0]))
            {
                han.Add((left, right));
            }
            else
            {
                words[left] = right;
            }
        }

        return new TextFolder(characters, han, words);
    }

    /// <summary>The text in its one spelling. What comes after 2000 characters is left out.</summary>
    public string Fold(string text)
    {
        var folded = new StringBuilder(Math.Min(text.Length, LongestMessage) + 16);
        var length = Math.Min(text.Length, LongestMessage);
        for (var i = 0; i < length; i++)
        {
            if (One(text[i]) is var c && c != '\0')
            {
                folded.Append(simplified.GetValueOrDefault(c, c));
            }
        }

        foreach (var (from, to) in han)
        {
            folded.Replace(from, to);
        }

        return Respell(folded.ToString());
    }

    /// <summary>True for a Chinese character.</summary>
    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff' or '〇';

    /// <summary>True for a character of a word in Latin script, or a digit.</summary>
    public static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || (c > '\u00bf' && c < '\u0250' && char.IsLetter(c));

    private static char One(char c) => c switch
    {
        >= '\uff01' and <= '\uff5e' => char.ToLowerInvariant((char)(c - 0xfee0)),
        '\u3000' or '\u00a0' or '\t' or '\r' or '\n' => ' ',
        '\u2019' or '\u2018' or '\u02bc' or '`' => '\'',
        '\u201c' or '\u201d' => '"',
        '。' => '.',
        '、' => ',',
        '\u2013' or '\u2014' or '\u2212' or '\u301c' => '-',
        '\ufeff' or (>= '\u200b' and <= '\u200f') => '\0',
        _ => char.ToLowerInvariant(c),
    };

    // Words of Latin script only: an apostrophe inside belongs to the word, so that "don't" can be respelt.
    private string Respell(string text)
    {
        StringBuilder? changed = null;
        var kept = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!IsWord(text[i]))
            {
                i++;
                continue;
            }

            var end = i + 1;
            while (end < text.Length && (IsWord(text[end]) || (text[end] == '\'' && end + 1 < text.Length && char.IsAsciiLetter(text[end + 1]))))
            {
                end++;
            }

            if (words.TryGetValue(text.AsSpan(i, end - i), out var meant))
            {
                changed ??= new StringBuilder(text.Length + 16);
                changed.Append(text, kept, i - kept).Append(meant);
                kept = end;
            }

            i = end;
        }

        return changed is null ? text : changed.Append(text, kept, text.Length - kept).ToString();
    }
}
