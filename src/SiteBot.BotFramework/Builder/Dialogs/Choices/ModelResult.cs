namespace SiteBot.BotFramework.Builder.Dialogs.Choices;

/// <summary>Something found in a text; <see cref="Start"/> and <see cref="End"/> are its first and last character.</summary>
public class ModelResult<T>
{
    public string Text { get; set; } = string.Empty;

    public int Start { get; set; }

    public int End { get; set; }

    public string TypeName { get; set; } = string.Empty;

    public T Resolution { get; set; } = default!;
}

/// <summary>A value to look for, and its place in the list it comes from. Several values may share a place: they are words for one thing.</summary>
public class SortedValue
{
    public string Value { get; set; } = string.Empty;

    public int Index { get; set; }
}

/// <summary>A value that was found.</summary>
public class FoundValue
{
    public string Value { get; set; } = string.Empty;

    public int Index { get; set; }

    /// <summary>1 for a certain match, less for a vague one.</summary>
    public float Score { get; set; }
}
