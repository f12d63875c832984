using System.Globalization;
using System.Text.RegularExpressions;

namespace SiteBot.BotFramework.Builder.Dialogs.Recognizers;

/// <summary>Numbers in English words, <c>twenty-three</c>, <c>a hundred and five</c>, <c>minus three point one four</c>, and in digits before one, <c>1.5 million</c>. Ordinals too.</summary>
internal static partial class EnglishNumbers
{
    private static readonly string[] Units =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Ordinals =
    [
        "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
        "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ];

    private static readonly Dictionary<string, decimal> Scales = new() { ["thousand"] = 1_000, ["million"] = 1_000_000, ["billion"] = 1_000_000_000 };

    public static IEnumerable<FoundNumber> Find(string text)
    {
        var words = Word().Matches(text).ToList();
        for (var i = 0; i < words.Count;)
        {
            if (Read(text, words, i, out var after) is { } value)
            {
                var start = words[i].Index;
                yield return FoundNumber.At(text, start, words[after - 1].Index + words[after - 1].Length - start, value);
                i = after;
            }
            else
            {
                i++;
            }
        }
    }

    /// <summary><c>second</c>, <c>2nd</c>, <c>twenty-second</c>.</summary>
    public static IEnumerable<FoundNumber> FindOrdinals(string text)
    {
        foreach (Match match in Ordinal().Matches(text))
        {
            if (match.Groups["digits"] is { Success: true } digits)
            {
                if (decimal.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                {
                    yield return FoundNumber.At(text, match.Index, match.Length, value);
                }
            }
            else
            {
                var tens = Array.IndexOf(Tens, match.Groups["tens"].Value);
                yield return FoundNumber.At(text, match.Index, match.Length, ((tens < 0 ? 0 : tens + 2) * 10) + Array.IndexOf(Ordinals, match.Groups["unit"].Value));
            }
        }
    }

    private static decimal? Read(string text, List<Match> words, int first, out int after)
    {
        after = first;
        var sign = words[first].Value is "minus" or "negative" ? -1 : 1;
        var at = sign < 0 ? first + 1 : first;
        decimal total = 0;
        decimal group = 0;
        decimal smallest = decimal.MaxValue; // A word may only follow a larger one: "one two" is two numbers.
        for (; at < words.Count && (at == first || Adjoins(text, words[at - 1], words[at])); at++)
        {
            var word = words[at].Value;
            if (word is "and" && smallest is >= 100 and < decimal.MaxValue && at + 1 < words.Count && Small(words[at + 1].Value) is not null && Adjoins(text, words[at], words[at + 1]))
            {
                continue;
            }

            if (word is "a" && smallest == decimal.MaxValue && at + 1 < words.Count && (words[at + 1].Value is "hundred" || Scales.ContainsKey(words[at + 1].Value)))
            {
                (group, smallest) = (1, 1);
                continue;
            }

            if (Small(word) is { } small && small < smallest && !(small is > 9 and < 20 && smallest < 100) && smallest != 1)
            {
                group += small;
                smallest = small is >= 20 and < 100 ? 10 : small < 20 ? 1 : small;
            }
            else if (word is "hundred" && smallest == 1 && group < 100)
            {
                (group, smallest) = (group * 100, 100);
            }
            else if (smallest == decimal.MaxValue && DigitNumbers.Find(word).FirstOrDefault() is { Text: not null } digits && digits.Text == word && at + 1 < words.Count && Scales.ContainsKey(words[at + 1].Value))
            {
                (group, smallest) = (digits.Value, 1);
            }
            else if (Scales.TryGetValue(word, out var scale) && group > 0)
            {
                (total, group, smallest) = (total + (group * scale), 0, scale);
            }
            else
            {
                break;
            }

            after = at + 1;
        }

        return after == first ? null : sign * (total + group + Fraction(text, words, ref after));
    }

    /// <summary>"point one four" after a number.</summary>
    private static decimal Fraction(string text, List<Match> words, ref int after)
    {
        decimal fraction = 0;
        decimal place = 1;
        if (after < words.Count && words[after].Value is "point" && Adjoins(text, words[after - 1], words[after]))
        {
            for (var at = after + 1; at < words.Count && Adjoins(text, words[at - 1], words[at]) && Small(words[at].Value) is <= 9 and { } digit; at++)
            {
                place /= 10;
                fraction += digit * place;
                after = at + 1;
            }
        }

        return fraction;
    }

    private static decimal? Small(string word) =>
        Array.IndexOf(Units, word) is >= 0 and var unit ? unit : Array.IndexOf(Tens, word) is >= 0 and var ten ? (ten + 2) * 10 : null;

    private static bool Adjoins(string text, Match before, Match word) =>
        text.AsSpan((before.Index + before.Length)..word.Index).Trim() is "" or "-" or "‑";

    [GeneratedRegex(@"[a-z]+|(?<![a-z])[\d,.]*\d", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:(?:(?<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -])?(?<unit>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth)|(?<digits>\d+)(?:st|nd|rd|th))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();
}
