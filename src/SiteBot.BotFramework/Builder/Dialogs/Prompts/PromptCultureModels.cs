namespace SiteBot.BotFramework.Builder.Dialogs.Prompts;

/// <summary>The languages that prompts speak.</summary>
public static class PromptCultureModels
{
    public static PromptCultureModel Chinese { get; } = new()
    {
        Locale = "zh-cn",
        Separator = "， ",
        InlineOr = " 要么 ",
        InlineOrMore = "， 要么 ",
        YesInLanguage = "是的",
        NoInLanguage = "不",
    };

    public static PromptCultureModel English { get; } = new()
    {
        Locale = "en-us",
        Separator = ", ",
        InlineOr = " or ",
        InlineOrMore = ", or ",
        YesInLanguage = "Yes",
        NoInLanguage = "No",
    };

    public static PromptCultureModel[] GetSupportedCultures() => [Chinese, English];

    /// <summary>The supported locale of the same language; a locale of another language, or none, as it is.</summary>
    public static string? MapToNearestLanguage(string? cultureCode)
    {
        var code = cultureCode?.ToLowerInvariant();
        var language = code?.Split('-')[0];
        return GetSupportedCultures().FirstOrDefault(culture => culture.Locale.Split('-')[0] == language)?.Locale ?? code;
    }

    /// <summary>The locale of the first candidate that says one, English where that is not supported.</summary>
    internal static string For(params ReadOnlySpan<string?> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (!string.IsNullOrEmpty(candidate))
            {
                return MapToNearestLanguage(candidate) == Chinese.Locale ? Chinese.Locale : English.Locale;
            }
        }

        return English.Locale;
    }
}
