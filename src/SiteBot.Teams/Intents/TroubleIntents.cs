using System.Collections.Immutable;
using SiteBot.Escalation;
using SiteBot.Ledger;
using SiteBot.Teams.Actions;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;
using SiteBot.Understanding;
using SiteBot.Visits;
using Severity = SiteBot.Understanding.Severity;

namespace SiteBot.Teams.Intents;

/// <summary>Trouble at a site (6.5-1, 6.5-2): from the first sentence the alarm goes out, details are asked after.</summary>
internal sealed class TroubleIntents(NamesToday names)
{
    /// <summary>Raises an alarm for interruption, degradation and wrong billing; what is lesser is noted and followed up (6.5-7).</summary>
    public async ValueTask Report(Turn turn, Understood understood, CancellationToken cancellation)
    {
        if (understood.Severity is Severity.Normal or null)
        {
            Lesser(turn);
            return;
        }

        var trouble = understood.IsBilling ? Trouble.Billing : understood.Severity == Severity.Critical ? Trouble.Interruption : Trouble.SevereDegradation;
        await Raise(turn, trouble, turn.Incoming.Text, understood.IsDrill).ConfigureAwait(false);
    }

    /// <summary>"Service is back": asks what was done, or takes it from the sentence's own words.</summary>
    public async ValueTask Restored(Turn turn, Understood understood, CancellationToken cancellation)
    {
        var visit = turn.Focus;
        await turn.ReadMore([], visit is null ? [] : [AlarmLabels.OpenOf(visit.Id), AlarmLabels.OpenAt(visit.Site)]).ConfigureAwait(false);
        var open = turn.Alarms.Where(alarm => alarm.IsOpen && (visit is not null && Turn.Same(alarm.Site, visit.Site) || alarm.IsReporter(turn.Person.Id))).ToImmutableArray();
        if (open.IsEmpty && visit?.ServiceState is null or Gate.ServiceState.Normal)
        {
            turn.Tell(new Text("没有进行中的告警，业务状态就是正常。", "There is no open alarm, and service stands as normal."));
            return;
        }

        turn.Say(RestoredCard.Draw(turn.Tools.Deck, turn.Workplace, visit, open.FirstOrDefault(), turn.Incoming.Text, turn.Now, turn.Language));
    }

    /// <summary>Raises, joins or reopens an alarm, and says to whom it goes.</summary>
    public async ValueTask Raise(Turn turn, Trouble trouble, string words, bool drill)
    {
        var visit = turn.Focus ?? turn.Mine.FirstOrDefault(mine => mine.IsOnSite);
        var named = names.Read(turn, words).Site;
        if (named.IsOpen && named.Candidates.FirstOrDefault(one => Turn.Same(one.Id, visit?.Site)) is { } its)
        {
            // Of two sites that fit, the one that somebody stands at is meant.
            named = named with { Candidates = [its] };
        }

        visit = named.IsOpen ? null : visit;
        var site = named.Sure?.Id ?? visit?.Site;
        await turn.ReadMore([], Known(visit, site)).ConfigureAwait(false);
        var decided = RaiseAlarm.Decide(
            ShortId.New(), new TroubleTelling(trouble, new PrivateText(words), named.Sure?.Id, Drill: drill), visit, turn.Alarms, turn.Workplace, turn.Now, turn.Person.Id);
        if (turn.Tell(decided) is { } refusal)
        {
            turn.Refuse(refusal);
            return;
        }

        var alarm = decided.Change!.After;
        if (!drill && trouble is Trouble.Interruption or Trouble.SevereDegradation && visit is not null && Turn.Same(alarm.Site, visit.Site))
        {
            turn.Tell(visit, TellServiceState.Decide(
                visit, trouble == Trouble.Interruption ? Gate.ServiceState.Interrupted : Gate.ServiceState.SeverelyDegraded, new PrivateText(words), turn.Workplace, turn.Person.Id));
        }

        turn.Say(AlarmCard.Draw(turn.Tools.Deck, turn.Workplace, alarm, turn.Person.Id, turn.Now, turn.Language));
        if (named.IsOpen)
        {
            // The alarm is out; where, is asked after.
            WhichName.AskAfter(turn, named, CardVerbs.AlarmDetails, "f_affected", ("alarm", alarm.Id), ("round", alarm.Round.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    private static void Lesser(Turn turn)
    {
        if (turn.Focus is not { } visit)
        {
            turn.Tell(new Text(
                "请说明是哪个站点、什么影响。业务中断、性能严重下降或计费出错，直接说出来，我马上告警（6.5-1）。",
                "Tell me which site and what is affected. If service is interrupted or severely degraded, or billing is wrong, say so and I alarm at once (6.5-1)."));
            return;
        }

        if (turn.Tell(visit, NoteQuestion.Decide(visit, new PrivateText(turn.Incoming.Text), null, turn.Workplace, turn.Now, turn.Person.Id)) is { } refusal)
        {
            turn.Refuse(refusal);
            return;
        }

        turn.Say(LesserTroubleCard.Draw(turn.Tools.Deck, turn.Workplace, turn.Visit(visit.Id)!, turn.Incoming.Text, turn.Language));
    }

    private static ImmutableArray<string> Known(Visit? visit, string? site) =>
    [
        .. visit is null ? [] : ImmutableArray.Create(AlarmLabels.OpenOf(visit.Id), AlarmLabels.ResolvedOf(visit.Id)),
        .. site is null ? [] : ImmutableArray.Create(AlarmLabels.OpenAt(site), AlarmLabels.ResolvedAt(site)),
    ];
}
