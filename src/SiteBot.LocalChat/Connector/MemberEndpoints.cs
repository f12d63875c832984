using System.Globalization;
using System.Text.Json.Nodes;
using SiteBot.LocalChat.Rooms;
using SiteBot.LocalChat.Wire;

namespace SiteBot.LocalChat.Connector;

/// <summary>Who is in a conversation, and what a team is. A channel has everybody of the directory as member.</summary>
internal sealed class MemberEndpoints(LocalChatOptions options)
{
    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("/v3/conversations/{id}/members", (string id) => Edge.Json(new JsonArray([.. Members(id).Select(Member)])));
        group.MapGet("/v3/conversations/{id}/pagedmembers", Paged);
        group.MapGet("/v3/conversations/{id}/members/{member}", One);
        group.MapGet("/v3/conversations/{id}/activities/{activity}/members", (string id, string activity) => Edge.Json(new JsonArray([.. Members(id).Select(Member)])));
        group.MapGet("/v3/teams/{team}", Team);
        group.MapGet("/v3/teams/{team}/conversations", Channels);
    }

    private IReadOnlyList<LocalPerson> Members(string id)
    {
        var people = options.People();
        var place = Place.Find(people, id)
            ?? (people.Team(id) is { } team ? Place.Of(team) : throw Refused.NoConversation());
        return place.Person is { } person ? [person] : people.Persons;
    }

    /// <summary>The continuation token is where the next page begins.</summary>
    private IResult Paged(string id, string? pageSize, string? continuationToken)
    {
        var members = Members(id);
        var size = int.TryParse(pageSize, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, 500) : 200;
        var from = int.TryParse(continuationToken, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? Math.Min(place, members.Count) : 0;
        var page = new JsonObject { ["members"] = new JsonArray([.. members.Skip(from).Take(size).Select(Member)]) };
        if (from + size < members.Count)
        {
            page["continuationToken"] = (from + size).ToString(CultureInfo.InvariantCulture);
        }

        return Edge.Json(page);
    }

    private IResult One(string id, string member) => options.People().Member(member) is { } person && Members(id).Contains(person)
        ? Edge.Json(Member(person))
        : throw new Refused(StatusCodes.Status404NotFound, "MemberNotFoundInConversation", "This person is not in the conversation.");

    private IResult Team(string team)
    {
        var (people, found) = Known(team);
        return Edge.Json(new JsonObject
        {
            ["id"] = found.TeamId,
            ["name"] = found.Office.In(found.Language),
            ["aadGroupId"] = found.TeamId,
            ["channelCount"] = people.Channels.Count(channel => channel.TeamId == found.TeamId),
            ["memberCount"] = people.Persons.Count,
        });
    }

    private IResult Channels(string team)
    {
        var (people, found) = Known(team);
        var channels = people.Channels.Where(channel => channel.TeamId == found.TeamId)
            .Select(channel => new JsonObject { ["id"] = channel.ChannelId, ["name"] = channel.Name.In(channel.Language) });
        return Edge.Json(new JsonObject { ["conversations"] = new JsonArray([.. channels]) });
    }

    private (LocalPeople People, LocalChannel Team) Known(string team)
    {
        var people = options.People();
        return (people, people.Team(team) ?? throw new Refused(StatusCodes.Status404NotFound, "TeamNotFound", "The directory has no such team."));
    }

    private JsonObject Member(LocalPerson person) => new()
    {
        ["id"] = person.ChannelUserId,
        ["name"] = person.Name.In(person.Language),
        ["aadObjectId"] = person.AadObjectId,
        ["objectId"] = person.AadObjectId,
        ["userPrincipalName"] = $"{person.Id}@local.invalid",
        ["email"] = $"{person.Id}@local.invalid",
        ["tenantId"] = options.TenantId,
        ["userRole"] = "user",
    };
}
