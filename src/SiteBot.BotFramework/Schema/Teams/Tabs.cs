using System.Text.Json;
using System.Text.Json.Serialization;

namespace SiteBot.BotFramework.Schema.Teams;

/// <summary>A tab made of cards was opened.</summary>
public class TabRequest
{
    public TabEntityContext? TabEntityContext { get; set; }

    public TabContext? Context { get; set; }

    public string? State { get; set; }
}

/// <summary>A button of a card in a tab was pressed.</summary>
public class TabSubmit
{
    public TabEntityContext? TabEntityContext { get; set; }

    public TabContext? Context { get; set; }

    public TabSubmitData? Data { get; set; }
}

/// <summary>The data of a card's Submit in a tab.</summary>
public class TabSubmitData
{
    public string? Type { get; set; }

    /// <summary>The card's own data, kept as it came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>Which tab it is.</summary>
public class TabEntityContext
{
    public string? TabEntityId { get; set; }
}

/// <summary>How the person's Teams looks.</summary>
public class TabContext
{
    public string? Theme { get; set; }
}

/// <summary>The answer to a <see cref="TabRequest"/> or <see cref="TabSubmit"/>.</summary>
public class TabResponse
{
    public TabResponsePayload? Tab { get; set; }
}

/// <summary>A tab's cards, or a sign-in.</summary>
public class TabResponsePayload
{
    /// <summary><c>continue</c>, <c>auth</c> or <c>silentAuth</c>.</summary>
    public string? Type { get; set; }

    public TabResponseCards? Value { get; set; }

    public TabSuggestedActions? SuggestedActions { get; set; }
}

/// <summary>The cards of a tab, from top to bottom.</summary>
public class TabResponseCards
{
    public IList<TabResponseCard>? Cards { get; set; }
}

/// <summary>One card of a tab.</summary>
public class TabResponseCard
{
    public object? Card { get; set; }
}

/// <summary>What a person is to do before the tab shows.</summary>
public class TabSuggestedActions
{
    public IList<CardAction>? Actions { get; set; }
}
