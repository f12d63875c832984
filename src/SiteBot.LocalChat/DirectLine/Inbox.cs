using System.Text.Json;
using System.Text.Json.Nodes;
using SiteBot.LocalChat.Bot;
using SiteBot.LocalChat.Rooms;
using SiteBot.LocalChat.Wire;

namespace SiteBot.LocalChat.DirectLine;

/// <summary>Takes what a person sends: into the room, where its sender gets it back, and on its way to the bot.</summary>
internal sealed class Inbox(LocalChatOptions options, RoomBook rooms, Uploads uploads, TeamsActivity teams, HostAddress address, Turns turns)
{
    /// <summary>The activity's id. Whatever is no message stays here: Teams tells a bot neither a person's typing nor a page's events.</summary>
    public string Take(Pass pass, JsonElement activity, IReadOnlyList<SentFile> files)
    {
        var type = activity.Text("type") ?? throw Refused.Bad("An activity needs a type.");
        var id = teams.NextId();
        if (type != "message")
        {
            return id;
        }

        var press = CardActions.Receive(activity.Field("value"));
        var thread = press is null ? Thread(pass.Place, activity, id) : Place.IsThread(press.Place.Thread) ? press.Place.Thread : null;
        var place = pass.Place.In(thread);
        var attachments = files.Select(Attachment).Concat(activity.Items("attachments").Where(HoldsSomething).Select(sent => sent.ToNode())).ToArray();
        Echo(pass, place, id, activity, attachments);
        if (press is { Execute: not null })
        {
            turns.Begin(turn => turn.Execute(pass.Person, place, press));
        }
        else if (press is not null)
        {
            turns.Begin(turn => turn.Say(place, Submit(pass.Person, place, id, press)));
        }
        else if (Message(pass.Person, place, id, activity, attachments) is { } message)
        {
            turns.Begin(turn => turn.Say(place, message));
        }

        return id;
    }

    /// <summary>Web Chat names each uploaded file once more in the activity, without what it holds.</summary>
    private static bool HoldsSomething(JsonElement attachment) => attachment.Field("content") is not null || attachment.Field("contentUrl") is not null;

    /// <summary>The thread that the page chose; without one a post of its own begins a thread.</summary>
    private static string? Thread(Place place, JsonElement activity, string id)
    {
        var chosen = activity.Object("channelData")?.Object("localChat")?.Text("thread");
        return place.Channel is null ? null : Place.IsThread(chosen) ? chosen : id;
    }

    private void Echo(Pass pass, Place place, string id, JsonElement activity, JsonNode?[] attachments)
    {
        var kept = JsonObject.Create(activity)!;
        kept["attachments"] = attachments.Length == 0 ? null : new JsonArray([.. attachments.Select(attachment => attachment?.DeepClone())]);
        rooms.Of(place).Put(new Post(id, pass.Person, kept.ToElement(), options.Now()) { Thread = place.Thread });
    }

    /// <summary>Null for what is said in a channel without a mention of the bot: Teams does not tell it.</summary>
    private JsonObject? Message(LocalPerson person, Place place, string id, JsonElement activity, JsonNode?[] attachments)
    {
        var text = activity.Text("text");
        if (place.Channel is not null && (text is null || ChannelMention.Mark(text, options.BotName) == text))
        {
            return null;
        }

        var message = teams.Message(person, place, id, text ?? "");
        if (text is null)
        {
            message.Remove("text");
        }

        if (attachments.Length > 0)
        {
            message["attachments"] = new JsonArray([.. attachments.Select(attachment => attachment?.DeepClone())]);
        }

        if (activity.Field("value") is { } value)
        {
            message["value"] = value.ToNode();
        }

        return message;
    }

    /// <summary>A message without text, answering the card; <c>msteams</c> in the data says it as text (imBack, messageBack).</summary>
    private JsonObject Submit(LocalPerson person, Place place, string id, CardPress press)
    {
        var message = teams.From(person, place, "message", id);
        message["replyToId"] = press.Place.Activity;
        message["value"] = press.Data;
        if (press.Data["msteams"] is JsonObject teamsAction)
        {
            if (teamsAction.Text("type") == "imBack" && teamsAction.Text("value") is { } said)
            {
                message["text"] = said;
                message.Remove("value");
            }
            else if (teamsAction.Text("type") == "messageBack")
            {
                message["text"] = teamsAction.Text("text");
                message["value"] = teamsAction["value"]?.DeepClone() ?? press.Data.DeepClone();
            }
        }

        return message;
    }

    private JsonNode Attachment(SentFile file)
    {
        var upload = uploads.Keep(file.Name, file.ContentType, file.Bytes);
        return new JsonObject
        {
            ["contentType"] = upload.ContentType,
            ["contentUrl"] = address.Content($"directline/attachments/{upload.Id}/{Uri.EscapeDataString(upload.Name)}"),
            ["name"] = upload.Name,
        };
    }
}
