using System.Globalization;
using System.Text.Json.Nodes;
using SiteBot.LocalChat.Rooms;
using SiteBot.LocalChat.Wire;

namespace SiteBot.LocalChat.DirectLine;

/// <summary>A post as Web Chat gets it, for one reader: own words are "user", everybody else's "bot"; what Web Chat cannot show is made into what it can.</summary>
internal sealed class View(LocalChatOptions options, HostAddress address)
{
    private static readonly string[] AsSent = ["text", "textFormat", "attachmentLayout", "attachments", "suggestedActions", "locale", "inputHint", "summary"];

    /// <summary>Null when the post is not for this reader.</summary>
    public JsonObject? Of(Post post, Place place, Room room, LocalPerson reader)
    {
        if (post.OnlyFor is { } only && only != reader.Id)
        {
            return null;
        }

        var seen = new JsonObject
        {
            ["type"] = post.Activity.Text("type") ?? "message",
            ["id"] = post.Id,
            ["timestamp"] = post.At.ToString("O", CultureInfo.InvariantCulture),
            ["channelId"] = "directline",
            ["conversation"] = new JsonObject { ["id"] = place.RoomId },
            ["from"] = From(post, reader),
        };
        foreach (var name in AsSent)
        {
            if (post.Activity.Field(name) is { } value)
            {
                seen[name] = value.ToNode();
            }
        }

        if (post.Notice is { } notice)
        {
            seen["text"] = notice.In(reader.Language);
            seen["textFormat"] = "plain";
        }
        else if (post.Author is null && post.Activity.Text("text") is { } text)
        {
            seen["text"] = Mentions.Shown(text, post.Activity.Text("textFormat") == "plain" ? "$1" : "**$1**");
        }

        // Web Chat holds a reply back for five seconds when it does not know what it replies to.
        if (post.Activity.Text("replyToId") is { } replyTo && room.Find(replyTo) is not null)
        {
            seen["replyToId"] = replyTo;
        }

        seen["channelData"] = ChannelData(post);
        Attachments(seen, post, reader);
        return seen;
    }

    private JsonObject From(Post post, LocalPerson reader) => post.Author switch
    {
        null => new() { ["id"] = options.BotId, ["name"] = options.BotName, ["role"] = "bot" },
        { } author => new() { ["id"] = author.ChannelUserId, ["name"] = author.Name.In(reader.Language), ["role"] = author.Id == reader.Id ? "user" : "bot" },
    };

    private static JsonObject ChannelData(Post post)
    {
        var data = new JsonObject { ["webchat:sequence-id"] = post.Order, ["localChat"] = new JsonObject { ["thread"] = post.Thread, ["notice"] = post.Notice is not null } };
        if (post.Author is not null && post.Activity.Object("channelData") is { } own)
        {
            foreach (var name in new[] { "clientActivityID", "postBack", "messageBack", "attachmentSizes" })
            {
                if (own.Field(name) is { } value)
                {
                    data[name] = value.ToNode();
                }
            }
        }

        return data;
    }

    private void Attachments(JsonObject seen, Post post, LocalPerson reader)
    {
        if (seen["attachments"] is not JsonArray attachments)
        {
            seen.Remove("attachments");
            return;
        }

        for (var index = 0; index < attachments.Count; index++)
        {
            if (attachments[index] is not JsonObject attachment)
            {
                attachments[index] = new JsonObject { ["contentType"] = "application/octet-stream" };
                continue;
            }

            if (post.Answers.TryGetValue(reader.Id, out var answer) && answer.Attachment == index)
            {
                attachment["content"] = answer.Card.ToNode();
                attachment["contentType"] = CardActions.ContentType;
            }

            if (attachment.Text("contentUrl") is { } url)
            {
                attachment["contentUrl"] = address.AsPath(url);

                // Web Chat shows a picture of one's own by its thumbnail only, and a file's name where there is none.
                if (attachment.Text("contentType")?.StartsWith("image/", StringComparison.Ordinal) == true)
                {
                    attachment["thumbnailUrl"] = address.AsPath(url);
                }
            }

            if (attachment.Text("contentType") == CardActions.ContentType && attachment["content"] is JsonObject card)
            {
                CardActions.Send(card, new(post.Id, post.Thread, index));
            }
        }
    }
}
