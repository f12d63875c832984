using NodaTime;
using SiteBot.Approvals;
using SiteBot.Ledger;
using SiteBot.Teams.Actions;
using SiteBot.Teams.Cards;
using SiteBot.Visits;

namespace SiteBot.Teams.Tests.Cards;

public sealed class ConsentCardTests
{
    private static readonly Scene It = Scene.Real(Language.En);
    private static readonly Visit Asked = It.Prepared with { Consents = [Sample.Asked(It.Visit, ApproverRole.ProductSupport)] };

    [Fact]
    public void Who_was_asked_may_approve_approve_less_or_reject_with_a_reason()
    {
        var card = Draw(Asked, "zhao.lei").Json;

        Assert.Equal([CardVerbs.ConsentApprove, CardVerbs.ConsentReject], CardPartsOf.Verbs(card).ToArray());
        Assert.Equal(["f_from", "f_to", "f_reason"], CardPartsOf.Inputs(card).Select(input => CardPartsOf.Text(input, "id")).ToArray());
        Assert.All(CardPartsOf.Presses(card).Where(press => press.Verb.StartsWith("consent.", StringComparison.Ordinal)), press => Assert.Equal(Asked.Consents[0].Scope.Hash(), press.Data["scope"]));
    }

    [Theory]
    [InlineData("li.ming")]
    [InlineData("wang.fang")]
    [InlineData(null)]
    public void Others_see_where_it_stands_and_whom_to_call(string? reader)
    {
        var card = Draw(Asked, reader).Json;

        Assert.Empty(CardPartsOf.Verbs(card));
        Assert.Contains("Zhao Lei", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Once_answered_nobody_can_answer_again_and_only_who_gave_it_may_take_it_back()
    {
        Assert.Equal([CardVerbs.ConsentWithdraw], CardPartsOf.Verbs(Draw(It.AllSet, "zhao.lei").Json).ToArray());
        Assert.Empty(CardPartsOf.Verbs(Draw(It.AllSet, "chen.yu").Json));
    }

    [Fact]
    public void Nothing_is_taken_back_or_answered_once_the_operation_began()
    {
        Assert.Empty(CardPartsOf.Verbs(Draw(It.Running, "zhao.lei").Json));
        Assert.Empty(CardPartsOf.Verbs(Draw(It.Running with { Consents = Asked.Consents }, "zhao.lei").Json));
    }

    [Fact]
    public void After_the_window_there_is_nothing_to_answer() =>
        Assert.Empty(CardPartsOf.Verbs(Draw(Asked, "zhao.lei", Sample.Midnight + Duration.FromHours(7)).Json));

    [Fact]
    public void A_claim_to_restore_service_is_said_first() =>
        Assert.Contains("claims that it restores service", Draw(Asked with { Plan = Asked.Plan with { RestoresService = true } }, "zhao.lei").Json, StringComparison.Ordinal);

    [Fact]
    public void The_card_of_an_old_message_asks_to_be_shown_as_it_is_now() =>
        Assert.Contains(CardPartsOf.Presses(Draw(Asked, "zhao.lei").Json), press => press.Verb == CardVerbs.Refresh && press.Data["card"] == "consent" && press.Data["request"] == "r1");

    private static Card Draw(Visit visit, string? reader, Instant? now = null) =>
        ConsentCard.Draw(Sample.Deck, Sample.Place, visit, visit.Consents[0], reader, now ?? Sample.Night, Language.En);
}
