using NodaTime;
using SiteBot.Gate;

namespace SiteBot.Tests.Gate;

/// <summary>What a person reads first at two in the morning, in both languages.</summary>
public sealed class AdviceTests
{
    private static readonly Instant BeforeMidnight = Ready.At("2026-03-10T23:30:00+08:00");

    [Fact]
    public void A_go_says_by_when_to_begin_and_by_when_to_roll_back() => Says(
        Ready.Upgrade,
        "可以开始。最迟 04:00 (+08:00) 开始。如不顺利，最迟 05:30 (+08:00) 开始回退。",
        "You may begin. Begin by 04:00 (+08:00). If it goes wrong, begin to roll back by 05:30 (+08:00).");

    [Fact]
    public void A_wait_says_until_when() => Says(
        Ready.For(OperationKind.Cutover).When(BeforeMidnight).With(Earlier),
        "请等待：03-11 00:00 (+08:00) 起可以开始。",
        "Wait: you may begin at 03-11 00:00 (+08:00).");

    [Fact]
    public void A_no_says_when_and_on_what_conditions_it_would_be_allowed() => Says(
        Ready.For(OperationKind.Cutover).When(BeforeMidnight).With(Earlier).With(e => e with { OfficeConsent = null, Backup = null }),
        "03-11 00:00 (+08:00) 起可以开始，条件是：数据已备份并校验、办事处负责人同意。",
        "Allowed at 03-11 00:00 (+08:00) if the backup is taken and the head of the regional office consents.");

    [Fact]
    public void A_no_at_a_good_hour_says_what_makes_it_a_go_at_once() => Says(
        Ready.Upgrade.With(e => e with { OfficeConsent = null, Escort = null }),
        "现在还不能开始，先办齐：有用户人员陪同、办事处负责人同意。",
        "Not yet: allowed at once if a member of the customer's staff is with you and the head of the regional office consents.");

    [Fact]
    public void A_restoring_no_begins_with_what_is_still_needed_and_asks_for_an_urgent_consent() => Says(
        Ready.Upgrade.Restoring().With(e => e with { OfficeConsent = null }),
        "先恢复业务；还缺：办事处负责人同意。齐了就可以马上开始。请立即征求紧急同意。在业务恢复之前留在现场（6.3-10）。",
        "restore first; still needed: the head of the regional office consents. With that you may begin at once. Ask for an urgent consent at once. Stay at the site until the service is restored (6.3-10).");

    [Fact]
    public void A_restoring_go_says_restore_first_and_stay() => Says(
        Ready.For(OperationKind.Hardware).Restoring(),
        "先恢复业务。可以开始。在业务恢复之前留在现场（6.3-10）。",
        "Restore first. You may begin. Stay at the site until the service is restored (6.3-10).");

    [Fact]
    public void A_backup_that_will_be_too_old_by_then_is_said() => Says(
        Ready.For(OperationKind.Cutover).When(Ready.At("2026-03-11T06:30:00+08:00")).With(Earlier),
        "请等待：03-12 00:00 (+08:00) 起可以开始。到那时请重新报告由谁陪同。到那时备份已经过期，请在开始前重新备份。",
        "Wait: you may begin at 03-12 00:00 (+08:00). Tell again who is with you by then: the escort's report will be too old. The backup will be too old by then: take a new one before you begin.");

    [Fact]
    public void Where_no_duration_was_given_it_is_said_and_no_time_is_named() => Says(
        Ready.Upgrade.Doing(o => o with { DurationMinutes = null }),
        "还缺：你说明操作需要多少分钟（含回退）。没有给出操作时长，因此不说时间。",
        "Still needed: you say how many minutes it takes, a rollback included. No duration was given, so no time is named.");

    [Fact]
    public void A_wait_for_a_consent_without_a_duration_names_no_time() => Says(
        Ready.For(OperationKind.PowerOn).Doing(o => o with { DurationMinutes = null })
            .With(e => e with { CustomerConsent = Ready.Yes(OperationKind.PowerOn, from: Ready.Night + Duration.FromHours(1)) }),
        "请等到同意的时段开始。没有给出操作时长，因此不说时间。",
        "Wait until the period of the consent begins. No duration was given, so no time is named.");

    [Theory]
    [InlineData(OperationKind.LeaveSite, "可以离开。", "You may leave.")]
    [InlineData(OperationKind.StartWorks, "可以开工。", "You may start the works.")]
    [InlineData(OperationKind.RemovableMedia, "可以使用移动存储。", "You may use the medium.")]
    public void What_takes_no_time_is_not_asked_for_a_duration(OperationKind kind, string zh, string en) =>
        Says(Ready.For(kind).Doing(o => o with { DurationMinutes = null }), zh, en);

    [Fact]
    public void Conditions_that_are_lists_themselves_are_kept_apart() => Says(
        Ready.For(OperationKind.StartWorks).With(e => e with { Provisions = new Dictionary<string, ProvisionEvidence>() }),
        "现在还不能开工，先办齐：已了解机房管理制度和安全操作规范；危险源登记表已填、环境验收报告双方已签字；书面工程计划双方已签字。",
        "Not yet: allowed at once if the equipment-room rules and safety rules are known; the hazard register is filled in and both sides have signed the environment acceptance report; the written project plan is signed by both sides.");

    [Fact]
    public void Where_time_alone_is_in_the_way_and_none_comes_what_to_change_is_said()
    {
        var facts = Ready.For(OperationKind.Cutover).Doing(o => o with { DurationMinutes = 361 });
        Assert.True(facts.Decide().NoOpening);
        Says(
            facts,
            "今后 30 天内都没有合适的时间。可以改变的：缩短操作（现为 361 分钟）；或请用户或办事处调整本站点的窗口或高峰时段政策。",
            "No moment in the next 30 days fits. What to change: shorten the operation (now 361 minutes); or have the customer or the regional office change this site's windows or peaks.");
    }

    [Fact]
    public void A_never_says_why_and_what_else_to_do() => Says(
        Ready.Upgrade.Doing(o => o with { ThirdParty = true }),
        "不要动：这是第三方设备（6.5-5），任何人都不能放行。请交给设备所属方处理。",
        "Leave it alone: it is a third party's equipment (6.5-5), and nobody can waive that. Hand it to its owner.");

    // Said at ten in the evening, so that it holds before midnight too.
    private static Evidence Earlier(Evidence e)
    {
        var said = new Attestation("somebody", Ready.At("2026-03-10T22:00:00+08:00"));
        return e with
        {
            RequestSigned = said,
            Escort = said,
            PlanAgreed = said,
            RemoteSupportReady = said,
            OfficeConsent = e.OfficeConsent! with { Signed = said },
            ProductSupportConsent = e.ProductSupportConsent! with { Signed = said },
            CustomerConsent = e.CustomerConsent! with { Signed = said },
        };
    }

    private static void Says(Facts facts, string zh, string en) => Assert.Equal((zh, en), (facts.Decide().Advice.Zh, facts.Decide().Advice.En));
}
