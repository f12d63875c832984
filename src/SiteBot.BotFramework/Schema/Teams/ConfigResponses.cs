using System.Text.Json.Serialization;
using SiteBot.BotFramework.Schema.Json;

namespace SiteBot.BotFramework.Schema.Teams;

/// <summary>The answer to a person who sets the bot up in a team or a chat.</summary>
public class ConfigResponseBase
{
    public ConfigResponseBase()
    {
    }

    public ConfigResponseBase(string? responseType = null) => ResponseType = responseType;

    public string? ResponseType { get; set; }
}

/// <summary>An answer with what it is about.</summary>
public class ConfigResponse<T> : ConfigResponseBase
    where T : class
{
    public ConfigResponse()
        : base("config")
    {
    }

    [JsonConverter(typeof(RuntimeTypeConverterFactory))]
    public T? Config { get; set; }

    public CacheInfo? CacheInfo { get; set; }
}

/// <summary>Set up through a dialog of Teams.</summary>
public class ConfigTaskResponse : ConfigResponse<TaskModuleResponseBase>;

/// <summary>Sign in first.</summary>
public class ConfigAuthResponse : ConfigResponse<BotConfigAuth>;

/// <summary>The sign-in of a bot that is being set up.</summary>
public class BotConfigAuth
{
    public string Type { get; set; } = "auth";

    public SuggestedActions? SuggestedActions { get; set; }
}
