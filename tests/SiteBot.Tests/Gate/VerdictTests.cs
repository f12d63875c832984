using NodaTime;
using SiteBot.Gate;

namespace SiteBot.Tests.Gate;

public sealed class VerdictTests
{
    public static TheoryData<OperationKind> Kinds => [.. Enum.GetValues<OperationKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Go_where_nothing_stands_in_the_way(OperationKind kind)
    {
        var verdict = Ready.For(kind).Decide();
        Assert.Empty(verdict.InTheWay);
        Assert.Equal(VerdictKind.Go, verdict.Kind);
        Assert.Equal(Ready.Night, verdict.Earliest);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_checks_are_those_of_the_operation_in_the_order_of_its_list_each_once(OperationKind kind)
    {
        var verdict = Ready.For(kind).Decide();
        Assert.Equal(Ready.Rules.For(kind).Checks.Select(c => c.Id), verdict.Checks.Select(c => c.Id));
        Assert.Equal(verdict.Checks.Count, verdict.Checks.DistinctBy(c => c.Id).Count());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Reason_and_advice_always_speak_both_languages(OperationKind kind)
    {
        foreach (var facts in new[] { Ready.For(kind), new Facts(Ready.Night, new SiteFacts(Ready.Beijing), new Operation(kind)) })
        {
            var verdict = facts.Decide();
            Assert.All(verdict.Checks.Select(c => c.Reason).Append(verdict.Advice), text =>
            {
                Assert.Contains(text.Zh, c => c >= '\u4e00');
                Assert.DoesNotContain(text.En, c => c >= '\u4e00');
                Assert.NotEqual("", text.En);
            });
        }
    }

    [Fact]
    public void Wait_where_only_time_stands_in_the_way()
    {
        var verdict = Ready.Upgrade.When(Ready.At("2026-03-10T23:30:00+08:00")).With(e => e with
        {
            OfficeConsent = Ready.Yes(OperationKind.Upgrade) with { Signed = new Attestation("head", Ready.At("2026-03-10T20:00:00+08:00")) },
            ProductSupportConsent = Ready.Yes(OperationKind.Upgrade) with { Signed = new Attestation("support", Ready.At("2026-03-10T20:00:00+08:00")) },
        });
        Assert.Equal(VerdictKind.Wait, verdict.Decide().Kind);
        Assert.Equal(Ready.At("2026-03-11T00:00:00+08:00"), verdict.Decide().Earliest);
    }

    [Fact]
    public void No_where_anything_else_is_missing_too()
    {
        var verdict = Ready.Upgrade.When(Ready.At("2026-03-10T23:30:00+08:00")).With(e => e with { Backup = null }).Decide();
        Assert.Equal(VerdictKind.No, verdict.Kind);
    }

    [Fact]
    public void Never_where_the_equipment_is_a_third_partys_whatever_else_is_missing()
    {
        var verdict = new Facts(Ready.Night, new SiteFacts(Ready.Beijing), new Operation(OperationKind.Upgrade) { ThirdParty = true }).Decide();
        Assert.Equal(VerdictKind.Never, verdict.Kind);
        Assert.Null(verdict.Earliest);
        Assert.Null(verdict.StartBy);
        Assert.Null(verdict.RollBackBy);
    }

    [Fact]
    public void Never_where_the_version_is_unreleased() =>
        Assert.Equal(VerdictKind.Never, Ready.Upgrade.With(e => e with { VersionReleased = new VersionRelease(ReleaseStatus.Unreleased, null) }).Decide().Kind);

    [Fact]
    public void A_check_marked_never_that_is_only_missing_is_a_no() =>
        Assert.Equal(VerdictKind.No, Ready.Upgrade.With(e => e with { VersionReleased = null }).Decide().Kind);

    [Theory]
    [InlineData(OperationKind.Upgrade, "no_freeze", null)]
    [InlineData(OperationKind.Upgrade, "office_consent", "6.5-3")]
    [InlineData(OperationKind.Cutover, "office_consent", "6.5-3")]
    [InlineData(OperationKind.DisruptiveTest, "office_consent", "6.5-3")]
    [InlineData(OperationKind.DataChange, "office_consent", "6.5-5")]
    [InlineData(OperationKind.ServiceAffecting, "office_consent", "6.5-5")]
    [InlineData(OperationKind.Hardware, "office_consent", "6.5-5")]
    [InlineData(OperationKind.Hardware, "anti_static", "6.3-7")]
    [InlineData(OperationKind.PowerOn, "anti_static", "5.3-3")]
    [InlineData(OperationKind.PowerOn, "customer_consent", "5.5-1")]
    [InlineData(OperationKind.DataChange, "customer_consent", "6.5-5")]
    [InlineData(OperationKind.StartWorks, "5.2-3", "5.2-3")]
    [InlineData(OperationKind.LeaveSite, "6.3-10", "6.3-10")]
    public void Each_check_names_the_provision_that_asks_for_it_of_this_operation(OperationKind kind, string check, string? provision) =>
        Assert.Equal(provision, Ready.For(kind).Check(check).Provision);

    [Theory]
    [InlineData("own_equipment", FixedBy.Nobody)]
    [InlineData("version_released", FixedBy.ProductSupport)]
    [InlineData("backup", FixedBy.Engineer)]
    [InlineData("expert_review", FixedBy.Expert)]
    [InlineData("office_consent", FixedBy.OfficeHead)]
    [InlineData("customer_consent", FixedBy.Engineer)]
    [InlineData("remote_support_ready", FixedBy.RemoteSupport)]
    [InlineData("after_midnight", FixedBy.Time)]
    public void Who_clears_a_check_is_given_for_passed_ones_too(string check, FixedBy who) => Assert.Equal(who, Ready.Upgrade.Check(check).FixedBy);

    [Fact]
    public void A_provision_is_cleared_by_the_engineer() => Assert.Equal(FixedBy.Engineer, Ready.For(OperationKind.LeaveSite).Check("6.4-2").FixedBy);

    [Fact]
    public void The_same_facts_get_equal_verdicts() => Assert.Equal(Ready.Upgrade.Decide(), Ready.Upgrade.Decide());

    [Fact]
    public void What_is_absent_is_unknown_and_never_silently_passed()
    {
        var verdict = new Facts(Ready.Night, new SiteFacts(Ready.Beijing), new Operation(OperationKind.Upgrade)).Decide();
        Assert.Equal(VerdictKind.No, verdict.Kind);
        Assert.Equal(["own_equipment"], verdict.Checks.Where(c => c.State == CheckState.Pass).Select(c => c.Id));
    }
}
