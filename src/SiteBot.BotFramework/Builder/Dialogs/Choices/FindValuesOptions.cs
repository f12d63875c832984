namespace SiteBot.BotFramework.Builder.Dialogs.Choices;

/// <summary>How values are looked for.</summary>
public class FindValuesOptions
{
    /// <summary>Whether some of a value's words are enough.</summary>
    public bool AllowPartialMatches { get; set; }

    public string? Locale { get; set; }

    /// <summary>How many other words may stand between two of a value's words; 2 where this does not say.</summary>
    public int? MaxTokenDistance { get; set; }

    public TokenizerFunction? Tokenizer { get; set; }
}

/// <summary>How choices are looked for.</summary>
public class FindChoicesOptions : FindValuesOptions
{
    /// <summary>Whether a choice's value is not one of its words.</summary>
    public bool NoValue { get; set; }

    /// <summary>Whether its button's title is not one of its words.</summary>
    public bool NoAction { get; set; }

    /// <summary>Whether "2" and "two" mean the second.</summary>
    public bool RecognizeNumbers { get; set; } = true;

    /// <summary>Whether "the second" does.</summary>
    public bool RecognizeOrdinals { get; set; } = true;

    /// <summary>The same in a language; a prompt's options serve many conversations and stay as they are.</summary>
    internal FindChoicesOptions In(string locale)
    {
        var copy = (FindChoicesOptions)MemberwiseClone();
        copy.Locale = locale;
        return copy;
    }
}
