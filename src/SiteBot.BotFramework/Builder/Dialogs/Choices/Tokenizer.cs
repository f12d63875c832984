using System.Globalization;
using System.Text;

namespace SiteBot.BotFramework.Builder.Dialogs.Choices;

/// <summary>The way of cutting that serves English and Chinese.</summary>
public static class Tokenizer
{
    /// <summary>
    /// Words end at spaces, punctuation and symbols. A Chinese character is a word, since nothing else says where Chinese words end, and so is an emoji.
    /// </summary>
    public static TokenizerFunction DefaultTokenizer { get; } = (text, locale) =>
    {
        var tokens = new List<Token>();
        var start = -1;
        var at = 0;
        foreach (var rune in (text ?? string.Empty).EnumerateRunes())
        {
            var alone = IsWordByItself(rune);
            if (start >= 0 && (alone || !IsPartOfWord(rune)))
            {
                Add(start, at);
                start = -1;
            }

            if (alone)
            {
                Add(at, at + rune.Utf16SequenceLength);
            }
            else if (start < 0 && IsPartOfWord(rune))
            {
                start = at;
            }

            at += rune.Utf16SequenceLength;
        }

        if (start >= 0)
        {
            Add(start, at);
        }

        return tokens;

        void Add(int from, int to)
        {
            var word = text![from..to];
            tokens.Add(new Token { Start = from, End = to - 1, Text = word, Normalized = word.ToLowerInvariant() });
        }
    };

    private static bool IsWordByItself(Rune rune) => rune.Value > 0xFFFF || rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF);

    private static bool IsPartOfWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
