using NodaTime;
using NodaTime.Text;
using SiteBot.Escalation;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Intents;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Turns;
using SiteBot.Visits;

namespace SiteBot.Teams.Actions;

/// <summary>The alarm's buttons. Who may press which, the domain says at the moment of the press.</summary>
internal sealed class AlarmActions(TroubleIntents troubles)
{
    private static readonly Text Gone = new("找不到这个告警。", "I cannot find that alarm.");
    private static readonly Text Another = new("这是上一轮告警的卡片；请看最新的一张。", "This card is of an earlier round of the alarm; look at the newest one.");

    /// <summary>The verbs.</summary>
    public IEnumerable<(string Verb, ActionHandler Handler)> All =>
    [
        (CardVerbs.AlarmRaise, Raise),
        (CardVerbs.AlarmAcknowledge, Press((turn, _, alarm) => AcknowledgeAlarm.Decide(alarm, turn.Now, turn.Person.Id))),
        (CardVerbs.AlarmTakeOver, Press((turn, _, alarm) => TakeOverAlarm.Decide(alarm, turn.Now, turn.Person.Id))),
        (CardVerbs.AlarmHelp, Press((turn, card, alarm) => AskForHelp.Decide(alarm, turn.Now, turn.Person.Id, PrivateText.Of(card["f_words"])))),
        (CardVerbs.AlarmHandOn, Press((turn, card, alarm) =>
            HandOnAlarm.Decide(alarm, turn.Workplace, turn.Now, turn.Person.Id, card["f_to"] ?? "", PrivateText.Of(card["f_words"])))),
        (CardVerbs.AlarmResolve, Resolve),
        (CardVerbs.AlarmTakeBack, Press((turn, _, alarm) => TakeBackAlarm.Decide(alarm, turn.Now, turn.Person.Id))),
        (CardVerbs.AlarmDetails, Press((turn, card, alarm) => TellAlarmDetails.Decide(
            alarm, turn.Now, turn.Person.Id, Since(turn, alarm, card["f_since"]), PrivateText.Of(card["f_affected"]), PrivateText.Of(card["f_words"])))),
    ];

    private async ValueTask Raise(Turn turn, CardInput card, CancellationToken cancellation)
    {
        if (Wire.Read<Trouble>(card["trouble"]) is { } trouble)
        {
            await troubles.Raise(turn, trouble, card["f_words"] ?? card["words"] ?? AlarmStory.Names(trouble).In(turn.Language), drill: false).ConfigureAwait(false);
        }
    }

    // What was down runs again only where somebody says so: the chain's "solved" of a service trouble says it too, and the visit hears it.
    private static ValueTask Resolve(Turn turn, CardInput card, CancellationToken cancellation) => Press((_, pressed, alarm) =>
    {
        var visit = alarm.Visit is { } id ? turn.Visit(id) : null;
        var what = PrivateText.Of(pressed["f_what"]);
        if (alarm.Trouble is not (Trouble.Interruption or Trouble.SevereDegradation))
        {
            return ResolveAlarm.Decide(alarm, turn.Now, turn.Person.Id, what);
        }

        var decided = RestoreService.Decide(alarm, visit?.Lead, turn.Now, turn.Person.Id, what);
        if (decided.Change is { HasFacts: true } && visit is { IsOpen: true, ServiceState: not ServiceState.Normal })
        {
            turn.Tell(visit, Decided.Facts(new VisitEvent.ServiceStateTold(ServiceState.Normal, what)));
        }

        return decided;
    })(turn, card, cancellation);

    private static ActionHandler Press(Func<Turn, CardInput, Alarm, AlarmDecided> decide) => async (turn, card, _) =>
    {
        if (card["alarm"] is not { } id || turn.Alarm(id) is not { } alarm)
        {
            turn.Tell(Gone);
            return;
        }

        if (card.Number("round") is { } round && round != alarm.Round)
        {
            turn.Tell(Another);
            return;
        }

        if (alarm.Visit is { } visit)
        {
            await turn.ReadMore([StreamId.Visit(visit)], []).ConfigureAwait(false);
        }

        if (turn.Tell(decide(turn, card, alarm)) is { } refusal)
        {
            turn.Refuse(refusal);
            return;
        }

        turn.Say(AlarmCard.Draw(turn.Tools.Deck, turn.Workplace, turn.Alarm(id)!, turn.Person.Id, turn.Now, turn.Language));
    };

    private static Instant? Since(Turn turn, Alarm alarm, string? typed)
    {
        var zone = turn.Workplace.Directory.FindSite(alarm.Site ?? "")?.Zone ?? turn.Workplace.Directory.FindOffice(alarm.Office)?.Zone;
        return typed is not null && zone is not null && InstantPattern.ExtendedIso.Parse(ToldTime.Read(typed, zone, turn.Now, ahead: false)) is { Success: true } read ? read.Value : null;
    }
}
