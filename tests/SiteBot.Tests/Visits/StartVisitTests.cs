using NodaTime;
using SiteBot.Ledger;
using SiteBot.Tests.Escalation;
using SiteBot.Visits;
using static SiteBot.Tests.Reminders.Nights;

namespace SiteBot.Tests.Visits;

public sealed class StartVisitTests
{
    [Fact]
    public void A_visit_takes_office_customer_product_and_version_from_the_directory()
    {
        var visit = Started(Walk.Request("upgrade") with { Site = "bj-042" });

        Assert.Equal(("BJ-042", "BJ", "CM-BJ", "li.ming"), (visit.Site, visit.Office, visit.Customer, visit.Lead));
        Assert.Equal(("MSC", "V3.08.20", "upgrade"), (visit.Plan.Product, visit.Plan.CurrentVersion, visit.Plan.Operation));
        Assert.Equal(Night.Place.Procedures.InForce("upgrade")!.ContentHash, visit.Procedure);
    }

    [Fact]
    public void What_cannot_be_is_refused_with_its_reason()
    {
        var upgrade = Walk.Request("upgrade");
        Assert.Equal("visit-service", Refusal(upgrade with { Service = "painting" }));
        Assert.Equal("visit-site", Refusal(upgrade with { Site = "BJ-999" }));
        Assert.Equal("visit-lead", Refusal(upgrade with { Lead = "nobody" }));
        Assert.Equal("plan-equipment", Refusal(With(plan => plan with { Equipment = "MSC-9" })));
        Assert.Equal("plan-product", Refusal(With(plan => plan with { Product = "HLR" })));
        Assert.Equal("plan-product", Refusal(With(plan => plan with { Product = "XYZ" })));
        Assert.Equal("plan-version", Refusal(With(plan => plan with { TargetVersion = "v3.08.20" })));
        Assert.Equal("plan-operation", Refusal(With(plan => plan with { Operation = "paint" })));
        Assert.Equal("plan-duration", Refusal(With(plan => plan with { DurationMinutes = 43_201 })));
        Assert.Equal("plan-window-order", Refusal(With(plan => plan with { To = plan.From })));
        Assert.Equal("plan-window-past", Refusal(With(plan => plan with { From = At(-1, 0), To = At(0, 9) })));
        Assert.Equal("plan-missing", Refusal(With(plan => plan with { TargetVersion = null })));
        Assert.Equal("plan-missing", Refusal(With(plan => plan with { From = null })));
    }

    [Fact]
    public void Two_visits_of_one_engineer_to_one_piece_of_equipment_at_one_time_are_refused_naming_the_first()
    {
        var first = Started(Walk.Request("upgrade"));

        var refusal = StartVisit.Decide(Walk.Request("maintenance"), [first], Night.Place, At(0, 9), Walk.Lead).Refusal!;
        Assert.Equal("visit-open-already", refusal.Code);
        Assert.Contains("BJ-042-0310-1", refusal.Sentence.En, StringComparison.Ordinal);
        Assert.Null(StartVisit.Decide(Walk.Request("maintenance", "sun.bo"), [first], Night.Place, At(0, 9), "sun.bo").Refusal);
        var later = With(plan => plan with { From = At(1, 4), To = At(1, 6) });
        Assert.Null(StartVisit.Decide(later, [first], Night.Place, At(0, 9), Walk.Lead).Refusal);
        Assert.Null(StartVisit.Decide(Walk.Request("upgrade"), [first with { EndedAt = At(0, 9) }], Night.Place, At(0, 9), Walk.Lead).Refusal);
    }

    [Fact]
    public void A_contractor_without_the_product_on_the_card_may_start()
    {
        var workplace = Night.With("    roles: [contractor]\n    products: [MSC]", "    roles: [contractor]\n    products: [HLR]");

        Assert.Null(StartVisit.Decide(Walk.Request("upgrade", "sun.bo"), [], workplace, At(0, 9), "sun.bo").Refusal);
    }

    [Theory]
    [InlineData("", "BJ-042-0311-1")]
    [InlineData("BJ-042-0311-1", "BJ-042-0311-2")]
    [InlineData("BJ-042-0311-1,BJ-042-0311-9k3,BJ-042-0312-20,BJ-077-0311-5", "BJ-042-0311-10")]
    public void Ids_are_numbered_by_site_and_day(string known, string id) =>
        Assert.Equal(id, VisitIds.New("BJ-042", new LocalDate(2026, 3, 11), known.Split(',')));

    [Fact]
    public void An_id_ends_with_what_makes_it_unique() => Assert.Equal("BJ-042-0311-1k7", VisitIds.New("BJ-042", new LocalDate(2026, 3, 11), [], "k7"));

    [Fact]
    public void A_change_of_plan_says_what_changed_and_needs_a_reason()
    {
        var visit = Started(Walk.Request("upgrade"));
        var later = visit.Plan with { From = At(2, 0), To = At(2, 4) };

        Assert.Equal("reason-missing", Change(visit, later, null).Refusal?.Code);
        Assert.Single(Change(visit, later, new PrivateText("用户改期")).Events);
        Assert.Single(Change(visit, visit.Plan with { AlarmsToExpect = "link alarms" }, null).Events);
        Assert.Empty(Change(visit, visit.Plan, null).Events);
        Assert.Equal("plan-version", Change(visit, visit.Plan with { TargetVersion = "V3.08.20" }, new PrivateText("x")).Refusal?.Code);
        var lines = PlanChanges.Between(visit.Plan, later, new SiteBot.Windows.SiteClock(Beijing, At(0, 9)), At(0, 9), Night.Place.Gate);
        Assert.Equal(["window's start: 03-11 00:00 (+08:00) → 03-12 00:00 (+08:00)", "window's end: 03-11 04:00 (+08:00) → 03-12 04:00 (+08:00)"], lines.Select(line => line.En));
    }

    [Fact]
    public void A_plan_is_not_changed_while_its_operation_runs()
    {
        var visit = Started(Walk.Request("upgrade")) with { Operations = [new OperationRun("upgrade", "d1", At(1, 1), null, null)] };

        Assert.Equal("plan-running", Change(visit, visit.Plan with { DurationMinutes = 5 }, new PrivateText("x")).Refusal?.Code);
    }

    private static VisitRequest With(Func<WorkPlan, WorkPlan> change) => Walk.Request("upgrade") with { Plan = change(Walk.Request("upgrade").Plan) };

    private static string? Refusal(VisitRequest request) => StartVisit.Decide(request, [], Night.Place, At(0, 9), Walk.Lead).Refusal?.Code;

    private static Visit Started(VisitRequest request)
    {
        var decided = StartVisit.Decide(request, [], Night.Place, At(0, 9), Walk.Lead);
        Assert.Null(decided.Refusal);
        return VisitChange.Of(VisitFold.Begin("BJ-042-0310-1")).Tell(decided, At(0, 9), Walk.Lead).After;
    }

    private static Decided Change(Visit visit, WorkPlan plan, PrivateText? reason) => ChangePlan.Decide(visit, plan, reason, Night.Place, At(0, 9), Walk.Lead);
}
