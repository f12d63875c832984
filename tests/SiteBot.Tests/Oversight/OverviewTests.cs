using NodaTime;
using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Oversight;
using SiteBot.Tests.Escalation;
using SiteBot.Tests.Forms;
using SiteBot.Visits;

namespace SiteBot.Tests.Oversight;

public sealed class OverviewTests
{
    private static readonly Instant Evening = SampleVisits.At(0, 22);

    private static Visit Planned => SampleVisits.Planned("upgrade", Language.Zh);

    [Fact]
    public void A_visit_stands_with_the_verdict_that_the_gate_gives_now()
    {
        var standing = Assert.Single(Of(Evening, Planned).Visits);
        Assert.Equal(OperationKind.Upgrade, standing.Operation);
        Assert.Equal(Gatekeeper.Decide(VisitFacts.Of(Planned, OperationKind.Upgrade, Evening, Evening, Night.Place), Night.Place.Gate), standing.Verdict);
        Assert.Equal(VerdictKind.No, standing.Verdict!.Kind);
    }

    [Fact]
    public void What_runs_or_is_done_has_no_verdict()
    {
        var run = new OperationRun("upgrade", "d1", SampleVisits.At(1, 0), null, null);
        Assert.Null(Of(SampleVisits.At(1, 1), Planned with { Operations = [run] }).Visits[0].Verdict);
        Assert.Null(Of(SampleVisits.At(1, 3), Planned with { Operations = [run with { EndedAt = SampleVisits.At(1, 2), Outcome = OperationOutcome.Done }] }).Visits[0].Verdict);
    }

    [Fact]
    public void Ended_visits_and_alarms_are_passed_over()
    {
        var overview = Overview.Of([Planned with { EndedAt = Evening }], [Night.Open with { State = SiteBot.Escalation.AlarmState.Resolved }], Night.Place, Evening);
        Assert.Equal((0, 0, 0), (overview.Visits.Length, overview.Alarms.Length, overview.Offices.Length));
    }

    [Fact]
    public void Whose_service_suffers_stands_first_then_what_runs_then_the_nearest()
    {
        var run = new OperationRun("upgrade", "d1", Evening, null, null);
        var overview = Of(
            Evening, Planned with { Id = "later", Plan = Planned.Plan with { From = SampleVisits.At(2, 0), To = SampleVisits.At(2, 4) } }, Planned with { Id = "next" },
            Planned with { Id = "runs", Operations = [run] }, Planned with { Id = "down", ServiceState = ServiceState.Interrupted });
        Assert.Equal(["down", "runs", "next", "later"], overview.Visits.Select(one => one.Visit.Id));
        Assert.Equal(["down"], overview.Visits.Where(one => one.IsUnescalated).Select(one => one.Visit.Id));
    }

    [Fact]
    public void A_consent_that_is_waited_for_is_its_approvers_debt_and_overdue_once_the_window_begins()
    {
        var visit = Planned with { Consents = [Request("wang.fang")] };
        var before = Of(Evening, visit);
        var after = Of(SampleVisits.At(1, 0), visit);
        Assert.Equal<string>(["wang.fang"], Assert.Single(before.Consents).Owners);
        Assert.Equal((1, 0), (before.People.Single(one => one.Person == "wang.fang").Debts.Length, before.People.Single(one => one.Person == "wang.fang").Overdue));
        Assert.Equal(1, after.People.Single(one => one.Person == "wang.fang").Overdue);
        Assert.Empty(Of(SampleVisits.At(1, 4), visit).Consents);
    }

    [Fact]
    public void A_request_whose_approver_left_is_the_heads()
    {
        var overview = Of(Evening, Planned with { Consents = [Request("somebody.gone")] });
        Assert.Equal<string>(["wang.fang"], Assert.Single(overview.Consents).Owners);
    }

    [Fact]
    public void A_provision_holds_up_once_a_visit_and_only_what_begins_within_a_day()
    {
        var far = Planned with { Id = "far", Plan = Planned.Plan with { From = SampleVisits.At(9, 0), To = SampleVisits.At(9, 4) } };
        var overview = Of(Evening, Planned, Planned with { Id = "second" }, far);
        Assert.Equal(2, overview.Provisions.Single(one => one.Provision == "6.5-3").Visits);
        Assert.DoesNotContain(overview.Visits.Single(one => one.Visit.Id == "far").HeldUpBy(Evening), provision => provision == "6.5-3");
        Assert.Equal(overview.Provisions.OrderByDescending(one => one.Visits).Select(one => one.Visits), overview.Provisions.Select(one => one.Visits));
    }

    [Fact]
    public void A_regional_office_counts_its_own_and_no_drill()
    {
        var berlin = Planned with { Id = "ber", Office = "BER", Site = "BER-001", Lead = "anna.berg", ServiceState = ServiceState.Interrupted };
        var drill = Night.Open with { Id = "drill", Drill = true };
        var overview = Overview.Of([Planned with { Consents = [Request("wang.fang")] }, berlin], [Night.Open, Night.Acknowledged with { Id = "seen" }, drill], Night.Place, Evening);
        Assert.Equal(new OfficeSum("BER", 1, 1, 0, overview.Offices[0].Overdue, 0, 0, 0), overview.Offices[0]);
        Assert.Equal(new OfficeSum("BJ", 1, 0, 0, overview.Offices[1].Overdue, 2, 1, 1), overview.Offices[1]);
        Assert.Equal(["a1", "drill", "seen"], overview.Alarms.Select(alarm => alarm.Id));
    }

    [Fact]
    public void Steps_still_to_come_are_no_debt_until_the_site_is_left_for_good()
    {
        var standing = Of(Evening, Planned).Visits[0];
        Assert.Contains(standing.Ledger, line => line.Kind == LedgerKind.Step);
        Assert.DoesNotContain(standing.Debts, line => line.Kind == LedgerKind.Step);
        var left = Of(Evening, Planned with { FirstArrivedAt = Evening, ArrivedAt = Evening, Left = new Departure(LeavingMode.ForGood, Evening, null) }).Visits[0];
        Assert.Contains(left.Debts, line => line.Kind == LedgerKind.Step);
    }

    private static Overview Of(Instant now, params Visit[] visits) => Overview.Of(visits, [], Night.Place, now);

    private static ConsentRequest Request(string of) => new(
        "c1", ApproverRole.OfficeHead, new WorkScope("upgrade", "MSC-1", "V3.08.21", SampleVisits.At(1, 0), SampleVisits.At(1, 4)), [of], "li.ming", SampleVisits.At(0, 11), false);
}
