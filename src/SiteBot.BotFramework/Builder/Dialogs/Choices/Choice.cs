using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Builder.Dialogs.Choices;

/// <summary>One of the answers that a person may choose.</summary>
public class Choice
{
    public Choice(string? value = null)
    {
        Value = value;
    }

    /// <summary>What choosing it gives back; also what it is called where it has no action of its own.</summary>
    public string? Value { get; set; }

    /// <summary>The button for it, where that says more than the value.</summary>
    public CardAction? Action { get; set; }

    /// <summary>Other words for it.</summary>
    public List<string>? Synonyms { get; set; }

    /// <summary>What a person sees of it.</summary>
    internal string Title => Action?.Title ?? Value ?? string.Empty;
}

/// <summary>The choice that an answer was found to mean.</summary>
public class FoundChoice
{
    public string? Value { get; set; }

    /// <summary>Its place in the list, from 0.</summary>
    public int Index { get; set; }

    /// <summary>1 for a certain match, less for a vague one.</summary>
    public float Score { get; set; }

    /// <summary>The word that matched, where it was a word.</summary>
    public string? Synonym { get; set; }
}

/// <summary>How choices are shown.</summary>
public enum ListStyle
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As the channel can.</summary>
    Auto,

    /// <summary>In one line of text.</summary>
    Inline,

    /// <summary>One below the other in text.</summary>
    List,

    /// <summary>As buttons above the keyboard.</summary>
    SuggestedAction,

    /// <summary>As buttons of a card.</summary>
    HeroCard,
}
