namespace SiteBot.BotFramework.Builder.Dialogs.Choices;

/// <summary>A word of a text; <see cref="Start"/> and <see cref="End"/> are its first and last character.</summary>
public class Token
{
    public int Start { get; set; }

    public int End { get; set; }

    public string Text { get; set; } = string.Empty;

    /// <summary>The form in which words are compared.</summary>
    public string Normalized { get; set; } = string.Empty;
}

/// <summary>Cuts a text into words.</summary>
public delegate List<Token> TokenizerFunction(string? text, string? locale = null);
