using System.Text.Json;
using System.Text.Json.Nodes;
using SiteBot.LocalChat.Bot;
using SiteBot.LocalChat.Rooms;
using SiteBot.LocalChat.Wire;

namespace SiteBot.LocalChat.Connector;

/// <summary>The bot's way back: the Bot Framework's REST API under the channel's serviceUrl, answering as Teams answers.</summary>
internal sealed class ConversationEndpoints(LocalChatOptions options, RoomBook rooms, TeamsActivity teams)
{
    public void Map(RouteGroupBuilder group)
    {
        group.MapPost("/v3/conversations", Create);
        group.MapPost("/v3/conversations/{id}/activities", Send);
        group.MapPost("/v3/conversations/{id}/activities/{activity}", Send);
        group.MapPut("/v3/conversations/{id}/activities/{activity}", Update);
        group.MapDelete("/v3/conversations/{id}/activities/{activity}", Delete);
    }

    private async Task<IResult> Create(HttpRequest request, CancellationToken cancellation)
    {
        var body = await JsonBody.Read(request, options.LargestActivity, cancellation);
        var place = Wanted(body);
        var made = new JsonObject();
        if (body.Object("activity") is { } first)
        {
            var said = Say(place, first);
            made["activityId"] = said?.Id;
            place = place.In(said?.Thread);
        }
        else if (place.Channel is not null)
        {
            throw Refused.Bad("A new thread of a channel needs its first activity.");
        }

        made["id"] = place.ConversationId;
        made["serviceUrl"] = request.Headers.Host.Count == 0 ? null : $"{request.Scheme}://{request.Host}/local-connector";
        return Edge.Json(made, StatusCodes.Status201Created);
    }

    /// <summary>One person, or a thread in a channel; Teams makes no group chats for bots.</summary>
    private Place Wanted(JsonElement body)
    {
        var people = options.People();
        if (body.Object("channelData")?.Object("channel")?.Text("id") is { } channel)
        {
            return Place.Of(people.Channel(channel) ?? throw Refused.NoConversation());
        }

        var members = body.Items("members").ToList();
        return members is [var member] && member.Text("id") is { } id
            ? Place.Of(people.Member(id) ?? throw new Refused(StatusCodes.Status403Forbidden, "BotNotInConversationRoster", "Nobody in the directory has this member's id."))
            : throw Refused.Bad("A conversation is made with one member, or in channelData.channel.");
    }

    private async Task<IResult> Send(HttpRequest request, string id, CancellationToken cancellation)
    {
        var place = Find(id);
        var said = Say(place, await JsonBody.Read(request, options.LargestActivity, cancellation));
        return Edge.Json(said is null ? [] : new JsonObject { ["id"] = said.Id }, StatusCodes.Status201Created);
    }

    /// <summary>Also for an activity of before a restart: it appears again, as it now is.</summary>
    private async Task<IResult> Update(HttpRequest request, string id, string activity, CancellationToken cancellation)
    {
        var place = Find(id);
        var changed = await JsonBody.Read(request, options.LargestActivity, cancellation);
        BotsOwn(place, activity);
        Put(place, activity, changed);
        return Edge.Json(new JsonObject { ["id"] = activity });
    }

    /// <summary>Web Chat cannot take a post away, so a line stands in its place.</summary>
    private IResult Delete(string id, string activity)
    {
        var place = Find(id);
        BotsOwn(place, activity);
        var gone = new JsonObject { ["type"] = "message" }.ToElement();
        rooms.Of(place).Change(activity, post => post with { Activity = gone, Notice = new("此消息已删除。", "This message was deleted."), Answers = post.Answers.Clear() });
        return Results.Ok();
    }

    private Place Find(string id) => Place.Find(options.People(), id) ?? throw Refused.NoConversation();

    private void BotsOwn(Place place, string activity)
    {
        if (!Place.IsThread(activity))
        {
            throw Refused.Bad("There is no such activity.");
        }

        if (rooms.Of(place).Find(activity)?.Author is not null)
        {
            throw new Refused(StatusCodes.Status403Forbidden, "Forbidden", "This activity was written by somebody else.");
        }
    }

    /// <summary>Null for what no person sees: traces, events, the end of a conversation.</summary>
    private Post? Say(Place place, JsonElement activity) => activity.Text("type") switch
    {
        null => throw Refused.Bad("An activity needs a type."),
        "message" or "typing" => Put(place, teams.NextId(), activity),
        _ => null,
    };

    private Post Put(Place place, string id, JsonElement activity) => rooms.Of(place).Put(new Post(id, null, activity, options.Now())
    {
        Thread = place.Channel is null ? null : place.Thread ?? id,
        Passing = activity.Text("type") == "typing",
    });
}
