using System.Text.Json;

namespace SiteBot.Teams.Messages;

/// <summary>What Teams says of the place in an activity's channelData.</summary>
/// <param name="Team">The team's id, or null.</param>
/// <param name="Channel">The channel's id, or null.</param>
/// <param name="Tenant">The tenant's id, or null.</param>
internal sealed record ChannelIds(string? Team, string? Channel, string? Tenant)
{
    private static readonly ChannelIds None = new(null, null, null);

    /// <summary>Reads channelData; what is not there or not as Teams writes it is null.</summary>
    public static ChannelIds Read(string? json)
    {
        if (json is null)
        {
            return None;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return root.ValueKind != JsonValueKind.Object ? None : new ChannelIds(
                Id(root, "team") ?? Text(root, "teamsTeamId"), Id(root, "channel") ?? Text(root, "teamsChannelId"), Id(root, "tenant"));
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static string? Id(JsonElement root, string name) =>
        root.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object ? Text(part, "id") : null;

    private static string? Text(JsonElement part, string name) =>
        part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
