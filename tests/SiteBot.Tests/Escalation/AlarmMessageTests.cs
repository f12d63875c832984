using System.Collections.Immutable;
using NodaTime;
using SiteBot.Escalation;
using SiteBot.Ledger;
using SiteBot.Outbox;
using static SiteBot.Tests.Escalation.Night;

namespace SiteBot.Tests.Escalation;

public sealed class AlarmMessageTests
{
    private static readonly PrivateText Done = new("重启主控板后恢复");

    [Fact]
    public void The_alarm_goes_out_at_once_to_both_in_their_own_chats_and_to_the_channel_in_one_place_each()
    {
        var news = AlarmNews.Of(Raised(), Two);

        Assert.Equal(["person/zhao.lei", "person/wang.fang", "channel/BJ"], news.Select(message => message.To.Value));
        Assert.All(news, message => Assert.Equal(
            (AlarmMessages.Card, Urgency.Urgent, Two, "alarm/a1", StreamId.Alarm("a1")), (message.Kind, message.Urgency, message.DueAt, message.Slot!, message.About)));
    }

    [Fact]
    public void Nothing_new_is_not_told() => Assert.Empty(AlarmNews.Of(AlarmChange.Of(Open), Two));

    [Fact]
    public void A_message_carries_no_words_of_a_person()
    {
        var change = ResolveAlarm.Decide(Open, Two, Support, Done).Done();

        Assert.All(AlarmNews.Of(Raised(), Two).Concat(AlarmNews.Of(change, Two)).Concat(AlarmPlan.Of(Open, Place)), message =>
        {
            Assert.DoesNotContain(Words.Value!, message.Data, StringComparison.Ordinal);
            Assert.DoesNotContain(Done.Value!, message.Data, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Unacknowledged_it_goes_to_the_next_of_the_chain_and_to_the_former_again()
    {
        var climbs = AlarmPlan.Of(Open, Place).Where(message => message.Kind == AlarmMessages.Climb).ToLookup(message => message.DueAt - Two, message => message.To.Id);

        Assert.Equal([Support, Head, Remote, Manager], climbs[Duration.FromMinutes(15)]);
        Assert.Equal([Support, Head, Remote, Manager, Admin], climbs[Duration.FromMinutes(30)]);
        Assert.Equal([Support, Head, Remote, Manager, Admin], climbs[Duration.FromMinutes(90)]);
    }

    [Theory]
    [InlineData(14, 0)]
    [InlineData(15, 1)]
    [InlineData(29, 1)]
    [InlineData(30, 2)]
    [InlineData(600, 2)]
    public void The_level_follows_the_clock(int minutes, int level) => Assert.Equal(level, Open.LevelAt(Two + Duration.FromMinutes(minutes)));

    [Fact]
    public void The_level_stands_still_once_it_is_acknowledged()
    {
        var alarm = AcknowledgeAlarm.Decide(Open, Two + Duration.FromMinutes(20), Support).Done().After;

        Assert.Equal(1, alarm.LevelAt(Two + Duration.FromHours(9)));
        Assert.DoesNotContain(AlarmPlan.Of(alarm, Place), message => message.Kind == AlarmMessages.Climb);
    }

    [Fact]
    public void Everybody_whom_a_false_alarm_reached_is_told_and_its_card_changes()
    {
        var news = AlarmNews.Of(TakeBackAlarm.Decide(Open, Two + Minute, Engineer).Done(), Two + Minute);

        Assert.Equal([Support, Head], news.Where(message => message.Kind == AlarmMessages.TakenBack).Select(message => message.To.Id));
        Assert.Equal(3, news.Count(message => message.Kind == AlarmMessages.Card));
        Assert.Empty(AlarmPlan.Of(TakeBackAlarm.Decide(Open, Two + Minute, Engineer).Done().After, Place));
    }

    [Fact]
    public void Restored_service_is_told_to_all_who_were_alarmed_up_to_the_level_of_then()
    {
        var at = Two + Duration.FromMinutes(16);
        var news = AlarmNews.Of(RestoreService.Decide(Open, null, at, Engineer, Done).Done(), at);

        Assert.Equal([Support, Head, Remote, Manager], news.Where(message => message.Kind == AlarmMessages.Resolved).Select(message => message.To.Id));
    }

    [Fact]
    public void The_reporter_hears_who_acknowledged_and_whoever_had_it_hears_who_took_it_over()
    {
        var acknowledged = AlarmNews.Of(AcknowledgeAlarm.Decide(Open, Two, Support).Done(), Two);
        Assert.Equal([Engineer], acknowledged.Where(message => message.Kind == AlarmMessages.Acknowledged).Select(message => message.To.Id));

        var mine = TakeOverAlarm.Decide(Open, Two, Support).Done().After;
        var taken = AlarmNews.Of(TakeOverAlarm.Decide(mine, Two, Head).Done(), Two);
        Assert.Equal([Support], taken.Where(message => message.Kind == AlarmMessages.HandedOn).Select(message => message.To.Id));
    }

    [Fact]
    public void No_two_messages_have_the_same_key()
    {
        var changes = new List<AlarmChange> { Raised() };
        void Next(Func<Alarm, AlarmDecided> verb) => changes.Add(verb(changes[^1].After).Done());
        Next(alarm => AcknowledgeAlarm.Decide(alarm, Two, Support));
        Next(alarm => AskForHelp.Decide(alarm, Two, Engineer, null));
        Next(alarm => HandOnAlarm.Decide(alarm, Place, Two, Support, "sun.bo", null));
        Next(alarm => ResolveAlarm.Decide(alarm, Two, "sun.bo", Done));
        Next(alarm => RaiseAlarm.Decide("a9", Outage, null, [alarm], Place, Two, Engineer));

        var keys = changes.SelectMany(change => AlarmNews.Of(change, Two)).Concat(AlarmPlan.Of(changes[0].After, Place)).Concat(AlarmPlan.Of(changes[^1].After, Place))
            .Select(message => message.Key).ToList();

        Assert.Equal(keys.Distinct().Count(), keys.Count);
        Assert.All(keys, key => Assert.InRange(key.Length, 1, 200));
    }

    [Fact]
    public void The_same_plan_again_has_the_same_keys() =>
        Assert.Equal(AlarmPlan.Of(Open, Place).Select(message => message.Key), AlarmPlan.Of(Raised().After, Place).Select(message => message.Key));

    [Fact]
    public void A_climb_is_overtaken_by_an_acknowledgement_and_by_another_round()
    {
        var climb = AlarmPlan.Of(Open, Place).First(message => message.Kind == AlarmMessages.Climb);

        Assert.False(AlarmMessages.IsOvertaken(climb, Open));
        Assert.True(AlarmMessages.IsOvertaken(climb, Acknowledged));
        Assert.True(AlarmMessages.IsOvertaken(climb, Open with { Round = 2 }));
    }

    [Fact]
    public void Silence_asks_the_reporter_and_then_the_managers_until_somebody_says_something()
    {
        var silence = AlarmPlan.Of(Open, Place).Where(message => message.Kind == AlarmMessages.Silence).ToList();

        Assert.Equal(
            [(Engineer, 30), (Support, 60), (Head, 60)], silence.Select(message => (message.To.Id, (int)(message.DueAt - Two).TotalMinutes)));
        Assert.True(AlarmMessages.IsOvertaken(silence[0], TellAlarmDetails.Decide(Open, Two + Minute, Engineer, null, Done, null).Done().After));
    }

    [Theory]
    [InlineData(Trouble.Interruption, false)]
    [InlineData(Trouble.SevereDegradation, false)]
    [InlineData(Trouble.Billing, true)]
    public void Where_a_visits_service_is_down_its_own_plan_asks_after_silence(Trouble trouble, bool asks) =>
        Assert.Equal(asks, AlarmPlan.Of(Open with { Visit = "v7", Trouble = trouble }, Place).Any(message => message.Kind == AlarmMessages.Silence));
}
