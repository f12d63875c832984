using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SiteBot.LocalChat.Bot;
using SiteBot.LocalChat.Rooms;
using SiteBot.LocalChat.Wire;

namespace SiteBot.LocalChat.DirectLine;

/// <summary>Direct Line 3.0 as Web Chat uses it: tokens, conversations, activities, a stream, uploads.</summary>
internal sealed class DirectLineEndpoints(LocalChatOptions options, RoomBook rooms, Stamps stamps, Turns turns, Inbox inbox, View view)
{
    public void Map(RouteGroupBuilder group)
    {
        group.MapPost("/tokens/generate", Generate);
        group.MapPost("/tokens/refresh", (HttpRequest request) => Edge.Json(Grant(Pass(request))));
        group.MapPost("/conversations", Start);
        group.MapGet("/conversations/{id}", Reconnect);
        group.MapGet("/conversations/{id}/activities", Activities);
        group.MapPost("/conversations/{id}/activities", Post);
        group.MapPost("/conversations/{id}/upload", Upload);
    }

    /// <summary><c>{"user":{"id"}}</c> by the directory's id, the channel's or aadObjectId; with <c>"channel"</c> the channel's room, else one's own.</summary>
    private async Task<IResult> Generate(HttpRequest request, CancellationToken cancellation)
    {
        var body = await JsonBody.Read(request, options.LargestActivity, cancellation);
        var people = options.People();
        var user = body.Object("user")?.Text("id") ?? throw Refused.Bad("Say who you are: {\"user\":{\"id\":\"…\"}}.");
        var person = people.Person(user) ?? people.Member(user)
            ?? throw new Refused(StatusCodes.Status404NotFound, "UserNotFound", "Nobody in the directory has this id.");
        var place = body.Text("channel") is not { } channel ? Place.Of(person)
            : Place.Of(people.Channel(channel) ?? throw Refused.NoConversation());
        var pass = new Pass(person, place);
        ChatSession.Begin(request.HttpContext.Response, pass);
        return Edge.Json(Grant(pass));
    }

    private IResult Start(HttpRequest request)
    {
        var pass = Pass(request);
        turns.Greet(pass.Person, pass.Place);
        return Edge.Json(WithStream(request, pass, "0"), StatusCodes.Status201Created);
    }

    private IResult Reconnect(HttpRequest request, string id, string? watermark)
    {
        var pass = Pass(request, id);
        if (string.IsNullOrEmpty(watermark))
        {
            turns.Greet(pass.Person, pass.Place);
        }
        else
        {
            turns.Rejoin(pass.Place);
        }

        return Edge.Json(WithStream(request, pass, watermark ?? "0"));
    }

    private IResult Activities(HttpRequest request, string id, string? watermark)
    {
        var pass = Pass(request, id);
        var room = rooms.Of(pass.Place);
        var (posts, stamp) = room.Since(stamps.Read(watermark));
        return Edge.Json(Frame(posts.Select(post => view.Of(post, pass.Place, room, pass.Person)), stamp));
    }

    private async Task<IResult> Post(HttpRequest request, string id, CancellationToken cancellation)
    {
        var pass = Pass(request, id);
        var activity = await JsonBody.Read(request, options.LargestActivity, cancellation);
        return Edge.Json(new JsonObject { ["id"] = inbox.Take(pass, activity, []) });
    }

    private async Task<IResult> Upload(HttpRequest request, string id, CancellationToken cancellation)
    {
        var pass = Pass(request, id);
        var (activity, files) = await UploadForm.Read(request, options, cancellation);
        return Edge.Json(new JsonObject { ["id"] = inbox.Take(pass, activity, files) });
    }

    public static JsonObject Frame(IEnumerable<JsonObject?> activities, long stamp) => new()
    {
        ["activities"] = new JsonArray([.. activities.Where(activity => activity is not null)]),
        ["watermark"] = stamp.ToString(CultureInfo.InvariantCulture),
    };

    private static JsonObject Grant(Pass pass) => new() { ["conversationId"] = pass.Place.RoomId, ["token"] = pass.Token, ["expires_in"] = DirectLine.Pass.Seconds };

    private static JsonObject WithStream(HttpRequest request, Pass pass, string watermark)
    {
        var scheme = request.IsHttps ? "wss" : "ws";
        var grant = Grant(pass);
        grant["streamUrl"] = $"{scheme}://{request.Host}/directline/conversations/{Uri.EscapeDataString(pass.Place.RoomId)}/stream?t={pass.Token}&watermark={Uri.EscapeDataString(watermark)}";
        return grant;
    }

    private Pass Pass(HttpRequest request, string? conversation = null)
    {
        const string scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return Pass(header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? header[scheme.Length..].Trim() : null, conversation);
    }

    public Pass Pass(string? token, string? conversation)
    {
        var pass = DirectLine.Pass.Read(options.People(), token);
        return conversation is null || conversation == pass.Place.RoomId ? pass : throw Refused.NoConversation();
    }
}
