using NodaTime;
using SiteBot.Escalation;
using SiteBot.Ledger;
using static SiteBot.Tests.Escalation.Night;

namespace SiteBot.Tests.Escalation;

public sealed class AlarmVerbTests
{
    private static readonly PrivateText Done = new("重启主控板后恢复");
    private static readonly Instant Later = Two + Minute;

    [Fact]
    public void Whoever_acknowledges_first_counts_and_the_same_again_is_nothing_new()
    {
        var alarm = AcknowledgeAlarm.Decide(Open, Later, Support).Done().After;

        Assert.Equal((AlarmState.Acknowledged, Support, Later), (alarm.State, alarm.AcknowledgedBy, alarm.AcknowledgedAt!.Value));
        Assert.False(AcknowledgeAlarm.Decide(alarm, Later, Head).Done().HasFacts);
    }

    [Fact]
    public void People_of_a_level_that_was_not_called_yet_may_act_too() => Assert.True(AcknowledgeAlarm.Decide(Open, Later, Admin).Done().HasFacts);

    public static TheoryData<string, AlarmDecided> OfStrangers => new()
    {
        { "acknowledge", AcknowledgeAlarm.Decide(Open, Later, "anna.berg") },
        { "the reporter does not acknowledge", AcknowledgeAlarm.Decide(Open, Later, Engineer) },
        { "take over", TakeOverAlarm.Decide(Open, Later, "anna.berg") },
        { "help", AskForHelp.Decide(Open, Later, "anna.berg", null) },
        { "hand on", HandOnAlarm.Decide(Open, Place, Later, "anna.berg", Remote, null) },
        { "details", TellAlarmDetails.Decide(Open, Later, "anna.berg", null, Done, null) },
        { "resolve", ResolveAlarm.Decide(Open, Later, "anna.berg", Done) },
        { "the reporter does not resolve", ResolveAlarm.Decide(Open, Later, Engineer, Done) },
        { "restore", RestoreService.Decide(Open, null, Later, "anna.berg", Done) },
    };

    [Theory]
    [MemberData(nameof(OfStrangers))]
    public void Only_people_of_the_chain_act(string what, AlarmDecided decided)
    {
        Assert.NotEmpty(what);
        decided.IsRefused("alarm-not-yours");
    }

    [Fact]
    public void Taking_over_acknowledges_and_names_the_owner()
    {
        var alarm = TakeOverAlarm.Decide(Open, Later, Remote).Done().After;

        Assert.Equal((AlarmState.Acknowledged, Remote), (alarm.State, alarm.Owner));
        Assert.False(TakeOverAlarm.Decide(alarm, Later, Remote).Done().HasFacts);
        Assert.Equal(Support, TakeOverAlarm.Decide(alarm, Later, Support).Done().After.Owner);
    }

    [Fact]
    public void Whom_it_is_handed_to_may_act_from_then_on()
    {
        var alarm = HandOnAlarm.Decide(Open, Place, Later, Support, "sun.bo", null).Done().After;

        Assert.Equal("sun.bo", alarm.Owner);
        Assert.True(ResolveAlarm.Decide(alarm, Later, "sun.bo", Done).Done().HasFacts);
        HandOnAlarm.Decide(alarm, Place, Later, Support, "nobody", null).IsRefused("alarm-hand-on-unknown");
    }

    [Fact]
    public void Help_calls_the_next_level_before_its_time()
    {
        var alarm = AskForHelp.Decide(Acknowledged, Later, Engineer, Done).Done().After;

        Assert.Equal([Support, Head, Remote, Manager], alarm.ReachedBy(Later).AsEnumerable());
        Assert.Equal([Support, Head, Remote, Manager, Admin], AskForHelp.Decide(alarm, Later, Support, null).Done().After.ReachedBy(Later).AsEnumerable());
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void A_false_alarm_is_taken_back_for_sixty_seconds(int seconds, bool possible)
    {
        var decided = TakeBackAlarm.Decide(Open, Two + Duration.FromSeconds(seconds), Engineer);

        Assert.Equal(possible ? null : "alarm-too-late", decided.Refusal?.Code);
        Assert.Equal(possible ? AlarmState.TakenBack : null, decided.Change?.After.State);
    }

    [Fact]
    public void A_false_alarm_is_taken_back_by_its_reporter_alone_and_not_after_another_report()
    {
        TakeBackAlarm.Decide(Open, Two, Support).IsRefused("alarm-not-your-report");
        var joined = RaiseAlarm.Decide("a2", Outage with { Words = Done }, null, [Open], Place, Two, "sun.bo").Done().After;
        TakeBackAlarm.Decide(joined, Two, Engineer).IsRefused("alarm-others-reported");
    }

    [Fact]
    public void Resolving_asks_what_was_done()
    {
        ResolveAlarm.Decide(Open, Later, Support, null).IsRefused("alarm-what-done");
        RestoreService.Decide(Open, null, Later, Engineer, null).IsRefused("alarm-what-done");
        Assert.Equal(Done, ResolveAlarm.Decide(Open, Later, Support, Done).Done().After.WhatWasDone);
    }

    [Fact]
    public void Restored_service_is_told_by_the_reporter_the_visits_lead_or_the_chain()
    {
        Assert.All([Engineer, Support, "anna.berg"], by =>
        {
            var change = RestoreService.Decide(Open, lead: "anna.berg", Later, by, Done).Done();
            Assert.True(Assert.IsType<AlarmEvent.Resolved>(change.Facts.Single().Event).ServiceRestored);
        });
    }

    [Fact]
    public void Nothing_is_done_to_an_alarm_that_is_over()
    {
        var resolved = ResolveAlarm.Decide(Open, Later, Support, Done).Done().After;

        AcknowledgeAlarm.Decide(resolved, Later, Support).IsRefused("alarm-resolved");
        TakeBackAlarm.Decide(resolved, Two, Engineer).IsRefused("alarm-resolved");
        AskForHelp.Decide(resolved, Later, Engineer, null).IsRefused("alarm-resolved");
        Assert.False(ResolveAlarm.Decide(resolved, Later, Head, Done).Done().HasFacts);
        var taken = TakeBackAlarm.Decide(Open, Two, Engineer).Done().After;
        RestoreService.Decide(taken, null, Later, Engineer, Done).IsRefused("alarm-taken-back");
    }

    [Fact]
    public void Details_that_are_known_are_nothing_new_and_a_start_to_come_is_refused()
    {
        var told = TellAlarmDetails.Decide(Open, Later, Engineer, Two, Done, null).Done().After;

        Assert.Equal((Two, Done), (told.Since!.Value, told.Affected!));
        Assert.False(TellAlarmDetails.Decide(told, Later, Engineer, Two, Done, null).Done().HasFacts);
        TellAlarmDetails.Decide(Open, Later, Engineer, Later + Minute, null, null).IsRefused("alarm-since-ahead");
    }
}
