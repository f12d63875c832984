using NodaTime;
using SiteBot.Escalation;
using SiteBot.Ledger;
using SiteBot.Visits;
using static SiteBot.Tests.Escalation.Night;

namespace SiteBot.Tests.Escalation;

public sealed class RaiseAlarmTests
{
    private static readonly Visit Visit = new() { Id = "v7", Site = "BJ-042", Office = "BJ", Lead = Engineer, Plan = new WorkPlan { Product = "MSC" } };

    [Fact]
    public void Product_support_and_the_head_are_told_at_once_and_the_chain_goes_on_behind_them()
    {
        var alarm = Raised().After;

        Assert.Equal([[Support, Head], [Remote, Manager], [Admin]], alarm.Chain.People());
        Assert.Equal((AlarmState.Open, AlarmSeverity.Critical, 15, "BJ", 1), (alarm.State, alarm.Severity, alarm.AcknowledgeMinutes, alarm.Office, alarm.Round));
        Assert.Equal([Support, Head], alarm.ReachedBy(Two).AsEnumerable());
    }

    [Theory]
    [InlineData(Trouble.Interruption, AlarmSeverity.Critical)]
    [InlineData(Trouble.SevereDegradation, AlarmSeverity.Serious)]
    [InlineData(Trouble.Billing, AlarmSeverity.Serious)]
    public void The_severity_follows_from_the_trouble(Trouble trouble, AlarmSeverity severity) =>
        Assert.Equal(severity, Raised(Outage with { Trouble = trouble }).After.Severity);

    [Fact]
    public void Works_that_must_stop_go_to_the_project_manager_first() =>
        Assert.Equal([[Manager], [Head], [Admin]], Raised(Outage with { Trouble = Trouble.WorksStopped }).After.Chain.People());

    [Fact]
    public void A_deputy_of_the_day_stands_in_the_chain_beside_whom_the_deputy_stands_in_for()
    {
        var workplace = With(
            "    office: BJ\n    roles: [office_head]", "    office: BJ\n    roles: [office_head]\n    deputies: [{id: liu.na, from: 2026-03-11, to: 2026-03-12}]");

        // 02:00 in Beijing is the 11th there, though the 10th in UTC.
        Assert.Equal([[Support, Head, Manager], [Remote], [Admin]], Raised(workplace: workplace).After.Chain.People());
    }

    [Fact]
    public void The_chain_and_the_minutes_stay_those_of_the_moment_of_the_alarm()
    {
        var alarm = Raised().After;
        var later = With("acknowledgeMinutes: 15", "acknowledgeMinutes: 5");

        Assert.Equal(AlarmPlan.Of(alarm, Place).AsEnumerable(), AlarmPlan.Of(alarm, later).AsEnumerable());
    }

    [Fact]
    public void An_alarm_of_a_visit_takes_its_site_office_and_product()
    {
        var alarm = RaiseAlarm.Decide("a1", new TroubleTelling(Trouble.Billing, Words), Visit, [], Place, Two, Engineer).Done().After;

        Assert.Equal(("v7", "BJ-042", "BJ", "MSC"), (alarm.Visit, alarm.Site, alarm.Office, alarm.Product));
    }

    [Fact]
    public void An_alarm_at_another_site_is_not_the_visits()
    {
        var alarm = RaiseAlarm.Decide("a1", Outage with { Site = "BER-001" }, Visit, [], Place, Two, Engineer).Done().After;

        Assert.Equal((null, "BER-001", "BER"), (alarm.Visit, alarm.Site, alarm.Office));
    }

    [Fact]
    public void An_alarm_without_a_visit_and_a_site_goes_to_the_senders_own_regional_office()
    {
        var alarm = RaiseAlarm.Decide("a1", new TroubleTelling(Trouble.Interruption, Words), null, [], Place, Two, "anna.berg").Done().After;

        Assert.Equal(("BER", null), (alarm.Office, alarm.Site));
        Assert.Contains("karl.weiss", alarm.Chain[0].People);
    }

    [Fact]
    public void Without_any_regional_office_the_site_is_asked_for() =>
        RaiseAlarm.Decide("a1", new TroubleTelling(Trouble.Interruption, Words), null, [], Place, Two, Support).IsRefused("alarm-where");

    [Fact]
    public void A_site_that_does_not_exist_is_refused_with_those_that_do() =>
        RaiseAlarm.Decide("a1", Outage with { Site = "BJ-999" }, null, [], Place, Two, Engineer).IsRefused("alarm-unknown-site");

    [Fact]
    public void A_stranger_is_told_to_phone() =>
        RaiseAlarm.Decide("a1", Outage, null, [], Place, Two, "nobody").IsRefused("alarm-unknown-person");

    [Theory]
    [InlineData(Trouble.Interruption, true)]
    [InlineData(Trouble.SevereDegradation, true)]
    [InlineData(Trouble.Billing, false)]
    public void A_second_report_of_the_same_trouble_at_the_site_joins_the_first(Trouble trouble, bool joins)
    {
        var change = RaiseAlarm.Decide("a2", new TroubleTelling(trouble, new PrivateText("all calls drop"), "BJ-042"), null, [Open], Place, Two + Minute, "sun.bo").Done();

        Assert.Equal(joins ? "a1" : "a2", change.After.Id);
        Assert.Equal(joins, change.Facts[0].Event is AlarmEvent.Joined);
    }

    [Fact]
    public void The_same_sentence_of_the_same_person_again_is_nothing_new() =>
        Assert.False(Raised(known: Open).HasFacts);

    [Fact]
    public void A_drill_does_not_join_an_alarm_and_is_marked()
    {
        var change = Raised(Outage with { Drill = true }, known: Open);

        Assert.True(Assert.IsType<AlarmEvent.Raised>(change.Facts.Single().Event).Drill);
        Assert.True(change.After.Drill);
    }

    [Theory]
    [InlineData(71, true)]
    [InlineData(73, false)]
    public void The_same_trouble_within_three_days_of_its_end_reopens_the_alarm(int hours, bool reopens)
    {
        var resolved = ResolveAlarm.Decide(Acknowledged, Two + Minute, Support, new PrivateText("重启单板")).Done().After;

        var change = RaiseAlarm.Decide("a2", Outage, null, [resolved], Place, Two + Minute + Duration.FromHours(hours), Engineer).Done();

        Assert.Equal(reopens ? ("a1", 2) : ("a2", 1), (change.After.Id, change.After.Round));
        Assert.Equal(AlarmState.Open, change.After.State);
        Assert.Null(change.After.AcknowledgedBy);
    }

    [Fact]
    public void What_a_false_alarm_was_raised_for_is_a_new_alarm_when_it_comes_true()
    {
        var taken = TakeBackAlarm.Decide(Open, Two, Engineer).Done().After;

        Assert.Equal("a2", RaiseAlarm.Decide("a2", Outage, null, [taken], Place, Two + Minute, Engineer).Done().After.Id);
    }
}
