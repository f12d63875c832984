using NodaTime;
using SiteBot.Gate;
using SiteBot.Windows;

namespace SiteBot.Tests.Gate;

/// <summary>The contract's sentences on when a check passes, fails, is missing, is waived or does not apply, one test each.</summary>
public sealed class ContractTests
{
    private static readonly Instant Now = Ready.Night;
    private static readonly Duration Hour = Duration.FromHours(1);
    private static readonly Duration Second = Duration.FromSeconds(1);

    public static TheoryData<OperationKind> Consented => [OperationKind.Upgrade, OperationKind.Cutover, OperationKind.DisruptiveTest, OperationKind.DataChange, OperationKind.ServiceAffecting, OperationKind.Hardware];

    [Theory]
    [InlineData("request_signed")]
    [InlineData("escort")]
    [InlineData("plan_agreed")]
    [InlineData("remote_support_ready")]
    [InlineData("media_consent")]
    public void Evidence_passes_only_with_both_by_and_at_and_not_ahead_of_now(string id)
    {
        Assert.Equal("pass", Said(id, "x", Now));
        Assert.Equal("missing", Said(id, null, Now));
        Assert.Equal("missing", Said(id, " \t", Now));
        Assert.Equal("missing", Said(id, "x", null));
        Assert.Equal("missing", Said(id, "x", Now + Second));
    }

    [Fact]
    public void An_escort_is_at_most_12_hours_old()
    {
        Assert.Equal("pass", Said("escort", "x", Now - (12 * Hour)));
        Assert.Equal("missing", Said("escort", "x", Now - (12 * Hour) - Second));
    }

    [Fact]
    public void A_given_false_is_a_fail()
    {
        var contractor = Ready.Upgrade.Doing(o => o with { ByContractor = true });
        Assert.Equal("fail", contractor.With(e => e with { WorkCard = new WorkCard(false) }).StateOf("work_card"));
        Assert.Equal("missing", contractor.With(e => e with { WorkCard = new WorkCard(null) }).StateOf("work_card"));
        Assert.Equal("fail", Ready.Upgrade.With(e => e with { DocumentsRead = new Confirmation(false) }).StateOf("documents_read"));
        Assert.Equal("fail", Ready.Upgrade.With(e => e with { Rollback = new Rollback(false, 1) }).StateOf("rollback"));
        Assert.Equal("fail", Ready.For(OperationKind.Hardware).With(e => e with { AntiStatic = new Confirmation(false) }).StateOf("anti_static"));
    }

    [Fact]
    public void A_backup_that_is_not_verified_and_a_consent_that_is_not_written_are_missing()
    {
        Assert.Equal("missing", WithBackup(b => b with { Verified = false }));
        Assert.Equal("missing", WithConsent(OperationKind.Upgrade, c => c with { Written = false }, "product_support_consent"));
    }

    [Fact]
    public void Work_card_tool_and_expert_apply_only_where_their_question_arises()
    {
        Assert.Equal("not_applicable", Ready.Upgrade.StateOf("work_card"));
        Assert.Equal("not_applicable", Ready.Upgrade.StateOf("tool_confirmed"));
        Assert.Equal("not_applicable", Ready.Upgrade.StateOf("expert_review"));
        Assert.Equal("pass", Ready.Upgrade.Doing(o => o with { EngineerIsSure = null }).StateOf("expert_review"));
        Assert.Equal("pass", Ready.Upgrade.Doing(o => o with { ToolChanged = true }).StateOf("tool_confirmed"));
        Assert.Equal("missing", Ready.Upgrade.Doing(o => o with { ToolChanged = true }).With(e => e with { ToolConfirmed = new ToolConfirmation("p", "") }).StateOf("tool_confirmed"));
    }

    [Fact]
    public void A_rejected_review_fails_even_incomplete_or_dated_ahead()
    {
        var unsure = Ready.Upgrade.Doing(o => o with { EngineerIsSure = false });
        Assert.Equal("fail", unsure.With(e => e with { ExpertReview = new ExpertReview(Answer.Rejected, new Attestation(null, Now + Hour)) }).StateOf("expert_review"));
        Assert.Equal("missing", unsure.With(e => e with { ExpertReview = new ExpertReview(Answer.Approved, new Attestation("x", Now + Hour)) }).StateOf("expert_review"));
    }

