using System.Globalization;
using System.Text.Json.Nodes;
using SiteBot.LocalChat.Rooms;

namespace SiteBot.LocalChat.Bot;

/// <summary>Activities as Teams writes them (docs/decisions/0010): ids, tenant, conversation, channelData, so that the bot meets one channel only.</summary>
internal sealed class TeamsActivity(LocalChatOptions options, HostAddress address, Stamps stamps)
{
    /// <summary>The envelope that every activity of the channel has.</summary>
    public JsonObject From(LocalPerson person, Place place, string type, string? id = null) => new()
    {
        ["type"] = type,
        ["id"] = id ?? NextId(),
        ["timestamp"] = options.Now().UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ["channelId"] = "msteams",
        ["serviceUrl"] = address.ServiceUrl,
        ["from"] = new JsonObject { ["id"] = person.ChannelUserId, ["name"] = person.Name.In(person.Language), ["aadObjectId"] = person.AadObjectId },
        ["recipient"] = Bot(),
        ["conversation"] = Conversation(place),
        ["channelData"] = ChannelData(place),
        ["locale"] = Locale(person),
        ["entities"] = new JsonArray(ClientInfo(person)),
    };

    /// <summary>What a person says. In a channel the mention is marked as Teams marks it.</summary>
    public JsonObject Message(LocalPerson person, Place place, string id, string text)
    {
        var activity = From(person, place, "message", id);
        var said = ChannelMention.Mark(text, options.BotName);
        activity["text"] = said;
        activity["textFormat"] = "plain";
        if (said != text)
        {
            ((JsonArray)activity["entities"]!).Add(new JsonObject { ["type"] = "mention", ["mentioned"] = Bot(), ["text"] = ChannelMention.Tag(options.BotName) });
        }

        return activity;
    }

    /// <summary>A press on Action.Execute, or a card's refresh (<paramref name="trigger"/> "automatic").</summary>
    public JsonObject Execute(LocalPerson person, Place place, string cardActivity, JsonObject action, string trigger)
    {
        var activity = From(person, place, "invoke");
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = cardActivity;
        activity["value"] = new JsonObject { ["action"] = action, ["trigger"] = trigger };
        return activity;
    }

    /// <summary>What Teams sends when a person installs the app for the first time, or a team gets it.</summary>
    public IReadOnlyList<JsonObject> Arrival(LocalPerson person, Place place)
    {
        var installed = From(person, place, "installationUpdate");
        installed["action"] = "add";
        var added = From(person, place, "conversationUpdate");
        added["membersAdded"] = place.Channel is null
            ? new JsonArray(Bot(), new JsonObject { ["id"] = person.ChannelUserId, ["aadObjectId"] = person.AadObjectId })
            : new JsonArray(Bot());
        if (place.Channel is not null)
        {
            added["channelData"]!["eventType"] = "teamMemberAdded";
        }

        return [installed, added];
    }

    public string NextId() => stamps.Next().ToString(CultureInfo.InvariantCulture);

    private static string Locale(LocalPerson person) => person.Language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh-CN" : "en-US";

    private static JsonObject ClientInfo(LocalPerson person)
    {
        var info = new JsonObject { ["type"] = "clientInfo", ["locale"] = Locale(person), ["platform"] = "Web" };
        if (person.TimeZone is { } zone)
        {
            info["timezone"] = zone;
        }

        return info;
    }

    private JsonObject Bot() => new() { ["id"] = options.BotId, ["name"] = options.BotName };

    private JsonObject Conversation(Place place)
    {
        var conversation = new JsonObject
        {
            ["id"] = place.ConversationId,
            ["conversationType"] = place.Channel is null ? "personal" : "channel",
            ["tenantId"] = options.TenantId,
        };
        if (place.Channel is not null)
        {
            conversation["isGroup"] = true;
        }

        return conversation;
    }

    private JsonObject ChannelData(Place place)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = options.TenantId } };
        if (place.Channel is { } channel)
        {
            data["teamsChannelId"] = channel.ChannelId;
            data["teamsTeamId"] = channel.TeamId;
            data["channel"] = new JsonObject { ["id"] = channel.ChannelId, ["name"] = channel.Name.In(channel.Language) };
            data["team"] = new JsonObject { ["id"] = channel.TeamId, ["name"] = channel.Office.In(channel.Language) };
        }

        return data;
    }
}
