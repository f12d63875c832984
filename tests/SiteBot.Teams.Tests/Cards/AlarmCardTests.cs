using NodaTime;
using SiteBot.Escalation;
using SiteBot.Teams.Actions;
using SiteBot.Teams.Cards;

namespace SiteBot.Teams.Tests.Cards;

public sealed class AlarmCardTests
{
    private static readonly Scene It = Scene.Real(Language.En);

    [Fact]
    public void The_chain_acknowledges_first_and_hears_whom_to_call_at_the_site()
    {
        var card = Draw(It.Alarm, "wang.fang", Sample.Night).Json;

        Assert.Equal(
            [CardVerbs.AlarmAcknowledge, CardVerbs.AlarmTakeOver, CardVerbs.AlarmHelp, CardVerbs.AlarmResolve, CardVerbs.AlarmHandOn], CardPartsOf.Verbs(card).ToArray());
        Assert.Contains("tel:+861055500001", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void Who_raised_it_takes_it_back_for_sixty_seconds(int seconds, bool may)
    {
        var verbs = CardPartsOf.Verbs(Draw(It.Alarm, "li.ming", It.Alarm.RoundAt + Duration.FromSeconds(seconds)).Json);

        Assert.Equal(may, verbs.Contains(CardVerbs.AlarmTakeBack));
        Assert.Contains(CardVerbs.AlarmDetails, verbs);
        Assert.DoesNotContain(CardVerbs.AlarmAcknowledge, verbs);
    }

    [Fact]
    public void In_the_channel_it_shows_the_state_and_the_chain_asks_for_its_own_view()
    {
        var card = Draw(It.Alarm, null, Sample.Night).Json;

        Assert.Empty(CardPartsOf.Verbs(card));
        Assert.Contains("\"refresh\"", card, StringComparison.Ordinal);
        Assert.Equal(["zhao.lei", "wang.fang", "chen.yu", "liu.na", "li.ming"], AlarmCard.Viewers(It.Alarm, Sample.Night));
        Assert.Empty(AlarmCard.Viewers(It.Alarm with { State = AlarmState.Resolved }, Sample.Night));
    }

    [Fact]
    public void A_drill_says_so_first() =>
        Assert.StartsWith("Drill: ", Draw(It.Alarm with { Drill = true }, "wang.fang", Sample.Night).Summary, StringComparison.Ordinal);

    [Fact]
    public void Who_looks_after_it_need_not_take_it_over_again() =>
        Assert.DoesNotContain(CardVerbs.AlarmTakeOver, CardPartsOf.Verbs(Draw(It.Owned, "wang.fang", Sample.Night).Json));

    [Fact]
    public void Nothing_is_left_to_press_once_it_is_over() =>
        Assert.Empty(CardPartsOf.Verbs(Draw(It.Owned with { State = AlarmState.Resolved, EndedAt = Sample.Night }, "wang.fang", Sample.Night).Json));

    private static Card Draw(Alarm alarm, string? reader, Instant now) => AlarmCard.Draw(Sample.Deck, Sample.Place, alarm, reader, now, Language.En);
}
