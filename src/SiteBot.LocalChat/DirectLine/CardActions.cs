using System.Text.Json;
using System.Text.Json.Nodes;
using SiteBot.LocalChat.Wire;

namespace SiteBot.LocalChat.DirectLine;

/// <summary>
/// Web Chat knows Submit, not Execute, and says nothing about the card that was pressed. So each action leaves as a Submit with a mark in its
/// data, and the mark turns it back on the way in. The mark carries all that is needed, since the transcript may have been lost meanwhile.
/// </summary>
internal static class CardActions
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";
    private const string Mark = "__localChat";

    /// <summary>Changes a card, in place, into one that Web Chat can show.</summary>
    public static void Send(JsonObject card, CardPlace place)
    {
        card.Remove("refresh");
        card.Remove("authentication");
        Walk(card, place);
    }

    /// <summary>What was pressed, and the data as the bot wrote it with the inputs merged in; null when the value is no card's.</summary>
    public static CardPress? Receive(JsonElement? value)
    {
        if (value?.Object(Mark) is not { } mark || mark.Text("on") is not { } on)
        {
            return null;
        }

        var data = JsonObject.Create(value.Value)!;
        data.Remove(Mark);
        var place = new CardPlace(on, mark.Text("thread"), mark.Field("card") is { ValueKind: JsonValueKind.Number } card && card.TryGetInt32(out var index) ? index : 0);
        return new(place, mark.Object("execute"), data);
    }

    private static void Walk(JsonNode? node, CardPlace place)
    {
        switch (node)
        {
            case JsonArray items:
                foreach (var item in items)
                {
                    Walk(item, place);
                }

                break;
            case JsonObject element:
                Change(element, place);
                foreach (var (name, child) in element.ToList())
                {
                    if (name != "data")
                    {
                        Walk(child, place);
                    }
                }

                break;
        }
    }

    private static void Change(JsonObject element, CardPlace place)
    {
        switch (element.Text("type"))
        {
            case "Action.Execute":
                var execute = new JsonObject { ["verb"] = element["verb"]?.DeepClone(), ["title"] = element["title"]?.DeepClone(), ["id"] = element["id"]?.DeepClone() };
                element["type"] = "Action.Submit";
                element.Remove("verb");
                element.Remove("fallback");
                Stamp(element, place, execute);
                break;
            case "Action.Submit":
                Stamp(element, place, null);
                break;
            case "TextBlock" when element.Text("text") is { } text:
                element["text"] = Mentions.Shown(text, "**$1**");
                break;
            case "TextRun" when element.Text("text") is { } run:
                element["text"] = Mentions.Shown(run, "$1");
                break;
        }
    }

    /// <summary>Data that is a plain text cannot carry a mark, nor inputs: such a Submit stays what it is.</summary>
    private static void Stamp(JsonObject action, CardPlace place, JsonObject? execute)
    {
        if (action["data"] is null)
        {
            action["data"] = new JsonObject();
        }

        if (action["data"] is JsonObject data)
        {
            data[Mark] = new JsonObject { ["on"] = place.Activity, ["thread"] = place.Thread, ["card"] = place.Attachment, ["execute"] = execute };
        }
    }
}

/// <summary>Which card: the activity, its thread in a channel, the attachment's index.</summary>
internal sealed record CardPlace(string Activity, string? Thread, int Attachment);

/// <summary>A pressed button.</summary>
/// <param name="Place">The card it stands on.</param>
/// <param name="Execute">Verb, title and id of an Execute; null for a Submit.</param>
/// <param name="Data">The action's data with the inputs merged in.</param>
internal sealed record CardPress(CardPlace Place, JsonElement? Execute, JsonObject Data);
