using System.Text.Json.Serialization;
using SiteBot.BotFramework.Schema.Json;

namespace SiteBot.BotFramework.Schema.Teams;

/// <summary>A person opened a dialog of Teams, or sent what they filled in there.</summary>
public class TaskModuleRequest
{
    public TaskModuleRequest()
    {
    }

    public TaskModuleRequest(object? data = null, TaskModuleRequestContext? context = null)
    {
        Data = data;
        Context = context;
    }

    public object? Data { get; set; }

    public TaskModuleRequestContext? Context { get; set; }

    public TabEntityContext? TabEntityContext { get; set; }
}

/// <summary>How the person's Teams looks.</summary>
public class TaskModuleRequestContext
{
    public TaskModuleRequestContext()
    {
    }

    public TaskModuleRequestContext(string? theme = null) => Theme = theme;

    public string? Theme { get; set; }
}

/// <summary>The answer to a <see cref="TaskModuleRequest"/>.</summary>
public class TaskModuleResponse
{
    public TaskModuleResponse()
    {
    }

    public TaskModuleResponse(TaskModuleResponseBase? task = null) => Task = task;

    [JsonConverter(typeof(RuntimeTypeConverter<TaskModuleResponseBase>))]
    public TaskModuleResponseBase? Task { get; set; }

    public CacheInfo? CacheInfo { get; set; }
}

/// <summary>What a dialog of Teams does next.</summary>
public class TaskModuleResponseBase
{
    public TaskModuleResponseBase()
    {
    }

    public TaskModuleResponseBase(string? type = null) => Type = type;

    public string? Type { get; set; }
}

/// <summary>The dialog goes on with a card or a page.</summary>
public class TaskModuleContinueResponse : TaskModuleResponseBase
{
    public TaskModuleContinueResponse()
        : base("continue")
    {
    }

    public TaskModuleContinueResponse(TaskModuleTaskInfo? value = null)
        : base("continue") => Value = value;

    public TaskModuleTaskInfo? Value { get; set; }
}

/// <summary>The dialog ends with a text.</summary>
public class TaskModuleMessageResponse : TaskModuleResponseBase
{
    public TaskModuleMessageResponse()
        : base("message")
    {
    }

    public TaskModuleMessageResponse(string? value = null)
        : base("message") => Value = value;

    public string? Value { get; set; }
}

/// <summary>The dialog ends and its tab shows other cards.</summary>
public class TaskModuleCardResponse : TaskModuleResponseBase
{
    public TaskModuleCardResponse()
        : base("continue")
    {
    }

    public TaskModuleCardResponse(TabResponse? value = null)
        : base("continue") => Value = value;

    public TabResponse? Value { get; set; }
}

/// <summary>A dialog of Teams: its title, size, and the card or page in it.</summary>
public class TaskModuleTaskInfo
{
    public TaskModuleTaskInfo()
    {
    }

    public TaskModuleTaskInfo(
        string? title = null,
        object? height = null,
        object? width = null,
        string? url = null,
        Attachment? card = null,
        string? fallbackUrl = null,
        string? completionBotId = null)
    {
        Title = title;
        Height = height;
        Width = width;
        Url = url;
        Card = card;
        FallbackUrl = fallbackUrl;
        CompletionBotId = completionBotId;
    }

    public string? Title { get; set; }

    /// <summary>Pixels, or <c>small</c>, <c>medium</c>, <c>large</c>.</summary>
    public object? Height { get; set; }

    /// <summary>Pixels, or <c>small</c>, <c>medium</c>, <c>large</c>.</summary>
    public object? Width { get; set; }

    public string? Url { get; set; }

    public Attachment? Card { get; set; }

    public string? FallbackUrl { get; set; }

    public string? CompletionBotId { get; set; }
}

/// <summary>How long Teams may keep an answer.</summary>
public class CacheInfo
{
    public CacheInfo()
    {
    }

    public CacheInfo(string? cacheType = null, int cacheDuration = 0)
    {
        CacheType = cacheType;
        CacheDuration = cacheDuration;
    }

    public string? CacheType { get; set; }

    /// <summary>In seconds.</summary>
    public int CacheDuration { get; set; }
}
