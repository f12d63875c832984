using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Ledger;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Turns;
using SiteBot.Visits;

namespace SiteBot.Teams.Actions;

/// <summary>The operation itself: start, act without a go, end, data changed, the state of the service, leaving.</summary>
internal static class OperationActions
{
    /// <summary>The verbs.</summary>
    public static IEnumerable<(string Verb, ActionHandler Handler)> All =>
    [
        (CardVerbs.OperationStart, (turn, card, _) => Begin(turn, card, (asking, others) => StartOperation.Decide(asking, turn.Workplace, others))),
        (CardVerbs.OperationWithoutGo, (turn, card, _) => Begin(turn, card, (asking, others) => ActWithoutGo.Decide(
            asking, card["decision"], PrivateText.Of(card["f_said_by"]), PrivateText.Of(card["f_why"]), null, turn.Workplace, others))),
        (CardVerbs.OperationEnd, VisitPress.Of(End, static (turn, _, visit) => OperationSaid.Ended(turn, visit))),
        (CardVerbs.DataChanged, VisitPress.Of(
            (turn, card, visit) => RecordDataChange.Decide(visit, PrivateText.Of(card["f_what"]), null, turn.Person.Id, turn.Now, turn.Workplace),
            (turn, _, visit) => turn.Say(visit.Running is null
                ? StatusCard.Draw(turn.Tools.Deck, turn.Workplace, visit, turn.Now, turn.Language)
                : OperationCard.Draw(turn.Tools.Deck, turn.Workplace, visit, turn.Now, turn.Language)))),
        (CardVerbs.ServiceTold, Service),
        (CardVerbs.Leave, Leave),
    ];

    private static async ValueTask Begin(Turn turn, CardInput card, Func<GateAsking, IEnumerable<Visit>, OperationBegun> decide)
    {
        if (ChosenVisit.Of(turn, card) is { } visit)
        {
            await OperationSaid.Begin(
                turn, visit, Wire.Read<OperationKind>(card["operation"]), (asking, others) => decide(asking with { ShelfInService = GateActions.Shelf(card) }, others)).ConfigureAwait(false);
        }
    }

    private static Decided End(Turn turn, CardInput card, Visit visit) => Wire.Read<OperationOutcome>(card["outcome"]) is { } outcome
        ? EndOperation.Decide(visit, card.Number("run"), outcome, PrivateText.Of(card["f_issues"]), null, turn.Person.Id, turn.Now, turn.Workplace)
        : Decided.Refused("outcome-missing", "请选结果：完成、已回退或失败。", "Choose how it ended: done, rolled back or failed.");

    private static async ValueTask Service(Turn turn, CardInput card, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn, card) is not { } visit)
        {
            return;
        }

        if (Wire.Read<ServiceState>(card["state"]) is not { } state)
        {
            turn.Tell(new Text("请选业务状态。", "Choose the state of the service."));
            return;
        }

        var what = PrivateText.Of(card["f_what"]);
        if (state == ServiceState.Normal)
        {
            await ServiceBack.Tell(turn, visit, what).ConfigureAwait(false);
            return;
        }

        VisitPress.Tell(
            turn, card, visit, TellServiceState.Decide(visit, state, what, turn.Workplace, turn.Person.Id),
            (_, _, after) => turn.Say(StatusCard.Draw(turn.Tools.Deck, turn.Workplace, after, turn.Now, turn.Language)));
    }

    private static async ValueTask Leave(Turn turn, CardInput card, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn, card) is { } visit)
        {
            var how = card["how"] switch { "night" => LeavingMode.ForTheNight, "handed_over" => LeavingMode.HandedOver, "for_good" => LeavingMode.ForGood, _ => (LeavingMode?)null };
            await OperationSaid.Leave(turn, visit, how, card["f_to"]).ConfigureAwait(false);
        }
    }
}
