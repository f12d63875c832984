namespace SiteBot.BotFramework.Builder.Dialogs.Prompts;

/// <summary>The words that prompts need of a language.</summary>
public class PromptCultureModel
{
    /// <summary>In lower case, as <c>en-us</c>.</summary>
    public string Locale { get; set; } = string.Empty;

    /// <summary>Between choices.</summary>
    public string Separator { get; set; } = string.Empty;

    /// <summary>Between the only two choices.</summary>
    public string InlineOr { get; set; } = string.Empty;

    /// <summary>Before the last of three or more.</summary>
    public string InlineOrMore { get; set; } = string.Empty;

    public string YesInLanguage { get; set; } = string.Empty;

    public string NoInLanguage { get; set; } = string.Empty;
}