    [Theory]
    [InlineData(ReleaseStatus.Released, "V3.08.21", null, "pass")]
    [InlineData(ReleaseStatus.Released, null, null, "pass")]
    [InlineData(ReleaseStatus.Released, "V9", null, "missing")]
    [InlineData(ReleaseStatus.Unreleased, "V9", null, "missing")]
    [InlineData(ReleaseStatus.Unreleased, "v3.08.21", null, "missing")]
    [InlineData(ReleaseStatus.Unreleased, "V3.08.21", null, "fail")]
    [InlineData(ReleaseStatus.Unreleased, null, null, "fail")]
    [InlineData(ReleaseStatus.Exceptional, "V3.08.21", null, "missing")]
    [InlineData(ReleaseStatus.Exceptional, "V3.08.21", "E-7", "pass")]
    [InlineData(null, "V3.08.21", "E-7", "missing")]
    public void A_version_is_released_by_an_entry_of_its_own_version(ReleaseStatus? status, string? version, string? number, string state) =>
        Assert.Equal(state, Ready.Upgrade.With(e => e with { VersionReleased = new VersionRelease(status, version, number) }).StateOf("version_released"));

    [Theory]
    [InlineData(ReleaseStatus.Released, null, "missing")]
    [InlineData(ReleaseStatus.Unreleased, "V1", "missing")]
    [InlineData(ReleaseStatus.Unreleased, null, "fail")]
    public void Where_there_is_no_target_version_nothing_is_released(ReleaseStatus status, string? version, string state) => Assert.Equal(
        state,
        Ready.Upgrade.Doing(o => o with { TargetVersion = null }).With(e => e with { VersionReleased = new VersionRelease(status, version, "E") }).StateOf("version_released"));

    [Fact]
    public void A_backup_needs_its_time_its_place_its_check_its_age_and_its_equipment()
    {
        Assert.Equal("pass", WithBackup(b => b));
        Assert.Equal("missing", WithBackup(b => b with { At = null }));
        Assert.Equal("missing", WithBackup(b => b with { Location = "  " }));
        Assert.Equal("missing", WithBackup(b => b with { Verified = null }));
        Assert.Equal("missing", WithBackup(b => b with { At = Now + Second }));
        Assert.Equal("pass", WithBackup(b => b with { Equipment = null }));
        Assert.Equal("missing", WithBackup(b => b with { Equipment = "msc-1" }));
    }

    [Fact]
    public void A_backup_exactly_as_old_as_the_policy_allows_or_as_the_last_data_change_passes()
    {
        Assert.Equal("pass", Backed(24 * Hour, null));
        Assert.Equal("missing", Backed((24 * Hour) + Second, null));
        Assert.Equal("pass", Backed(2 * Hour, 2 * Hour));
        Assert.Equal("missing", Backed(2 * Hour, (2 * Hour) - Second));
    }

    [Fact]
    public void A_read_only_inspection_has_a_backup_age_of_its_own()
    {
        var facts = Ready.For(OperationKind.ReadOnly).Under(p => p with { BackupMaxAgeHours = 1, ReadOnlyBackupMaxAgeHours = 3 });
        Assert.Equal("pass", facts.StateOf("backup"));
        Assert.Equal("missing", facts.Under(p => p with { ReadOnlyBackupMaxAgeHours = null }).StateOf("backup"));
    }

    [Fact]
    public void Equipment_not_in_service_may_have_nothing_to_back_up()
    {
        Assert.Equal("not_applicable", Ready.Upgrade.NotInService().With(e => e with { Backup = new Backup { Applies = false } }).StateOf("backup"));
        Assert.Equal("missing", Ready.Upgrade.NotInService().With(e => e with { Backup = new Backup { Applies = true } }).StateOf("backup"));
    }

    [Fact]
    public void A_backup_that_the_equipment_cannot_give_is_waived_only_while_restoring_and_with_its_reason()
    {
        Assert.Equal("waived", CannotBack("disk dead", Ready.Upgrade.Restoring()));
        Assert.Equal("waived", CannotBack("disk dead", Ready.Upgrade.Restoring().NotInService()));
        Assert.Equal("missing", CannotBack(" ", Ready.Upgrade.Restoring()));
        Assert.Equal("missing", CannotBack("disk dead", Ready.Upgrade));
    }

