namespace SiteBot.BotFramework.Builder.Dialogs;

/// <summary>Something that happened to a dialog, offered to it and to the dialogs around it.</summary>
public class DialogEvent
{
    /// <summary>Whether the dialogs around may handle it too.</summary>
    public bool Bubble { get; set; }

    public string Name { get; set; } = string.Empty;

    public object? Value { get; set; }
}

/// <summary>The names of the events that dialogs themselves emit.</summary>
public static class DialogEvents
{
    public const string BeginDialog = "beginDialog";
    public const string RepromptDialog = "repromptDialog";
    public const string CancelDialog = "cancelDialog";
    public const string ActivityReceived = "activityReceived";
    public const string VersionChanged = "versionChanged";
    public const string Error = "error";
    public const string Custom = "custom";
}
