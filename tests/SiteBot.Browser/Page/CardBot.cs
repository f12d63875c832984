using System.Text.Json.Nodes;
using SiteBot.LocalChat.Tests;

namespace SiteBot.Browser.Page;

/// <summary>Answers "card" with a card whose buttons do all that SiteBot's cards do, and the rest with what it heard.</summary>
internal static class CardBot
{
    public static async Task<(int Status, JsonNode? Body)> Turn(JsonObject activity, EchoBot bot)
    {
        switch ((string?)activity["type"], (string?)activity["name"])
        {
            case ("invoke", "adaptiveCard/action"):
                var action = activity["value"]!["action"]!;
                return (200, new JsonObject
                {
                    ["statusCode"] = 200,
                    ["type"] = "application/vnd.microsoft.card.adaptive",
                    ["value"] = Card($"Backup recorded in {(string?)action["data"]!["where"]}", []),
                });
            case ("message", _) when activity["attachments"] is JsonArray { Count: > 0 } files:
                await bot.Replies(activity, new JsonObject { ["text"] = $"Got {files.Count}: {(string?)files[0]!["contentType"]}" });
                break;
            case ("message", _) when activity["value"] is { } value:
                var to = (string)activity["replyToId"]!;
                await bot.Connector(HttpMethod.Put, activity, $"activities/{to}", Message(Card($"Updated in place: {(string?)value["choice"]}", [])));
                break;
            case ("message", _) when (string?)activity["text"] == "break":
                return (500, null);
            case ("message", _) when ((string?)activity["text"])?.Contains("long", StringComparison.Ordinal) == true:
                await bot.Replies(activity, Message(Card("Not yet: 30 checks stand in the way", [Execute()], facts: 30)));
                break;
            case ("message", _) when ((string?)activity["text"])?.Contains("card", StringComparison.Ordinal) == true:
                await bot.Replies(activity, Message(Card("Not yet: 1 check stands in the way", [Execute(), Submit()])));
                break;
            case ("message", _):
                await bot.Replies(activity, new JsonObject { ["text"] = $"Heard **{(string?)activity["text"]}**" });
                break;
        }

        return (200, null);
    }

    /// <summary>A greeting longer than a phone.</summary>
    public static async Task<(int Status, JsonNode? Body)> Greets(JsonObject activity, EchoBot bot)
    {
        await bot.Replies(activity, Message(Card("Hello, I am the bot", [], facts: 30)));
        return (200, null);
    }

    /// <summary>Something unasked, longer than a phone.</summary>
    public static Task TellsNews(JsonObject about, EchoBot bot) => bot.Connector(HttpMethod.Post, about, "activities", Message(Card("News: 30 checks", [], facts: 30)));

    private static JsonObject Execute() => new() { ["type"] = "Action.Execute", ["title"] = "Record backup", ["verb"] = "backup", ["style"] = "positive", ["data"] = new JsonObject { ["step"] = "backup" } };

    private static JsonObject Submit() => new() { ["type"] = "Action.Submit", ["title"] = "Ask for consent", ["data"] = new JsonObject { ["choice"] = "consent" } };

    private static JsonObject Message(JsonObject card) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card }),
    };

    private static JsonObject Card(string title, JsonArray actions, int facts = 1)
    {
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["body"] = new JsonArray(
                new JsonObject { ["type"] = "TextBlock", ["text"] = title, ["size"] = "Large", ["weight"] = "Bolder", ["wrap"] = true, ["color"] = "Attention" },
                new JsonObject
                {
                    ["type"] = "FactSet",
                    ["facts"] = new JsonArray(
                        [.. Enumerable.Repeat(0, facts).Select(_ => (JsonNode)new JsonObject { ["title"] = "6.3-1", ["value"] = "Take the backup and say where it is kept." }),
                        new JsonObject { ["title"] = "Clears it", ["value"] = "You; else Wang Fang, +86 10 5550 0101" }]),
                }),
            ["actions"] = actions,
        };
        if (actions.Count > 0)
        {
            card["body"]!.AsArray().Add(new JsonObject { ["type"] = "Input.Text", ["id"] = "where", ["label"] = "Where is it kept?" });
        }

        return card;
    }
}
