using System.Collections.Immutable;
using System.Globalization;
using SiteBot.Ledger;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Intents;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Turns;
using SiteBot.Visits;

namespace SiteBot.Teams.Actions;

/// <summary>A visit as a whole: begin, change its plan, choose it, look at it, hand it over, end it.</summary>
internal sealed class VisitActions(MessageReading messages)
{
    /// <summary>The verbs.</summary>
    public IEnumerable<(string Verb, ActionHandler Handler)> All =>
    [
        (CardVerbs.VisitForm, Form),
        (CardVerbs.VisitStart, Start),
        (CardVerbs.PlanForm, Shown((turn, visit) => turn.SayBeside(PlanFormCard.Draw(turn.Tools.Deck, turn.Workplace, visit, turn.Now, turn.Language)))),
        (CardVerbs.PlanChange, Change),
        (CardVerbs.VisitFocus, Focus),
        (CardVerbs.VisitStatus, Shown((turn, visit) => turn.Say(StatusCard.Draw(turn.Tools.Deck, turn.Workplace, visit, turn.Now, turn.Language)))),
        (CardVerbs.VisitChecklist, Checklist),
        (CardVerbs.VisitHandOver, VisitPress.Of(
            (turn, card, visit) => HandOver.Decide(visit, card["f_to"] ?? "", PrivateText.Of(card["f_note"]), turn.Workplace, turn.Now, turn.Person.Id), VisitPress.ShowStatus)),
        (CardVerbs.VisitLate, VisitPress.Of(Late, VisitPress.ShowStatus)),
        (CardVerbs.VisitClose, VisitPress.Of((turn, _, visit) => CloseVisit.Decide(visit, turn.Workplace, turn.Now, turn.Person.Id), VisitPress.ShowStatus)),
        (CardVerbs.VisitCancel, VisitPress.Of(
            (turn, card, visit) => CancelVisit.Decide(visit, PrivateText.Of(card["f_reason"]), turn.Workplace, turn.Now, turn.Person.Id), VisitPress.ShowStatus)),
        (CardVerbs.VisitProcedure, VisitPress.Of((turn, _, visit) => MoveProcedure.Decide(visit, turn.Workplace, turn.Now, turn.Person.Id), VisitPress.ShowStatus)),
    ];

    private static ValueTask Form(Turn turn, CardInput card, CancellationToken cancellation)
    {
        var draft = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        draft = card["service"] is { } service ? draft.SetItem(VisitDraft.Field.Service, service) : draft;
        turn.Talk = turn.Talk with { Draft = draft };
        turn.SayBeside(VisitFormCard.Draw(turn.Tools.Deck, turn.Workplace, turn.Person, draft, ShortId.New(4), turn.Now, turn.Language));
        return ValueTask.CompletedTask;
    }

    private static ValueTask Start(Turn turn, CardInput card, CancellationToken cancellation)
    {
        var fields = card.Inputs.ToDictionary(input => input.Name, input => input.Value, StringComparer.Ordinal);
        if (card["service"] is { } service)
        {
            fields.TryAdd(VisitDraft.Field.Service, service);
        }

        VisitBeginning.Begin(turn, fields, card["form"] is { Length: <= 8 } form ? form : ShortId.New(4));
        return ValueTask.CompletedTask;
    }

    private static ValueTask Change(Turn turn, CardInput card, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn, card) is { } before)
        {
            var decided = ChangePlan.Decide(before, PlanInputs.Read(turn, before, card), PrivateText.Of(card["f_reason"]), turn.Workplace, turn.Now, turn.Person.Id);
            VisitPress.Tell(turn, card, before, decided, (_, _, after) =>
            {
                VisitPress.ShowStatus(turn, card, after);
                ConsentsSaid.AfterChange(turn, before, after);
            });
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask Focus(Turn turn, CardInput card, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn, card) is not { } visit)
        {
            return;
        }

        turn.FocusOn(visit);
        if (card["then"] is { } then)
        {
            await messages.Again(turn, then, cancellation).ConfigureAwait(false);
            return;
        }

        turn.Say(StatusCard.Draw(turn.Tools.Deck, turn.Workplace, visit, turn.Now, turn.Language));
        turn.WantsNext = turn.Walks(visit);
    }

    private static ValueTask Checklist(Turn turn, CardInput card, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn, card) is { } visit)
        {
            ChecklistSaid.Say(turn, visit, asText: card["as"] == "text");
        }

        return ValueTask.CompletedTask;
    }

    private static Decided Late(Turn turn, CardInput card, Visit visit) => VisitPress.Moment(turn, visit, card["f_date"], card["f_time"]) is { } to
        ? MoveAppointment.Decide(visit, to, PrivateText.Of(card["f_why"]), turn.Workplace, turn.Now, turn.Person.Id)
        : Decided.Refused("time-missing", "请填新约的日期和时间。", "Fill in the date and time agreed anew.");

    private static ActionHandler Shown(Action<Turn, Visit> show) => (turn, card, _) =>
    {
        if (ChosenVisit.Of(turn, card) is { } visit)
        {
            show(turn, visit);
        }

        return ValueTask.CompletedTask;
    };
}
