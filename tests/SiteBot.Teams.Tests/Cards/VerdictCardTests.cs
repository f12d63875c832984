using NodaTime;
using SiteBot.Gate.Asking;
using SiteBot.Procedures;
using SiteBot.Teams.Actions;
using SiteBot.Teams.Cards;
using SiteBot.Visits;

namespace SiteBot.Teams.Tests.Cards;

public sealed class VerdictCardTests
{
    private static readonly Scene It = Scene.Real(Language.En);

    [Fact]
    public void A_go_says_until_when_it_holds_and_its_first_press_begins_the_operation()
    {
        var card = Draw(It.AllSet, Sample.Midnight + Duration.FromHours(1));

        Assert.StartsWith("Yes: begin by 04:00 (+08:00)", card.Summary, StringComparison.Ordinal);
        Assert.Equal(CardVerbs.OperationStart, CardPartsOf.Verbs(card.Json)[0]);
    }

    [Fact]
    public void A_wait_says_from_when_on()
    {
        Assert.StartsWith("Wait until 03-11 00:00 (+08:00)", Draw(It.AllSet, Sample.Night).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void What_others_must_answer_is_pressed_first_and_what_only_the_engineer_can_tell_after_it()
    {
        var verbs = CardPartsOf.Presses(Draw(It.Prepared with { Steps = It.Prepared.Steps.Remove("backup") }, Sample.Night).Json).Where(press => press.Verb.Length > 0).ToList();

        Assert.Equal([CardVerbs.ConsentAsk, CardVerbs.StepShow], verbs.Take(2).Select(press => press.Verb).ToArray());
        Assert.Equal("positive", verbs[0].Style);
        Assert.Equal("backup", verbs[1].Data["step"]);
    }

    [Fact]
    public void Where_all_consents_are_asked_for_the_press_shows_where_they_stand()
    {
        var asked = It.Prepared with { Consents = [Sample.Asked(It.Visit, Approvals.ApproverRole.ProductSupport), Sample.Asked(It.Visit, Approvals.ApproverRole.OfficeHead, "r2")] };

        Assert.Equal(
            ["Where the consents stand"],
            CardPartsOf.Presses(Draw(asked, Sample.Night).Json).Where(press => press.Verb == CardVerbs.ConsentAsk).Select(press => press.Title).ToArray());
    }

    [Fact]
    public void What_nobody_can_allow_asks_nobody_for_consent_but_for_another_plan()
    {
        var verbs = CardPartsOf.Verbs(Draw(It.Prepared with { Plan = It.Prepared.Plan with { TargetVersion = "V3.09.00" } }, Sample.Night).Json);

        Assert.Equal([CardVerbs.PlanForm, CardVerbs.GateAsk], verbs.ToArray());
    }

    [Fact]
    public void A_card_wakes_nobody_so_each_who_clears_something_stands_with_a_number_to_call()
    {
        var card = Draw(It.Prepared, Sample.Night).Json;

        Assert.Contains("tel:+8675555500004", card, StringComparison.Ordinal);
        Assert.Contains("tel:+861055500003", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_does_not_lead_the_visit_may_only_ask_again() =>
        Assert.Equal([CardVerbs.GateAsk], CardPartsOf.Verbs(Draw(It.Visit, Sample.Night, "wang.fang").Json).ToArray());

    [Fact]
    public void What_was_asked_ahead_begins_nothing()
    {
        var card = Draw(It.AllSet, Sample.Night, moment: Sample.Midnight + Duration.FromHours(1));

        Assert.Contains("Asked for 03-11 01:00 (+08:00)", card.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain(CardVerbs.OperationStart, CardPartsOf.Verbs(card.Json));
    }

    [Fact]
    public void Without_a_length_no_time_is_promised() =>
        Assert.DoesNotContain("00:00", Draw(It.AllSet with { Plan = It.AllSet.Plan with { DurationMinutes = null } }, Sample.Midnight + Duration.FromHours(1)).Summary, StringComparison.Ordinal);

    [Fact]
    public void Who_stands_at_the_equipment_may_tell_that_it_was_done_without_a_go()
    {
        Assert.Contains(CardVerbs.OperationWithoutGo, CardPartsOf.Verbs(Draw(It.OnSite, Sample.Night).Json));
        Assert.DoesNotContain(CardVerbs.OperationWithoutGo, CardPartsOf.Verbs(Draw(It.AllSet, Sample.Night).Json));
        Assert.DoesNotContain(CardVerbs.OperationWithoutGo, CardPartsOf.Verbs(Draw(It.OnSite, Sample.Midnight + Duration.FromHours(1)).Json));
    }

    [Fact]
    public void Nobody_can_allow_a_version_that_is_not_released() =>
        Assert.StartsWith("No, and nobody can allow it", Draw(It.AllSet with { Plan = It.AllSet.Plan with { TargetVersion = "V3.09.00" } }, Sample.Night).Summary, StringComparison.Ordinal);

    [Fact]
    public void A_backup_that_grows_too_old_before_the_last_start_is_shown_with_its_moment()
    {
        var visit = It.AllSet.Step("backup", Sample.Midnight - Duration.FromHours(21), ("location", "x"), ("verified", "yes"), ("equipment", "MSC-1"));

        Assert.Contains("\\\"Backup\\\" holds until 03:00 (+08:00) only", Draw(visit, Sample.Midnight + Duration.FromHours(1)).Json, StringComparison.Ordinal);
    }

    private static Card Draw(Visit visit, Instant now, string reader = "li.ming", Instant? moment = null) => VerdictCard.Draw(
        Sample.Deck, Sample.Place, visit, AskGate.Decide(new GateAsking(visit, null, moment, now, reader, "d1"), Sample.Place, []).Answer!, reader, Checklist.Of(visit, Sample.Place, now), now, Language.En);
}
