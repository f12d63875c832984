using System.Collections.Frozen;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;
using SiteBot.Understanding;

namespace SiteBot.Teams.Intents;

/// <summary>Reads a typed message and does what it means. What is nothing but an answer to a consent or a short text of the operation is done; else trouble goes before everything else; what tells a step goes before what asks; what is unclear is asked back.</summary>
internal sealed class MessageReading(
    ConsentTexts consents, OperationTexts operations, StepTexts steps, VisitDraft draft, PlainReading plain, TroubleIntents troubles, HandingTexts handing, NamedVisit named,
    FrozenDictionary<Intent, IntentHandler> intents)
{
    private const double SurelyBegins = 0.8;

    /// <summary>Reads the message of <paramref name="turn"/>.</summary>
    public async ValueTask Read(Turn turn, CancellationToken cancellation)
    {
        if ((!turn.Uploads.IsEmpty && FilesTaken.Take(turn) && turn.Incoming.Text.Length == 0) || turn.Incoming.Text.Length == 0)
        {
            return;
        }

        if (await consents.Tell(turn).ConfigureAwait(false) || await operations.Tell(turn).ConfigureAwait(false))
        {
            return;
        }

        var understood = await turn.Tools.Understanding.Understand(turn.Incoming.Text, cancellation).ConfigureAwait(false);

        // Alarms go first; of lesser trouble, what tells a line of the checklist in so many words is that line: "报告提交了". So is "service is normal" where it was never down.
        var isTrouble = (understood is { Intent: Intent.ServiceRestored, IsUnclear: false } && turn.Focus?.ServiceState is not Gate.ServiceState.Normal) || understood is { Intent: Intent.ReportProblem, Severity: Understanding.Severity.Critical or Understanding.Severity.Serious, IsUnclear: false };
        if (!isTrouble && await RunningTexts.Tell(turn, troubles).ConfigureAwait(false))
        {
            return;
        }

        if (!isTrouble && (StandingTexts.Tell(turn) || draft.GoOn(turn, understood) || (!Begins(understood) && steps.Tell(turn, understood)) || handing.Tell(turn, understood) || AsideTexts.Tell(turn, understood)))
        {
            return;
        }

        var isVague = understood.IsUnclear || understood.Intent is Intent.Ask or Intent.None or Intent.CanINow;
        var begins = isVague ? await plain.Of(turn, cancellation).ConfigureAwait(false) : null;
        await Mean(turn, begins ?? understood, cancellation).ConfigureAwait(false);
    }

    // "Start an inspection at Chaoyang" tells no step of the visit that is under way.
    private static bool Begins(Understood understood) => understood is { Intent: Intent.StartVisit, Service: not null, Confidence: >= SurelyBegins };

    /// <summary>Reads a text that was typed before: the person had to choose the visit first.</summary>
    public async ValueTask Again(Turn turn, string text, CancellationToken cancellation) =>
        await Mean(turn.With(text), await turn.Tools.Understanding.Understand(text, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);

    /// <summary>Does what an intent does, also where a person chose it among several.</summary>
    public async ValueTask Mean(Turn turn, Understood understood, CancellationToken cancellation)
    {
        turn.Interrupted = turn.Talk.Asked is not null;
        if (understood is { IsUnclear: true, When: not null } && understood.Alternatives.Contains(Intent.CanINow))
        {
            // "What about 2 am?" names a time and nothing else: it goes on from the question before.
            understood = understood with { Intent = Intent.CanINow, Alternatives = [] };
        }

        if (understood.IsUnclear)
        {
            turn.Say(UnclearCard.Draw(turn.Tools.Deck, turn.Workplace, understood.Alternatives, turn.Incoming.Text, turn.Language));
            return;
        }

        if (named.Settles(turn, understood) || !handing.Reads(turn, understood, out var watcher))
        {
            return;
        }

        turn.Watcher = watcher;
        await intents[understood.Intent](turn, understood, cancellation).ConfigureAwait(false);
    }
}
