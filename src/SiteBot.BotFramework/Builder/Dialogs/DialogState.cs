namespace SiteBot.BotFramework.Builder.Dialogs;

/// <summary>The stack of dialogs of one conversation, the active one first: what is stored between turns.</summary>
public class DialogState
{
    public DialogState()
        : this(null)
    {
    }

    public DialogState(List<DialogInstance>? stack)
    {
        DialogStack = stack ?? [];
    }

    public List<DialogInstance> DialogStack { get; set; }
}

/// <summary>A dialog on a stack, with what it keeps between turns.</summary>
public class DialogInstance
{
    /// <summary>The dialog's id in its set.</summary>
    public string Id { get; set; } = string.Empty;

    public IDictionary<string, object> State { get; set; } = new Dictionary<string, object>();

    /// <summary>Where the dialog keeps its state in a stack that is not its own.</summary>
    public int? StackIndex { get; set; }

    /// <summary>What the dialog's <see cref="Dialog.GetVersion"/> said when this began, where anybody noted it.</summary>
    public string? Version { get; set; }
}
