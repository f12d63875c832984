namespace SiteBot.BotFramework.Builder.Dialogs;

/// <summary>How a dialog's turn ended.</summary>
public class DialogTurnResult
{
    public DialogTurnResult(DialogTurnStatus status, object? result = null)
    {
        Status = status;
        Result = result;
    }

    public DialogTurnStatus Status { get; set; }

    /// <summary>What the dialog that ended gave back.</summary>
    public object? Result { get; set; }

    /// <summary>Whether the dialog around has ended too.</summary>
    public bool ParentEnded { get; set; }
}

/// <summary>Where a stack of dialogs stands after a turn.</summary>
public enum DialogTurnStatus
{
    /// <summary>There is no dialog on the stack.</summary>
    Empty,

    /// <summary>The active dialog waits for an answer.</summary>
    Waiting,

    /// <summary>The last dialog ended; its result is there.</summary>
    Complete,

    /// <summary>The dialogs were cancelled.</summary>
    Cancelled,

    /// <summary>The turn is over, and the dialog wants to be called again all the same.</summary>
    CompleteAndWait,
}

/// <summary>Why a dialog's method is called.</summary>
public enum DialogReason
{
    BeginCalled,
    ContinueCalled,
    EndCalled,
    ReplaceCalled,
    CancelCalled,
    NextCalled,
}