    [Fact]
    public void A_rollback_longer_than_the_operation_fails_even_where_nobody_said_it_is_ready()
    {
        Assert.Equal("fail", Ready.Upgrade.With(e => e with { Rollback = new Rollback(null, 121) }).StateOf("rollback"));
        Assert.Equal("pass", Ready.Upgrade.With(e => e with { Rollback = new Rollback(true, 120) }).StateOf("rollback"));
        Assert.Equal("pass", Ready.Upgrade.Doing(o => o with { DurationMinutes = null }).With(e => e with { Rollback = new Rollback(true, 121) }).StateOf("rollback"));
        Assert.Equal("missing", Ready.Upgrade.With(e => e with { Rollback = new Rollback(null, 30) }).StateOf("rollback"));
    }

    [Theory]
    [InlineData(OperationKind.Upgrade, null, null, true)]
    [InlineData(OperationKind.Upgrade, false, null, true)]
    [InlineData(OperationKind.Cutover, false, " ", true)]
    [InlineData(OperationKind.DisruptiveTest, false, "one board", false)]
    [InlineData(OperationKind.Upgrade, null, "one board", true)]
    [InlineData(OperationKind.DataChange, null, null, false)]
    [InlineData(OperationKind.DataChange, true, "one board", true)]
    [InlineData(OperationKind.Hardware, false, null, false)]
    public void Night_and_remote_support_are_asked_of_major_operations(OperationKind kind, bool? major, string? reason, bool asked)
    {
        var facts = Ready.For(kind).Doing(o => o with { Major = major, MinorReason = reason });
        Assert.Equal(asked ? "pass" : "not_applicable", facts.StateOf("after_midnight"));
        Assert.Equal(asked ? "pass" : "not_applicable", facts.StateOf("remote_support_ready"));
    }

    [Fact]
    public void Hardware_that_affects_no_service_needs_no_office_no_window_and_no_freeze_but_goes_by_major_still()
    {
        var facts = Ready.For(OperationKind.Hardware).Doing(o => o with { AffectsService = false, AffectsReason = "standby", Major = true });
        Assert.All(["office_consent", "no_freeze", "not_peak"], id => Assert.Equal("not_applicable", facts.StateOf(id)));
        Assert.All(["after_midnight", "remote_support_ready"], id => Assert.Equal("pass", facts.StateOf(id)));
        Assert.All(["office_consent", "no_freeze", "not_peak"], id => Assert.Equal("pass", facts.Doing(o => o with { AffectsReason = "" }).StateOf(id)));
        Assert.All(["office_consent", "no_freeze", "not_peak"], id => Assert.Equal("pass", (facts with { Operation = facts.Operation with { Kind = OperationKind.ServiceAffecting } })
            .With(e => e with { OfficeConsent = Ready.Yes(OperationKind.ServiceAffecting) }).StateOf(id)));
    }

    [Theory]
    [MemberData(nameof(Consented))]
    public void A_consent_passes_that_was_given_for_exactly_this_operation(OperationKind kind)
    {
        var upgrade = kind == OperationKind.Upgrade;
        Assert.Equal("pass", WithConsent(kind, c => c));
        Assert.Equal("missing", WithConsent(kind, c => c with { Decision = null }));
        Assert.Equal("missing", WithConsent(kind, c => c with { Signed = new Attestation(null, Now) }));
        Assert.Equal("missing", WithConsent(kind, c => c with { Signed = new Attestation("x", Now + Second) }));
        Assert.Equal("missing", WithConsent(kind, c => c with { Scope = new ConsentScope(OperationKind.ReadOnly, Ready.Equipment, Ready.Version) }));
        Assert.Equal("missing", WithConsent(kind, c => c with { Scope = new ConsentScope(null, Ready.Equipment, Ready.Version) }));
        Assert.Equal("missing", WithConsent(kind, c => c with { Scope = new ConsentScope(kind, "MSC-2", Ready.Version) }));
        Assert.Equal("missing", WithConsent(kind, c => c with { Scope = new ConsentScope(kind, null, Ready.Version) }));
        Assert.Equal(upgrade ? "missing" : "pass", WithConsent(kind, c => c with { Scope = new ConsentScope(kind, Ready.Equipment, "V9") }));
        Assert.Equal(upgrade ? "missing" : "pass", WithConsent(kind, c => c with { Scope = new ConsentScope(kind, Ready.Equipment) }));
    }

    [Theory]
    [MemberData(nameof(Consented))]
    public void A_rejected_consent_fails_whatever_stands_beside_it(OperationKind kind) =>
        Assert.Equal("fail", WithConsent(kind, _ => new Consent(Answer.Rejected, null, new Attestation(null, Now + Hour), new ConsentScope(null, null, null, Now - (2 * Hour), Now - Hour))));

