using SiteBot.BotFramework.Builder.Dialogs.Prompts;

namespace SiteBot.BotFramework.Builder.Dialogs.Recognizers;

/// <summary>Numbers in a text, in digits and in the words of a language, in the order of the text.</summary>
internal static class NumberRecognizer
{
    public static List<FoundNumber> Find(string text, string culture)
    {
        var plain = Plain(text);
        var inWords = culture == PromptCultureModels.Chinese.Locale ? ChineseNumbers.Find(plain) : EnglishNumbers.Find(plain);
        var taken = inWords.ToList();
        return inWords
            .Concat(DigitNumbers.Find(plain).Where(digits => !taken.Exists(other => digits.Start <= other.End && other.Start <= digits.End)))
            .OrderBy(number => number.Start)
            .Select(number => number with { Text = text[number.Start..(number.End + 1)] })
            .ToList();
    }

    /// <summary>Lower case, and the wide digits of Chinese keyboards as plain ones. Every character keeps its place.</summary>
    public static string Plain(string text) => string.Create(text.Length, text, static (plain, text) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            plain[i] = text[i] switch
            {
                >= '０' and <= '９' => (char)(text[i] - '０' + '0'),
                '．' => '.',
                '－' or '−' => '-',
                var c => char.ToLowerInvariant(c),
            };
        }
    });
}
