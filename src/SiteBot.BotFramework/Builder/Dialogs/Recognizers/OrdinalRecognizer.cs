using SiteBot.BotFramework.Builder.Dialogs.Prompts;

namespace SiteBot.BotFramework.Builder.Dialogs.Recognizers;

/// <summary>Ordinals in a text, in the order of the text.</summary>
internal static class OrdinalRecognizer
{
    public static List<FoundNumber> Find(string text, string culture)
    {
        var plain = NumberRecognizer.Plain(text);
        var found = culture == PromptCultureModels.Chinese.Locale ? ChineseNumbers.FindOrdinals(plain) : EnglishNumbers.FindOrdinals(plain);
        return found.Select(number => number with { Text = text[number.Start..(number.End + 1)] }).ToList();
    }
}
