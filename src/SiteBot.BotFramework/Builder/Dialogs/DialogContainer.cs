namespace SiteBot.BotFramework.Builder.Dialogs;

/// <summary>A dialog with dialogs of its own inside it.</summary>
public abstract class DialogContainer : Dialog
{
    protected DialogContainer(string? dialogId = null)
        : base(dialogId)
    {
    }

    public DialogSet Dialogs { get; } = new();

    /// <summary>Setting it sets that of every dialog inside.</summary>
    public override IBotTelemetryClient TelemetryClient
    {
        get => base.TelemetryClient;
        set
        {
            base.TelemetryClient = value;
            Dialogs.TelemetryClient = base.TelemetryClient;
        }
    }

    /// <summary>A context over the stack inside, where this dialog is the active one of <paramref name="dc"/> and has begun; else null.</summary>
    public abstract DialogContext? CreateChildContext(DialogContext dc);

    /// <summary>The dialog of that id inside this one, or null.</summary>
    public virtual Dialog? FindDialog(string dialogId) => Dialogs.Find(dialogId);

    public override string GetVersion() => $"{Id}:{Dialogs.GetVersion()}";
}
