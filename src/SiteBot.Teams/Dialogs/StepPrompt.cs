using SiteBot.Procedures;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;

namespace SiteBot.Teams.Dialogs;

/// <summary>Asks one step of a procedure and waits until the visit's facts say that it is answered: by the card's button, by a text, by somebody else.
/// What was answered beside it does not end it; the step is then named once more.</summary>
internal sealed class StepPrompt() : Dialog(nameof(StepPrompt))
{
    /// <inheritdoc />
    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var turn = HeldDialogs.Of(dc.Context);
        var asked = (string)options!;
        turn.Talk = turn.Talk with { Asked = asked };
        if (AskedStep.Find(turn, asked) is { } open)
        {
            turn.Say(StepCard.Draw(turn.Tools.Deck, turn.Workplace, open.Visit, open.Line, turn.Now, turn.Language));
        }

        return Task.FromResult(EndOfTurn);
    }

    /// <inheritdoc />
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var turn = HeldDialogs.Of(dc.Context);
        if (turn.Talk.Asked is { } asked && AskedStep.Find(turn, asked) is { Line.IsOpen: true } open)
        {
            if (turn.Interrupted)
            {
                turn.SayText(turn.Workplace.Texts.Get("step.still", turn.Language, ("step", open.Line.Step.Title.In(turn.Language)), ("ask", open.Line.Step.Ask.In(turn.Language))));
            }

            return EndOfTurn;
        }

        turn.Talk = turn.Talk with { Asked = null, Files = [] };
        return await dc.EndDialogAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
    }
}
