using System.Collections.Immutable;
using NodaTime;
using SiteBot.Windows;

namespace SiteBot.Gate.Running;

/// <summary>What an engineer is warned of while an operation runs. Pure: to be planned anew whenever a fact of the visit changes.</summary>
public static class RunningWarnings
{
    /// <summary>How long before a moment its first warning comes.</summary>
    public static readonly Duration Ahead = Duration.FromMinutes(30);

    /// <summary>Every warning that the clock brings, by when it is due. One whose moment has passed before the operation began is left out.</summary>
    /// <param name="run">The operation.</param>
    /// <param name="zone">The site's zone.</param>
    public static ImmutableArray<RunningWarning> ByTime(RunningOperation run, DateTimeZone zone)
    {
        var clock = new SiteClock(zone, run.StartedAt);
        string Say(Instant at) => clock.Say(at, run.StartedAt);
        var warnings = new List<RunningWarning>();

        if (run.RollBackBy is { } back && back >= run.StartedAt)
        {
            Soon(RunningWarningKind.RollBackSoon, back, new(
                $"请判断能否按时完成：最迟 {Say(back)} 必须开始回退。",
                $"Judge whether you will make it: begin to roll back by {Say(back)} at the latest."));
            warnings.Add(new(RunningWarningKind.RollBackNow, back, new(
                $"现在就回退，除非已经完成：{Say(back)} 是最迟的回退时刻。",
                $"Roll back now unless it is done: {Say(back)} was the latest moment for it.")));
        }

        if (run.WindowEnd is { } end && end > run.StartedAt)
        {
            Soon(RunningWarningKind.WindowEndsSoon, end, new(
                $"请收尾：窗口在 {Say(end)} 结束，包括验证和回退。",
                $"Bring it to an end: the window closes at {Say(end)}, checks and rollback included."));
            warnings.Add(new(RunningWarningKind.WindowOver, end, new(
                $"窗口已在 {Say(end)} 结束：请报告现状，并告知办事处负责人和用户。",
                $"The window closed at {Say(end)}: report how it stands, and tell the head of the regional office and the customer.")));
        }

        Fits(run, Say, warnings);
        return [.. warnings.OrderBy(w => w.At).ThenBy(w => w.Kind)];

        void Soon(RunningWarningKind kind, Instant moment, Text text)
        {
            if (moment > run.StartedAt)
            {
                warnings.Add(new(kind, Instant.Max(run.StartedAt, moment - Ahead), text));
            }
        }
    }

    /// <summary>The checks that passed by what was known at the start and stand in the way by what is known now, at one and the same moment:
    /// what only the hours have done (an escort's report grown old, a window left) is not among them.</summary>
    /// <param name="atStart">The facts that the operation began on. A data change that is the operation itself belongs to none of the two.</param>
    /// <param name="today">The facts as they are known now; their <c>now</c> counts for both.</param>
    /// <param name="rules">The gate's rules.</param>
    public static ImmutableArray<RunningWarning> ByFacts(Facts atStart, Facts today, GateRules rules)
    {
        var before = Gatekeeper.Decide(atStart with { Now = today.Now }, rules).Checks.ToDictionary(c => c.Id);
        return
        [
            .. from check in Gatekeeper.Decide(today, rules).Checks
               where check.StandsInTheWay && before.TryGetValue(check.Id, out var then) && !then.StandsInTheWay
               let title = rules.Check(check.Id)?.Title ?? Text.Same(check.Id)
               select new RunningWarning(
                   RunningWarningKind.GoLapsed,
                   today.Now,
                   new(
                       $"先停在安全的一步：开始时的放行已失效（{title.Zh}）。{check.Reason.Zh}",
                       $"Stop at a safe step: the go that you began on has lapsed ({title.En}). {check.Reason.En}"),
                   check.Id),
        ];
    }

    private static void Fits(RunningOperation run, Func<Instant, string> say, List<RunningWarning> warnings)
    {
        if (run.ExpectedEnd is not { } expected)
        {
            return;
        }

        var since = run.Rest?.ToldAt ?? run.StartedAt;
        if (expected > run.WindowEnd)
        {
            var roll = run.RollBackBy is { } back && back >= since
                ? new Text($"请停在安全的一步并准备回退（最迟 {say(back)}）", $"Stop at a safe step and get ready to roll back (by {say(back)})")
                : new Text("请停在安全的一步并回退", "Stop at a safe step and roll back");
            warnings.Add(new(RunningWarningKind.RestDoesNotFit, since, new(
                $"{roll.Zh}，或请求延长窗口：剩下的要到 {say(expected)}，窗口在 {say(run.WindowEnd.Value)} 结束。",
                $"{roll.En}, or ask for a longer window: what is left takes until {say(expected)}, and the window closes at {say(run.WindowEnd.Value)}.")));
        }
        else if (run.WindowEnd is null || expected < run.WindowEnd)
        {
            warnings.Add(new(RunningWarningKind.TakesLonger, expected, new(
                $"请报告还要多少分钟：原计划 {say(expected)} 完成。",
                $"Tell how many minutes are left: it was to be done by {say(expected)}.")));
        }
    }
}
