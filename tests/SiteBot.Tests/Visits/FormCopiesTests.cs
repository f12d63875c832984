using System.Collections.Immutable;
using NodaTime;
using SiteBot.Forms;
using SiteBot.Ledger;
using SiteBot.Tests.Escalation;
using SiteBot.Visits;
using static SiteBot.Tests.Reminders.Nights;

namespace SiteBot.Tests.Visits;

/// <summary>Each copy of a form that is drawn up time and again, and the duty that it does.</summary>
public sealed class FormCopiesTests
{
    private const string Daily = "daily_work_record";
    private const string Stop = "stop_resume_report";

    private static Visit OnSite(string service) => Of(service) with { ArrivedAt = At(0, 10), FirstArrivedAt = At(0, 10) };

    [Fact]
    public void A_daily_record_that_is_drawn_up_does_the_days_duty_and_no_other_days()
    {
        var visit = Produced(OnSite("upgrade"), Daily, "day-1", At(0, 17));
        var next = Produced(visit, Daily, "day-2", At(1, 17));

        Assert.Equal(["2026-03-10"], visit.Duties["daily_record"].Done.Keys);
        Assert.Equal(["2026-03-10", "2026-03-11"], next.Duties["daily_record"].Done.Keys);
        Assert.Equal(["day-1", "day-2"], next.Forms[Daily].Copies.Select(copy => copy.File));
        Assert.DoesNotContain(ClosingLedger.Of(visit, Night.Place, At(0, 18)), line => line.Id == "daily_record" && line.Overdue);
    }

    [Fact]
    public void A_record_of_the_day_before_is_drawn_up_for_that_day()
    {
        var visit = Produced(OnSite("upgrade"), Daily, "late", At(1, 9), "2026-03-10");

        Assert.Equal(["2026-03-10"], visit.Duties["daily_record"].Done.Keys);
        Assert.Equal("2026-03-10", ProduceForm.OccasionOf(OnSite("upgrade"), Daily, "2026-03-10", Night.Place, At(1, 9))?.Occasion);
    }

    [Theory]
    [InlineData(6, null)]
    [InlineData(7, "2026-03-17")]
    [InlineData(10, "2026-03-17")]
    [InlineData(14, "2026-03-24")]
    public void A_weekly_report_does_the_duty_of_the_week_that_is_owed(int day, string? occasion)
    {
        var visit = Produced(Of("commissioning") with { ArrivedAt = At(0, 10), FirstArrivedAt = At(0, 10) }, "project_weekly_report", "w", At(day, 11));

        Assert.Equal(occasion is null ? [] : [occasion], visit.Duties.GetValueOrDefault("project_weekly")?.Done.Keys ?? []);
    }

    [Fact]
    public void Where_the_customer_asks_for_reports_more_often_they_are_counted_from_then_on()
    {
        var visit = OnSite("upgrade");
        visit = visit.With(new StepRecord(
            "report_interval", StepOutcome.Done, ImmutableSortedDictionary<string, string>.Empty.Add("days", "3"),
            ImmutableSortedDictionary<string, PrivateText>.Empty, [], At(9, 15), At(9, 15), Night.Engineer));
        var duty = ProcedureOf(visit).FindDuty("weekly_report")!;

        var occasions = SiteBot.Reminders.DutyOccasions.Of(visit, ProcedureOf(visit), Night.Place, At(9, 16), At(0, 0), At(17, 0)).Where(one => one.Duty == duty).ToList();

        // A week after the tenth, three days after the nineteenth, and each report goes back to the one before.
        Assert.Equal([("2026-03-17", 7), ("2026-03-22", 5), ("2026-03-25", 3)], occasions.Select(one => (one.Occasion, one.Days)));
    }

    [Fact]
    public void Who_may_not_do_the_duty_does_not_do_it_by_the_form() => Assert.DoesNotContain(
        ProduceForm.Decide(OnSite("upgrade"), Daily, "f", Language.En, null, Night.Place, At(0, 17), "anna.berg").Events, e => e is VisitEvent.DutyDone);

    [Fact]
    public void A_stop_and_a_resumption_are_two_reports_each_with_its_own_signature_and_way()
    {
        var visit = Produced(OnSite("installation"), Stop, "stop", At(0, 12));
        visit = Told(visit, new VisitEvent.FormSigned(Stop, new PrivateText("王工"), "photo-1"), At(0, 13));
        visit = Produced(visit, Stop, "resume", At(2, 9));

        Assert.Contains(ClosingLedger.Of(visit, Night.Place, At(2, 10)), line => line is { Kind: LedgerKind.Unsigned, Id: Stop });
        visit = Told(visit, new VisitEvent.FormSigned(Stop, new PrivateText("李工"), "photo-2"), At(2, 11));
        visit = Told(visit, new VisitEvent.FormsArchived(), At(3, 9));
        visit = Produced(visit, Stop, "again", At(4, 9));

        Assert.Equal(
            [("stop", "photo-1", (Instant?)At(3, 9)), ("resume", "photo-2", At(3, 9)), ("again", null, null)],
            visit.Forms[Stop].Copies.Select(copy => (copy.File!, copy.SignedFile, copy.ArchivedAt)));
    }

    [Fact]
    public void A_paper_signed_after_another_is_a_copy_of_its_own()
    {
        var signed = Told(OnSite("installation"), new VisitEvent.FormSigned(Stop, new PrivateText("王工"), "photo-1"), At(0, 13));
        signed = Told(signed, new VisitEvent.FormSigned(Stop, new PrivateText("王工"), "photo-2"), At(2, 13));

        Assert.Equal(["photo-1", "photo-2"], signed.Forms[Stop].Copies.Select(copy => copy.SignedFile));
    }

    [Fact]
    public void Days_and_weeks_and_occasions_recur_and_nothing_else_does()
    {
        var procedure = ProcedureOf(Of("installation"));
        Assert.True(FormsOf.Recurs(procedure, Stop));
        Assert.True(FormsOf.Recurs(ProcedureOf(Of("upgrade")), Daily));
        Assert.False(FormsOf.Recurs(procedure, "unpacking_report"));
    }

    private static Visit Produced(Visit visit, string form, string file, Instant at, string? occasion = null)
    {
        var decided = ProduceForm.Decide(visit, form, file, Language.Zh, occasion, Night.Place, at, Night.Engineer);
        Assert.Null(decided.Refusal);
        return decided.Events.Aggregate(visit, (after, e) => Told(after, e, at));
    }

    private static Visit Told(Visit visit, VisitEvent e, Instant at) => VisitFold.After(visit, new VisitFact(e, at, at, Night.Engineer));
}
