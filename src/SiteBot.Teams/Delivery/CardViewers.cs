using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SiteBot.Teams.Cards;

namespace SiteBot.Teams.Delivery;

/// <summary>Names in a channel's card who is shown a view of their own: its <c>refresh</c> asks for it as soon as they see the card.</summary>
internal static class CardViewers
{
    /// <summary>Teams shows at most so many people views of their own.</summary>
    public const int Most = 60;

    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The card with these people named; as it is where it asks for no refresh. Where nobody is named the channel decides: in a small one everybody is shown their own view.</summary>
    /// <param name="card">The card.</param>
    /// <param name="ids">The channel's ids of people, the most important first; beyond <see cref="Most"/> they are left out.</param>
    public static Card Name(Card card, ImmutableArray<string> ids)
    {
        if (ids.IsEmpty || JsonNode.Parse(card.Json) is not JsonObject root || root["refresh"] is not JsonObject refresh)
        {
            return card;
        }

        refresh["userIds"] = new JsonArray([.. ids.Take(Most).Select(id => (JsonNode?)id)]);
        return card with { Json = root.ToJsonString(Written) };
    }
}