    [Theory]
    [MemberData(nameof(Consented))]
    public void A_scope_may_be_wholly_left_out_where_no_planned_change_of_live_equipment_is_agreed(OperationKind kind) =>
        Assert.Equal(kind is OperationKind.Upgrade or OperationKind.Cutover or OperationKind.DisruptiveTest ? "missing" : "pass", WithConsent(kind, c => c with { Scope = null }));

    [Theory]
    [MemberData(nameof(Consented))]
    public void The_customers_consent_need_never_be_written_and_the_offices_only_for_the_three_weighty_kinds(OperationKind kind)
    {
        Assert.Equal("pass", WithConsent(kind, c => c with { Written = false }));
        Assert.Equal(
            kind is OperationKind.Upgrade or OperationKind.Cutover or OperationKind.DisruptiveTest ? "missing" : "pass",
            WithConsent(kind, c => c with { Written = null }, "office_consent"));
    }

    [Fact]
    public void A_consents_window_is_missing_when_over_or_too_short_and_fails_by_time_before_it_begins()
    {
        Assert.Equal("pass", Within(null, Now + (2 * Hour)));
        Assert.Equal("missing", Within(null, Now + (2 * Hour) - Second));
        Assert.Equal("missing", Within(null, Now));
        Assert.Equal("pass", Within(Now, null));
        Assert.Equal("fail by time", Within(Now + Second, null));
        Assert.Equal("fail by time", Within(Now + Hour, Now + (3 * Hour)));
        Assert.Equal("missing", Within(Now + Hour, Now + (3 * Hour) - Second));
    }

    [Theory]
    [InlineData("after_midnight")]
    [InlineData("not_peak")]
    [InlineData("no_freeze")]
    [InlineData("product_support_consent")]
    [InlineData("office_consent")]
    [InlineData("remote_support_ready")]
    public void Not_live_means_that_what_speaks_of_live_equipment_does_not_apply(string id)
    {
        Assert.Equal("not_applicable", Ready.Upgrade.NotInService().StateOf(id));
        Assert.Equal("not_applicable", Ready.Upgrade.Restoring().NotInService().StateOf(id));
    }

    [Theory]
    [InlineData(ServiceState.Interrupted)]
    [InlineData(ServiceState.SeverelyDegraded)]
    public void Restoring_waives_the_time_checks_and_nothing_of_the_weighty_consents(ServiceState state)
    {
        var facts = Ready.Upgrade.Restoring(state).When(Ready.At("2026-03-11T10:00:00+08:00"));
        Assert.All(["after_midnight", "not_peak", "no_freeze"], id => Assert.Equal("waived", facts.StateOf(id)));
        Assert.All(["product_support_consent", "office_consent", "customer_consent"], id => Assert.Equal("pass", facts.StateOf(id)));
        Assert.Equal("missing", facts.With(e => e with { OfficeConsent = null }).StateOf("office_consent"));
        Assert.Equal("waived", facts.Doing(o => o with { DurationMinutes = null }).StateOf("not_peak"));
    }

    [Fact]
    public void An_operation_that_does_not_restore_waits_for_its_window_though_the_service_is_down() =>
        Assert.Equal("fail by time", (Ready.Upgrade.When(Ready.At("2026-03-11T10:00:00+08:00")) with { Service = new ServiceCondition(true, ServiceState.Interrupted) }).StateOf("not_peak"));

    [Theory]
    [InlineData(OperationKind.DataChange)]
    [InlineData(OperationKind.ServiceAffecting)]
    [InlineData(OperationKind.Hardware)]
    public void Restoring_waives_the_offices_consent_to_lighter_operations_save_a_rejected_one(OperationKind kind)
    {
        var facts = Ready.For(kind).Restoring();
        Assert.Equal("waived", facts.StateOf("office_consent"));
        Assert.Equal("waived", facts.With(e => e with { OfficeConsent = null }).StateOf("office_consent"));
        Assert.Equal("fail", facts.With(e => e with { OfficeConsent = e.OfficeConsent! with { Decision = Answer.Rejected } }).StateOf("office_consent"));
    }

