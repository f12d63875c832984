using NodaTime;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Tests.Escalation;
using SiteBot.Visits;
using SiteBot.Visits.Short;
using static SiteBot.Tests.Reminders.Nights;

namespace SiteBot.Tests.Visits;

/// <summary>A closed step that is told again.</summary>
public sealed class CorrectionTests
{
    private static readonly Instant Now = At(0, 23);
    private static readonly ShortTexts Shorts = ShortTexts.Load(Shipped.Dialogs);

    private static Visit PlanAgreed => Told(Upgrade, new StepTelling("plan_agreed").With("by", "周经理"));

    [Fact]
    public void Told_with_other_values_it_asks_for_the_reason_and_keeps_it()
    {
        var other = new StepTelling("plan_agreed").With("by", "李工");

        Assert.Equal("correction-reason", Decide(PlanAgreed, other).Refusal?.Code);
        var corrected = Assert.IsType<VisitEvent.StepTold>(Decide(PlanAgreed, other.With(StepTelling.Reason, "记错了人")).Events.Single());
        Assert.Equal(("李工", "记错了人"), (corrected.Private["by"].Value, corrected.Private[StepTelling.Reason].Value));
    }

    [Fact]
    public void The_same_again_or_less_of_it_is_nothing_new()
    {
        var visit = Told(Upgrade, new StepTelling("call_customer").With("by", "王工").With("assists", "张工").With("phone", "10 5550"));

        Assert.Empty(Decide(visit, new StepTelling("call_customer").With("by", "王工").With("assists", "张工")).Events);
    }

    [Fact]
    public void A_photo_more_and_a_no_need_no_reason()
    {
        Assert.Null(Decide(PlanAgreed, new StepTelling("plan_agreed").With("by", "周经理") with { Files = ["photo"] }).Refusal);
        Assert.Null(Decide(PlanAgreed, new StepTelling("plan_agreed") with { Outcome = StepOutcome.Failed }).Refusal);
    }

    [Theory]
    [InlineData("escort", "by", "张工", "李工")]
    [InlineData("backup", "location", "10.1.1.5:/bk", "10.1.1.6:/bk")]
    public void Who_escorts_and_where_the_backup_lies_change_without_having_been_wrong(string step, string field, string before, string after)
    {
        StepTelling Telling(string value) => (step == "backup" ? new StepTelling(step).With("verified", "yes") : new StepTelling(step)).With(field, value);
        var visit = Told(PlanAgreed with { ArrivedAt = At(0, 22) }, Telling(before));

        Assert.Single(Decide(visit, Telling(after)).Events.OfType<VisitEvent.StepTold>());
    }

    [Theory]
    [InlineData("计划认可 李工，原因：记错了人", "李工", "记错了人")]
    [InlineData("计划认可了 李工 因为周经理只是转达", "李工", "周经理只是转达")]
    [InlineData("plan agreed with Mr Li, reason: I had noted the wrong name", "Mr Li", "I had noted the wrong name")]
    [InlineData("plan agreed with Mr Li because Zhou only passed it on", "Mr Li", "Zhou only passed it on")]
    public void The_reason_stands_at_the_end_of_a_short_text(string text, string by, string why)
    {
        var telling = Shorts.Read(text, PlanAgreed, Night.Place, Now)!.Telling;

        Assert.Equal((by, why), (telling.Values["by"], telling.Values[StepTelling.Reason]));
    }

    [Fact]
    public void An_appointment_that_is_told_anew_is_moved_with_its_reason()
    {
        var visit = Told(Of("survey"), new StepTelling("agree_time").With("by", "王工").With("at", "2026-03-12T01:00:00Z"));
        var later = new StepTelling("agree_time").With("by", "王工").With("at", "2026-03-13T01:00:00Z");

        Assert.Equal("correction-reason", Decide(visit, later).Refusal?.Code);
        var moved = Decide(visit, later.With(StepTelling.Reason, "用户改期")).Events.OfType<VisitEvent.AppointmentMoved>().Single();
        Assert.Equal("用户改期", moved.Why?.Value);
    }

    [Fact]
    public void Who_comes_back_in_the_morning_has_arrived_once_more_and_the_first_arrival_stays()
    {
        var visit = Told(Of("survey"), new StepTelling("arrive") with { HappenedAt = At(0, 9) });
        var gone = VisitFold.After(visit, new VisitFact(new VisitEvent.Left(LeavingMode.ForTheNight, null, "d1"), At(0, 18), At(0, 18), Night.Engineer));

        var back = Decide(gone, new StepTelling("arrive"));

        Assert.IsType<VisitEvent.Arrived>(back.Events.Single());
        var there = VisitFold.After(gone, new VisitFact(back.Events.Single(), Now, Now, Night.Engineer));
        Assert.True(there.IsOnSite);
        Assert.Equal((At(0, 9), At(0, 9)), (there.FirstArrivedAt, there.Steps["arrive"].HappenedAt));
    }

    private static Decided Decide(Visit visit, StepTelling telling) => TellStep.Decide(visit, telling, Night.Place, Now, Night.Engineer);

    private static Visit Told(Visit visit, StepTelling telling)
    {
        var decided = TellStep.Decide(visit, telling, Night.Place, At(0, 22, 30), Night.Engineer);
        Assert.Null(decided.Refusal);
        return decided.Events.Aggregate(visit, (after, e) => VisitFold.After(after, new VisitFact(e, decided.HappenedAt ?? At(0, 22, 30), At(0, 22, 30), Night.Engineer)));
    }
}
