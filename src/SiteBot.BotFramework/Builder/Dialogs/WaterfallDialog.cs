using System.Globalization;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Builder.Dialogs;

/// <summary>A step of a waterfall: asks something, begins another dialog, goes on, or ends.</summary>
public delegate Task<DialogTurnResult> WaterfallStep(WaterfallStepContext stepContext, CancellationToken cancellationToken);

/// <summary>Steps in a row, each given what came of the one before. After the last one the dialog ends with that.</summary>
public class WaterfallDialog : Dialog
{
    private const string PersistedOptions = "options";
    private const string PersistedValues = "values";
    private const string PersistedInstanceId = "instanceId";
    private const string StepIndex = "stepIndex";

    private readonly List<WaterfallStep> steps;

    public WaterfallDialog(string dialogId, IEnumerable<WaterfallStep>? actions = null)
        : base(dialogId)
    {
        steps = [.. actions ?? []];
    }

    /// <summary>Adds a step at the end.</summary>
    public WaterfallDialog AddStep(WaterfallStep step)
    {
        steps.Add(step ?? throw new ArgumentNullException(nameof(step)));
        return this;
    }

    public override string GetVersion() => string.Create(CultureInfo.InvariantCulture, $"{Id}:{steps.Count}");

    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (options is CancellationToken)
        {
            throw new ArgumentException($"{nameof(options)} cannot be a cancellation token");
        }

        var instanceId = Guid.NewGuid().ToString();
        var state = dc.ActiveDialog!.State;
        state[PersistedOptions] = options!;
        state[PersistedValues] = new Dictionary<string, object>();
        state[PersistedInstanceId] = instanceId;
        TelemetryClient.TrackEvent("WaterfallStart", Properties(instanceId));
        (TelemetryClient as IBotPageViewTelemetryClient)?.TrackPageView(Id);
        return RunStepAsync(dc, 0, DialogReason.BeginCalled, null, cancellationToken);
    }

    /// <summary>A message is the result of the step that waits; any other activity leaves it waiting.</summary>
    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return dc.Context.Activity.Type == ActivityTypes.Message
            ? ResumeDialogAsync(dc, DialogReason.ContinueCalled, dc.Context.Activity.Text, cancellationToken)
            : Task.FromResult(EndOfTurn);
    }

    public override Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (result is CancellationToken)
        {
            throw new ArgumentException($"{nameof(result)} cannot be a cancellation token");
        }

        return RunStepAsync(dc, CurrentStep(dc.ActiveDialog!) + 1, reason, result, cancellationToken);
    }

    public override Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var instanceId = instance.State.TryGetValue(PersistedInstanceId, out var id) ? id as string : null;
        if (reason == DialogReason.CancelCalled)
        {
            TelemetryClient.TrackEvent("WaterfallCancel", Properties(instanceId, StepName(CurrentStep(instance))));
        }
        else if (reason == DialogReason.EndCalled)
        {
            TelemetryClient.TrackEvent("WaterfallComplete", Properties(instanceId));
        }

        return Task.CompletedTask;
    }

    /// <summary>Runs one step.</summary>
    protected virtual Task<DialogTurnResult> OnStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stepContext);
        var instanceId = stepContext.ActiveDialog!.State[PersistedInstanceId] as string;
        TelemetryClient.TrackEvent("WaterfallStep", Properties(instanceId, StepName(stepContext.Index)));
        return steps[stepContext.Index](stepContext, cancellationToken);
    }

    /// <summary>Runs the step of that index; past the last one, ends the dialog with the result.</summary>
    protected Task<DialogTurnResult> RunStepAsync(DialogContext dc, int index, DialogReason reason, object? result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (index >= steps.Count)
        {
            return dc.EndDialogAsync(result, cancellationToken);
        }

        var state = dc.ActiveDialog!.State;
        state[StepIndex] = index;
        state.TryGetValue(PersistedOptions, out var options);
        return OnStepAsync(new WaterfallStepContext(this, dc, options, Values(state), index, reason, result), cancellationToken);
    }

    private static int CurrentStep(DialogInstance instance) =>
        instance.State.TryGetValue(StepIndex, out var index) ? Convert.ToInt32(index, CultureInfo.InvariantCulture) : 0;

    private static IDictionary<string, object> Values(IDictionary<string, object> state)
    {
        state.TryGetValue(PersistedValues, out var stored);
        var values = stored as IDictionary<string, object> ?? StateJson.As<Dictionary<string, object>>(stored) ?? [];
        state[PersistedValues] = values;
        return values;
    }

    /// <summary>The method's name; a lambda has none worth telling.</summary>
    private string StepName(int index)
    {
        var name = index < steps.Count ? steps[index].Method.Name : string.Empty;
        return name.Length == 0 || name.Contains('<') ? string.Create(CultureInfo.InvariantCulture, $"Step{index + 1}of{steps.Count}") : name;
    }

    private Dictionary<string, string> Properties(string? instanceId, string? stepName = null)
    {
        var properties = new Dictionary<string, string> { ["DialogId"] = Id, ["InstanceId"] = instanceId ?? string.Empty };
        if (stepName is not null)
        {
            properties["StepName"] = stepName;
        }

        return properties;
    }
}
