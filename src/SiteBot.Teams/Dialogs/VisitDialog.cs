using SiteBot.Procedures;

namespace SiteBot.Teams.Dialogs;

/// <summary>The walk through a visit of one service type: a waterfall a phase, built from the service's file, one after the other. A dialog holds no truth:
/// each step asks the domain whether it is the next one and else goes on, so that a lost state or a changed file costs nothing but the question.</summary>
internal sealed class VisitDialog : ComponentDialog
{
    private const string Phases = "phases";

    /// <summary>Builds the walk, registered by the service's name.</summary>
    public VisitDialog(Procedure procedure)
        : base(procedure.Service)
    {
        AddDialog(new StepPrompt());
        AddDialog(new WaterfallDialog(Phases, procedure.Phases.Select(WaterfallStep (phase) => (step, cancellation) => step.BeginDialogAsync(Name(phase), step.Options, cancellation))));
        foreach (var phase in procedure.Phases)
        {
            AddDialog(new WaterfallDialog(Name(phase), phase.Steps.Select(Ask)));
        }

        InitialDialogId = Phases;
    }

    private static string Name(Phase phase) => "phase/" + phase.Id;

    private static WaterfallStep Ask(Step asked) => (step, cancellation) =>
    {
        var turn = HeldDialogs.Of(step.Context);
        return turn.Visit((string)step.Options!) is { IsOpen: true } visit && turn.ChecklistOf(visit).Next?.Step.Id == asked.Id
            ? step.BeginDialogAsync(nameof(StepPrompt), AskedStep.Name(visit, asked.Id), cancellation)
            : step.NextAsync(cancellationToken: cancellation);
    };
}
