using SiteBot.Outbox;
using static SiteBot.Tests.Outbox.Waiting;

namespace SiteBot.Tests.Outbox;

public sealed class UndeliveredTests
{
    [Fact]
    public void Who_caused_a_message_that_is_given_up_is_told_why()
    {
        var told = Assert.Single(Undelivered.Consequences(Message("ask/1"), FailureKind.Unreachable, ["li.ming"], "BJ", Night));
        Assert.Equal((Recipient.Person("li.ming"), "delivery-failed", Night), (told.To, told.Kind, told.DueAt));
        Assert.Equal(new UndeliveredData("ask/1", "duty-reminder", "person/wang.fang", "unreachable"), UndeliveredData.Read(told.Data));
    }

    [Fact]
    public void Where_the_person_blocked_the_bot_the_channel_is_told_in_their_stead()
    {
        var follows = Undelivered.Consequences(Message("ask/1", urgency: Urgency.Urgent, slot: "visit/7"), FailureKind.Blocked, ["li.ming"], "BJ", Night);
        Assert.Equal(["channel/BJ", "person/li.ming"], follows.Select(message => message.To.Value));
        Assert.Equal(("duty-reminder", "visit/7", Urgency.Urgent), (follows[0].Kind, follows[0].Slot, follows[0].Urgency));
        Assert.Equal("wang.fang", Undelivered.InSteadOf(follows[0]));
        Assert.Equal("BJ", UndeliveredData.Read(follows[1].Data).Office);
    }

    [Fact]
    public void A_message_for_a_channel_is_nobodys_in_whose_stead_it_stands() =>
        Assert.Null(Undelivered.InSteadOf(Message("ask/1") with { To = Recipient.Channel("BJ") }));

    [Fact]
    public void The_recipient_is_not_told_that_they_cannot_be_told() =>
        Assert.Empty(Undelivered.Consequences(Message("ask/1"), FailureKind.Permanent, ["Wang.Fang"], null, Night));

    [Fact]
    public void Nothing_goes_round_in_a_circle()
    {
        var follows = Undelivered.Consequences(Message("ask/1"), FailureKind.Blocked, ["li.ming"], "BJ", Night);
        Assert.All(follows, message => Assert.Empty(Undelivered.Consequences(message, FailureKind.Blocked, ["zhao.lei"], "BJ", Night)));
    }

    [Fact]
    public void Failing_again_asks_for_nothing_new()
    {
        var once = Undelivered.Consequences(Message("ask/1"), FailureKind.Blocked, ["li.ming"], "BJ", Night);
        var again = Undelivered.Consequences(Message("ask/1"), FailureKind.Blocked, ["li.ming"], "BJ", Night + NodaTime.Duration.FromHours(1));
        Assert.Equal(once.Select(message => message.Key), again.Select(message => message.Key));
    }

    [Fact]
    public void A_long_key_makes_keys_that_fit()
    {
        var key = new string('k', 200);
        Assert.All(Undelivered.Consequences(Message(key), FailureKind.Blocked, ["li.ming"], "BJ", Night), message => Assert.InRange(message.Key.Length, 1, 200));
    }
}