    [Theory]
    [InlineData(OperationKind.StartWorks, "5.2-3")]
    [InlineData(OperationKind.LeaveSite, "6.4-2")]
    public void A_provision_passes_when_confirmed_and_does_not_apply_where_that_is_said(OperationKind kind, string id)
    {
        string State(ProvisionEvidence? said) =>
            Ready.For(kind).With(e => e with { Provisions = said is null ? new Dictionary<string, ProvisionEvidence>() : new() { [id] = said } }).StateOf(id);
        Assert.Equal("pass", State(new(true, null)));
        Assert.Equal("pass", State(new(true, true)));
        Assert.Equal("fail", State(new(false, null)));
        Assert.Equal("not_applicable", State(new(null, false)));
        Assert.Equal("not_applicable", State(new(false, false)));
        Assert.Equal("missing", State(new(null, true)));
        Assert.Equal("missing", State(new(null, null)));
        Assert.Equal("missing", State(null));
    }

    [Fact]
    public void Nobody_leaves_while_a_live_service_is_not_normal_whatever_was_said()
    {
        var leaving = Ready.For(OperationKind.LeaveSite).With(e => e with { Provisions = new Dictionary<string, ProvisionEvidence> { ["6.3-10"] = new(true, false) } });
        Assert.Equal("fail", (leaving with { Service = new ServiceCondition(true, ServiceState.SeverelyDegraded) }).StateOf("6.3-10"));
        Assert.Equal("not_applicable", (leaving with { Service = new ServiceCondition(false, ServiceState.SeverelyDegraded) }).StateOf("6.3-10"));
        Assert.Equal("not_applicable", leaving.StateOf("6.3-10"));
    }

    [Fact]
    public void Without_a_duration_the_time_checks_are_missing_and_the_engineers_and_earliest_reckons_with_none()
    {
        var facts = Ready.Upgrade.Doing(o => o with { DurationMinutes = null }).When(Ready.At("2026-03-11T05:59:59+08:00"));
        Assert.All(["after_midnight", "not_peak", "no_freeze"], id => Assert.Equal((CheckState.Missing, FixedBy.Engineer), (facts.Check(id).State, facts.Check(id).FixedBy)));
        Assert.Equal(facts.Now, facts.Decide().Earliest);
    }

