using SiteBot.BotFramework.Builder.Dialogs.Prompts;

namespace SiteBot.BotFramework.Builder.Dialogs.Choices;

/// <summary>How choices are written out in text. What is null is as in English.</summary>
public class ChoiceFactoryOptions
{
    public ChoiceFactoryOptions()
    {
    }

    public ChoiceFactoryOptions(string? inlineSeparator = null, string? inlineOr = null, string? inlineOrMore = null, bool? includeNumbers = null)
    {
        InlineSeparator = inlineSeparator;
        InlineOr = inlineOr;
        InlineOrMore = inlineOrMore;
        IncludeNumbers = includeNumbers;
    }

    /// <summary>Between choices.</summary>
    public string? InlineSeparator { get; set; }

    /// <summary>Between the only two choices.</summary>
    public string? InlineOr { get; set; }

    /// <summary>Before the last of three or more.</summary>
    public string? InlineOrMore { get; set; }

    /// <summary>Whether choices are numbered; they are, unless this says no.</summary>
    public bool? IncludeNumbers { get; set; }

    internal static ChoiceFactoryOptions For(PromptCultureModel culture) => new(culture.Separator, culture.InlineOr, culture.InlineOrMore, true);
}
