using System.Text.Json;
using SiteBot.LocalChat.Rooms;
using SiteBot.LocalChat.Wire;

namespace SiteBot.LocalChat.DirectLine;

/// <summary>Which cards of a post want to be asked for again when this person sees them: <c>refresh.userIds</c> names them, or names nobody in a personal chat and the card is older than a minute, as in Teams.</summary>
internal static class CardRefresh
{
    public static IEnumerable<(CardPlace Card, JsonElement Action)> For(Post post, LocalPerson person, LocalPeople people, DateTimeOffset now) =>
        from attachment in post.Activity.Items("attachments").Select((value, index) => (value, index))
        where attachment.value.Text("contentType") == CardActions.ContentType
        let refresh = attachment.value.Object("content")?.Object("refresh")
        where refresh is not null && Names(refresh.Value, person, people, post.Thread is null && now - post.At > TimeSpan.FromMinutes(1))
        let action = refresh.Value.Object("action")
        where action is not null && action.Value.Text("type") == "Action.Execute"
        select (new CardPlace(post.Id, post.Thread, attachment.index), action.Value);

    private static bool Names(JsonElement refresh, LocalPerson person, LocalPeople people, bool personal)
    {
        var named = refresh.Items("userIds").Where(id => id.ValueKind == JsonValueKind.String).Select(id => id.GetString()!).ToList();
        return named.Count == 0 ? personal : named.Any(id => people.Member(id)?.Id == person.Id);
    }
}
