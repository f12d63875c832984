using SiteBot.Escalation;
using SiteBot.Gate.Running;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;
using SiteBot.Visits;

namespace SiteBot.Teams.Intents;

/// <summary>What an engineer tells while an operation runs: how long it still takes, and an alarm of the equipment. One outside the plan's list is trouble (6.5-1).</summary>
internal static class RunningTexts
{
    /// <summary>Does what it says.</summary>
    /// <returns>False where nothing runs here, or the message is none of it.</returns>
    public static async ValueTask<bool> Tell(Turn turn, TroubleIntents troubles)
    {
        if (turn.Focus is not { Running: not null } visit)
        {
            return false;
        }

        if (RestWords.Read(turn.Incoming.Text) is { } minutes)
        {
            Rest(turn, visit, minutes);
            return true;
        }

        if (AlarmWords.Told(turn.Incoming.Text) is not { } alarm)
        {
            return false;
        }

        if (AlarmWords.IsExpected(alarm, visit.Plan.AlarmsToExpect))
        {
            turn.Tell(new Text(
                $"计划里列了这个告警，可以继续；操作结束后确认它已消失。预期告警：{ShownText.Clip(visit.Plan.AlarmsToExpect, 200)}",
                $"The plan expects this alarm: go on, and make sure that it is gone when the operation ends. To expect: {ShownText.Clip(visit.Plan.AlarmsToExpect, 200)}"));
            return true;
        }

        turn.Tell(visit.Plan.AlarmsToExpect is { } expected
            ? new Text(
                $"停在安全的一步：这个告警不在计划的预期告警里（{ShownText.Clip(expected, 200)}），按故障处理（6.5-1）。误报可在 60 秒内撤回。",
                $"Stop at a safe step: the plan does not expect this alarm (it expects: {ShownText.Clip(expected, 200)}), so it is treated as trouble (6.5-1). A false alarm may be taken back within 60 seconds.")
            : new Text(
                "停在安全的一步：计划没有列预期告警，操作中出现的告警都按故障处理（6.5-1）。误报可在 60 秒内撤回。",
                "Stop at a safe step: the plan names no alarms to expect, so any alarm while the operation runs is treated as trouble (6.5-1). A false alarm may be taken back within 60 seconds."));
        await troubles.Raise(turn, Trouble.SevereDegradation, turn.Incoming.Text, drill: false).ConfigureAwait(false);
        return true;
    }

    private static void Rest(Turn turn, Visit visit, int minutes)
    {
        if (turn.Tell(visit, TellRest.Decide(visit, minutes, turn.Workplace, turn.Now, turn.Person.Id)) is { } refusal)
        {
            turn.Refuse(refusal);
            return;
        }

        var after = turn.Visit(visit.Id)!;
        var zone = turn.Workplace.Directory.FindSite(after.Site)?.Zone ?? NodaTime.DateTimeZone.Utc;
        var warning = RunningWarnings.ByTime(RunningOperation.Of(after)!, zone).FirstOrDefault(one => one.Kind == RunningWarningKind.RestDoesNotFit);
        if (warning is not null)
        {
            turn.SayBeside(TextCard.Draw(turn.Tools.Deck, turn.Workplace, Tone.Attention, warning.Text, [], turn.Language));
        }
        else
        {
            turn.Tell(new Text("记下了，来得及。到时没结束我会再问。", "Noted: it fits. I ask again if it is not over by then."));
        }

        turn.SayBeside(OperationCard.Draw(turn.Tools.Deck, turn.Workplace, after, turn.Now, turn.Language));
    }
}
