using System.Text.Json;
using System.Text.Json.Serialization;

namespace SiteBot.BotFramework.Schema.Teams;

/// <summary>What Teams puts into an activity's channel data. Everything in it may be absent.</summary>
public class TeamsChannelData
{
    public TeamsChannelData()
    {
    }

    public TeamsChannelData(ChannelInfo? channel = null, string? eventType = null, TeamInfo? team = null, NotificationInfo? notification = null, TenantInfo? tenant = null)
    {
        Channel = channel;
        EventType = eventType;
        Team = team;
        Notification = notification;
        Tenant = tenant;
    }

    public ChannelInfo? Channel { get; set; }

    /// <summary>What happened, for events: <c>channelCreated</c>, <c>teamRenamed</c>, <c>editMessage</c> and so on.</summary>
    public string? EventType { get; set; }

    public TeamInfo? Team { get; set; }

    public NotificationInfo? Notification { get; set; }

    public TenantInfo? Tenant { get; set; }

    public TeamsMeetingInfo? Meeting { get; set; }

    public TeamsChannelDataSettings? Settings { get; set; }

    public IList<OnBehalfOf>? OnBehalfOf { get; set; }

    /// <summary>What Teams sent besides, kept as it came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>What was chosen when the app was installed.</summary>
public class TeamsChannelDataSettings
{
    public TeamsChannelDataSettings()
    {
    }

    public TeamsChannelDataSettings(ChannelInfo? selectedChannel = null) => SelectedChannel = selectedChannel;

    public ChannelInfo? SelectedChannel { get; set; }
}

/// <summary>Whose message this is, where somebody else sent it.</summary>
public class OnBehalfOf
{
    public int ItemId { get; set; }

    public string? MentionType { get; set; } = "person";

    public string? Mri { get; set; }

    public string? DisplayName { get; set; }
}

/// <summary>A tenant of Microsoft Entra ID. Its id is not always a GUID.</summary>
public class TenantInfo
{
    public TenantInfo()
    {
    }

    public TenantInfo(string? id = null) => Id = id;

    public string? Id { get; set; }
}

/// <summary>Whether a message also shows as a notification.</summary>
public class NotificationInfo
{
    public NotificationInfo()
    {
    }

    public NotificationInfo(bool? alert = null) => Alert = alert;

    public bool? Alert { get; set; }

    public bool? AlertInMeeting { get; set; }

    public string? ExternalResourceUrl { get; set; }
}

/// <summary>The meeting whose chat this is.</summary>
public class TeamsMeetingInfo
{
    public TeamsMeetingInfo()
    {
    }

    public TeamsMeetingInfo(string? id = null) => Id = id;

    public string? Id { get; set; }
}
