namespace SiteBot.BotFramework.Schema;

/// <summary>The value of an <c>adaptiveCard/action</c> invoke.</summary>
public class AdaptiveCardInvokeValue
{
    public AdaptiveCardInvokeAction? Action { get; set; }

    public AdaptiveCardAuthentication? Authentication { get; set; }

    /// <summary>A code that follows a sign-in, where there was one.</summary>
    public string? State { get; set; }

    /// <summary><c>automatic</c> for a refresh, <c>manual</c> for a press; not every client sends it.</summary>
    public string? Trigger { get; set; }
}

/// <summary>The action that was pressed: its verb, and its data with the card's inputs merged in.</summary>
public class AdaptiveCardInvokeAction
{
    public string? Type { get; set; }

    public string? Id { get; set; }

    public string? Title { get; set; }

    public string? Verb { get; set; }

    public object? Data { get; set; }
}

/// <summary>A token that a client exchanged for a card's action.</summary>
public class AdaptiveCardAuthentication
{
    public string? Id { get; set; }

    public string? ConnectionName { get; set; }

    public string? Token { get; set; }
}

/// <summary>
/// The answer to an <c>adaptiveCard/action</c>: with type <c>application/vnd.microsoft.card.adaptive</c> the value replaces the card,
/// with <c>application/vnd.microsoft.activity.message</c> it is a text to show.
/// </summary>
public class AdaptiveCardInvokeResponse
{
    public int StatusCode { get; set; }

    public string? Type { get; set; }

    public object? Value { get; set; }
}

/// <summary>The value of an <c>application/search</c> invoke.</summary>
public class SearchInvokeValue
{
    /// <summary>One of <see cref="SearchInvokeTypes"/>; Teams leaves it out and means a search.</summary>
    public string? Kind { get; set; }

    public string? QueryText { get; set; }

    public SearchInvokeOptions? QueryOptions { get; set; }

    public object? Context { get; set; }
}

/// <summary>Which part of the results is asked for.</summary>
public class SearchInvokeOptions
{
    public int Skip { get; set; }

    public int Top { get; set; }
}

/// <summary>The kinds of search that a client may ask for.</summary>
public static class SearchInvokeTypes
{
    public const string Search = "search";
    public const string SearchAnswer = "searchAnswer";
    public const string Typeahead = "typeahead";
}

/// <summary>The answer to an <c>application/search</c>.</summary>
public class SearchInvokeResponse
{
    public int StatusCode { get; set; }

    public string? Type { get; set; }

    public object? Value { get; set; }
}
