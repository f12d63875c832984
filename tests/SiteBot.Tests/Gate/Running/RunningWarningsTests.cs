using NodaTime;
using SiteBot.Gate;
using SiteBot.Gate.Running;

namespace SiteBot.Tests.Gate.Running;

public sealed class RunningWarningsTests
{
    // Begun at 00:30 in Beijing, two hours, a rollback of 30 minutes, the window closes at 06:00.
    private static readonly RunningOperation Run = new(Ready.Night)
    {
        Length = Duration.FromHours(2),
        RollBackBy = Ready.At("2026-03-11T05:30:00+08:00"),
        WindowEnd = Ready.At("2026-03-11T06:00:00+08:00"),
    };

    [Fact]
    public void Warnings_come_before_the_last_moment_to_roll_back_and_before_the_windows_end() => Assert.Equal(
        ["02:30 TakesLonger", "05:00 RollBackSoon", "05:30 RollBackNow", "05:30 WindowEndsSoon", "06:00 WindowOver"],
        Due(Run));

    [Fact]
    public void A_warning_names_the_moment_by_the_sites_clock()
    {
        var soon = Warnings(Run).Single(w => w.Kind == RunningWarningKind.RollBackSoon);
        Assert.Equal("Judge whether you will make it: begin to roll back by 05:30 (+08:00) at the latest.", soon.Text.En);
        Assert.Equal("请判断能否按时完成：最迟 05:30 (+08:00) 必须开始回退。", soon.Text.Zh);
    }

    [Fact]
    public void What_is_left_as_told_that_ends_after_the_window_is_warned_of_at_once()
    {
        var late = Warnings(Run with { Rest = (Duration.FromMinutes(91), Ready.At("2026-03-11T04:30:00+08:00")) }).Single(w => w.Kind == RunningWarningKind.RestDoesNotFit);
        Assert.Equal(Ready.At("2026-03-11T04:30:00+08:00"), late.At);
        Assert.Contains("06:01", late.Text.En);
        Assert.Contains("roll back (by 05:30 (+08:00))", late.Text.En);
    }

    [Fact]
    public void What_is_left_that_ends_with_the_window_fits() => Assert.DoesNotContain(
        Warnings(Run with { Rest = (Duration.FromMinutes(90), Ready.At("2026-03-11T04:30:00+08:00")) }), w => w.Kind is RunningWarningKind.RestDoesNotFit or RunningWarningKind.TakesLonger);

    [Fact]
    public void An_operation_begun_too_late_does_not_fit_from_its_start() =>
        Assert.Equal("04:01 RestDoesNotFit", Due(Run with { StartedAt = Ready.At("2026-03-11T04:01:00+08:00") })[0]);

    [Fact]
    public void A_last_moment_to_roll_back_that_had_passed_at_the_start_is_not_warned_of() =>
        Assert.DoesNotContain(Warnings(Run with { RollBackBy = Run.StartedAt - Duration.FromMinutes(1) }), w => w.Kind is RunningWarningKind.RollBackSoon or RunningWarningKind.RollBackNow);

    [Fact]
    public void A_warning_ahead_that_would_lie_before_the_start_comes_at_the_start() =>
        Assert.Contains("00:30 RollBackSoon", Due(Run with { RollBackBy = Run.StartedAt + Duration.FromMinutes(10) }));

    [Fact]
    public void Where_nothing_limits_it_and_no_length_was_told_nothing_is_warned_of() => Assert.Empty(Warnings(new RunningOperation(Ready.Night)));

    [Theory]
    [InlineData("consent", "office_consent")]
    [InlineData("data", "backup")]
    [InlineData("peak", "not_peak")]
    public void The_go_lapses_where_a_fact_has_changed(string what, string check)
    {
        var later = Ready.Upgrade.When(Ready.Night + Duration.FromHours(1));
        var today = what switch
        {
            "consent" => later.With(e => e with { OfficeConsent = e.OfficeConsent! with { Decision = Answer.Rejected } }),
            "data" => later with { LastDataChangeAt = Ready.Night },
            _ => later.Under(p => p with { TrafficPeaks = [SiteBot.Windows.DailyWindow.Of(2, 0, 3, 0)] }),
        };
        var warning = Assert.Single(RunningWarnings.ByFacts(Ready.Upgrade, today, Ready.Rules));
        Assert.Equal((RunningWarningKind.GoLapsed, check, today.Now), (warning.Kind, warning.Check, warning.At));
        Assert.StartsWith("Stop at a safe step: the go that you began on has lapsed (", warning.Text.En, StringComparison.Ordinal);
        Assert.StartsWith("先停在安全的一步：开始时的放行已失效（", warning.Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void The_go_does_not_lapse_by_the_hours_alone() =>
        Assert.Empty(RunningWarnings.ByFacts(Ready.Upgrade, Ready.Upgrade.When(Ready.Night + Duration.FromHours(30)), Ready.Rules));

    [Fact]
    public void The_go_does_not_lapse_by_a_fact_that_makes_nothing_worse() =>
        Assert.Empty(RunningWarnings.ByFacts(Ready.Upgrade.With(e => e with { WorkCard = null }), Ready.Upgrade, Ready.Rules));

    private static IReadOnlyList<RunningWarning> Warnings(RunningOperation run) => RunningWarnings.ByTime(run, Ready.Beijing);

    private static List<string> Due(RunningOperation run) => [.. Warnings(run).Select(w => w.At.InZone(Ready.Beijing).TimeOfDay is var t ? $"{t.Hour:00}:{t.Minute:00} {w.Kind}" : "")];
}