    [Fact]
    public void A_missing_or_rejected_consent_puts_no_limit_on_the_earliest_moment()
    {
        var later = Ready.Yes(OperationKind.Upgrade, from: Now + (48 * Hour));
        Assert.Equal(Now + (48 * Hour), Ready.Upgrade.With(e => e with { OfficeConsent = later }).Decide().Earliest);
        Assert.Equal(Now, Ready.Upgrade.With(e => e with { OfficeConsent = later with { Decision = Answer.Rejected } }).Decide().Earliest);
        Assert.Equal(Now, Ready.Upgrade.With(e => e with { OfficeConsent = later with { Written = false } }).Decide().Earliest);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void The_earliest_moment_lies_at_most_30_days_ahead(int secondsMore, bool found)
    {
        var facts = Ready.For(OperationKind.Hardware).Under(p => p with
        {
            EveningWindow = DailyWindow.Of(0, 0, 0, 0), TrafficPeaks = [], Freezes = [new ChangeFreeze(Now - Hour, Now + Duration.FromDays(30) + Duration.FromSeconds(secondsMore))],
        });
        Assert.Equal(found ? Now + Duration.FromDays(30) : null, facts.Decide().Earliest);
        Assert.Equal(VerdictKind.Wait, facts.Decide().Kind);
    }

    [Fact]
    public void StartBy_is_the_first_of_window_peak_freeze_and_consent_less_the_duration_with_no_horizon()
    {
        Assert.Equal(Ready.At("2026-03-11T04:00:00+08:00"), Ready.Upgrade.Decide().StartBy);
        Assert.Equal(Ready.At("2026-03-11T01:00:00+08:00"), Ready.Upgrade.Under(p => p with { TrafficPeaks = [DailyWindow.Of(3, 0, 4, 0)] }).Decide().StartBy);
        Assert.Equal(Ready.At("2026-03-11T01:30:00+08:00"), Ready.Upgrade.Under(p => p with { Freezes = [new ChangeFreeze(Ready.At("2026-03-11T03:30:00+08:00"), Ready.At("2026-03-12T00:00:00+08:00"))] }).Decide().StartBy);
        Assert.Equal(Now, Ready.Upgrade.With(e => e with { CustomerConsent = Ready.Yes(OperationKind.Upgrade, to: Now + (2 * Hour)) }).Decide().StartBy);
        var open = Ready.For(OperationKind.Hardware).Under(p => p with { EveningWindow = DailyWindow.Of(0, 0, 0, 0), TrafficPeaks = [] });
        Assert.Null(open.Decide().StartBy);
        Assert.Equal(Now + Duration.FromDays(400) - (2 * Hour), open.Under(p => p with { Freezes = [new ChangeFreeze(Now + Duration.FromDays(400), Now + Duration.FromDays(401))] }).Decide().StartBy);
    }

    [Fact]
    public void With_no_minutes_startBy_is_the_end_itself_and_rolling_back_may_lie_before_now()
    {
        var facts = Ready.Upgrade.Doing(o => o with { DurationMinutes = 0 }).With(e => e with { Rollback = new Rollback(true, 0) });
        Assert.Equal(Ready.At("2026-03-11T06:00:00+08:00"), facts.Decide().StartBy);
        var unsaid = Ready.Upgrade.NotInService().Doing(o => o with { DurationMinutes = null }).With(e => e with { Rollback = new Rollback(true, 600), CustomerConsent = Ready.Yes(OperationKind.Upgrade, to: Now + Hour) });
        Assert.Equal((Now + Hour, Now - (9 * Hour)), (unsaid.Decide().StartBy, unsaid.Decide().RollBackBy));
    }

    [Fact]
    public void RollBackBy_is_null_where_the_minutes_are_unknown_or_the_operation_has_no_such_check()
    {
        Assert.Equal(Ready.At("2026-03-11T05:30:00+08:00"), Ready.Upgrade.Decide().RollBackBy);
        Assert.Null(Ready.Upgrade.With(e => e with { Rollback = new Rollback(true, null) }).Decide().RollBackBy);
        Assert.Null(Ready.For(OperationKind.PowerOn).With(e => e with { CustomerConsent = Ready.Yes(OperationKind.PowerOn, to: Now + (9 * Hour)) }).Decide().RollBackBy);
    }

    [Fact]
    public void Times_of_the_answer_carry_the_sites_offset_and_a_fraction_only_where_it_is_not_zero()
    {
        var facts = Ready.For(OperationKind.ReadOnly).When(Now + Duration.FromMilliseconds(250));
        Assert.Contains("\"earliest\":\"2026-03-11T00:30:00.250000+08:00\"", VerdictWriter.Write(facts.Decide(), facts));
        var utc = Ready.For(OperationKind.ReadOnly) with { Site = new SiteFacts(DateTimeZone.Utc) };
        Assert.Contains("\"earliest\":\"2026-03-10T16:30:00+00:00\"", VerdictWriter.Write(utc.Decide(), utc));
    }

    private static string Said(string id, string? by, Instant? at)
    {
        var said = new Attestation(by, at);
        return (id == "media_consent" ? Ready.For(OperationKind.RemovableMedia) : Ready.Upgrade).With(e => id switch
        {
            "request_signed" => e with { RequestSigned = said },
            "escort" => e with { Escort = said },
            "plan_agreed" => e with { PlanAgreed = said },
            "remote_support_ready" => e with { RemoteSupportReady = said },
            _ => e with { MediaConsent = said },
        }).StateOf(id);
    }

    private static string WithBackup(Func<Backup, Backup> change) => Ready.Upgrade.With(e => e with { Backup = change(e.Backup!) }).StateOf("backup");

    private static string Backed(Duration old, Duration? changed) =>
        (Ready.Upgrade.With(e => e with { Backup = e.Backup! with { At = Now - old } }) with { LastDataChangeAt = changed is { } ago ? Now - ago : null }).StateOf("backup");

    private static string CannotBack(string reason, Facts facts) =>
        facts.With(e => e with { Backup = new Backup { Possible = false, Reason = reason, At = Now, Location = "x", Verified = true } }).StateOf("backup");

    private static string WithConsent(OperationKind kind, Func<Consent, Consent> change, string id = "customer_consent") => Ready.For(kind).With(e => id switch
    {
        "customer_consent" => e with { CustomerConsent = change(e.CustomerConsent!) },
        "office_consent" => e with { OfficeConsent = change(e.OfficeConsent!) },
        _ => e with { ProductSupportConsent = change(e.ProductSupportConsent!) },
    }).StateOf(id);

    private static string Within(Instant? from, Instant? to) => WithConsent(OperationKind.Upgrade, _ => Ready.Yes(OperationKind.Upgrade, from, to));
}
