using System.Security.Cryptography;
using System.Text;

namespace SiteBot.BotFramework.Builder.Dialogs;

/// <summary>Dialogs that may begin one another, by their ids.</summary>
public class DialogSet
{
    private readonly IStatePropertyAccessor<DialogState>? dialogState;
    private readonly Dictionary<string, Dialog> dialogs = [];
    private IBotTelemetryClient telemetryClient = NullBotTelemetryClient.Instance;

    /// <param name="dialogState">Where the stack of a conversation is kept.</param>
    public DialogSet(IStatePropertyAccessor<DialogState> dialogState)
    {
        this.dialogState = dialogState ?? throw new ArgumentNullException(nameof(dialogState));
    }

    /// <summary>A set whose stack its container keeps.</summary>
    public DialogSet()
    {
    }

    /// <summary>Setting it sets that of every dialog in the set, and of those added later.</summary>
    public IBotTelemetryClient TelemetryClient
    {
        get => telemetryClient;
        set
        {
            var client = value ?? NullBotTelemetryClient.Instance;
            if (ReferenceEquals(client, telemetryClient))
            {
                return; // Components may hold one another.
            }

            telemetryClient = client;
            foreach (var dialog in dialogs.Values)
            {
                dialog.TelemetryClient = client;
            }
        }
    }

    /// <summary>Adds a dialog. Another dialog under the same id gets a number after its own id, since both must stay reachable.</summary>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        if (dialogs.TryGetValue(dialog.Id, out var known) && ReferenceEquals(known, dialog))
        {
            return this;
        }

        var id = dialog.Id;
        for (var number = 2; dialogs.ContainsKey(dialog.Id); number++)
        {
            dialog.Id = $"{id}{number}";
        }

        dialog.TelemetryClient = telemetryClient;
        dialogs.Add(dialog.Id, dialog);
        return this;
    }

    /// <summary>A context over the stack of the turn's conversation.</summary>
    /// <exception cref="InvalidOperationException">The set was made without a place for its stack.</exception>
    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (dialogState is null)
        {
            throw new InvalidOperationException("DialogSet.CreateContextAsync(): DialogSet created with a null IStatePropertyAccessor.");
        }

        var state = await dialogState.GetAsync(turnContext, () => new DialogState(), cancellationToken).ConfigureAwait(false);
        return new DialogContext(this, turnContext, state);
    }

    /// <summary>The dialog of that id, or null.</summary>
    public Dialog? Find(string dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
        {
            throw new ArgumentNullException(nameof(dialogId));
        }

        return dialogs.GetValueOrDefault(dialogId);
    }

    public IEnumerable<Dialog> GetDialogs() => dialogs.Values;

    /// <summary>A text that changes when a dialog is added or one's version changes.</summary>
    public virtual string GetVersion()
    {
        var versions = string.Concat(dialogs.Select(entry => $"|{entry.Key}:{entry.Value.GetVersion()}"));
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(versions)));
    }
}
