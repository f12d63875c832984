using System.Collections.Immutable;
using NodaTime;
using SiteBot.Forms;
using SiteBot.Visits;

namespace SiteBot.Tests.Forms;

public sealed class FormsOwedTests
{
    private static readonly Visit Empty = SampleVisits.Planned("upgrade", Language.En);
    private static readonly Visit Told = SampleVisits.Told("upgrade", Language.En);

    [Fact]
    public void A_form_of_a_phase_that_is_still_ahead_is_not_due_yet()
    {
        var request = Of(Empty, SampleVisits.At(0, 10), "service_request_report");
        Assert.Equal(FormState.Owed, request.State);
        Assert.Null(request.Since);
        Assert.False(request.IsOpen);
        Assert.Equal(Duration.Zero, request.AgeAt(SampleVisits.At(3, 0)));
    }

    [Fact]
    public void It_is_owed_from_the_moment_on_which_all_before_it_was_told()
    {
        var phases = SampleVisits.Catalogue["upgrade"].Phases.Take(3).SelectMany(phase => phase.Steps).Select(step => step.Id).ToHashSet();
        var visit = Empty with { Steps = Told.Steps.Where(step => phases.Contains(step.Key)).ToImmutableSortedDictionary() };
        var request = Of(visit, SampleVisits.At(2, 10), "service_request_report");
        var last = visit.Steps.Values.Max(record => record.HappenedAt);
        Assert.Equal(last, request.Since);
        Assert.True(request.IsOpen);
        Assert.True(request.LacksSignature);
        Assert.Equal(SampleVisits.At(2, 10) - last, request.AgeAt(SampleVisits.At(2, 10)));
        Assert.Equal(["li.ming"], request.Owners.AsEnumerable());
    }

    [Fact]
    public void A_signed_form_is_produced_first_then_signed_then_archived()
    {
        var procedure = SampleVisits.Catalogue["upgrade"];
        var visit = Told with { Steps = Told.Steps.Remove("request_signed") };
        FormState State() => Of(visit, SampleVisits.At(4, 10), "service_request_report").State;
        Assert.Equal(FormState.Owed, State());
        visit = visit with { Forms = visit.Forms.Add("service_request_report", new FormRecord("service_request_report") { Copies = [new FormCopy { File = "f", ProducedAt = SampleVisits.At(0, 23) }] }) };
        Assert.Equal(FormState.Produced, State());
        visit = visit with { Forms = visit.Forms.SetItem("service_request_report", new FormRecord("service_request_report") { Copies = [visit.Forms["service_request_report"].Last! with { SignedAt = SampleVisits.At(0, 23, 30) }] }) };
        Assert.Equal(FormState.Signed, State());
        visit = VisitFold.After(visit, new VisitFact(new VisitEvent.FormsArchived(), SampleVisits.At(4, 9), SampleVisits.At(4, 9), "li.ming"));
        Assert.Equal(FormState.Archived, State());
        Assert.NotNull(procedure);
    }

    [Fact]
    public void The_photo_of_the_signed_paper_told_in_its_step_is_its_signature() =>
        Assert.Equal(FormState.Signed, Of(Told, SampleVisits.At(4, 10), "service_request_report").State);

    [Fact]
    public void A_training_that_did_not_take_place_owes_no_record()
    {
        var visit = Empty with { Steps = Empty.Steps.Add("train_customer", Told.Steps["train_customer"] with { Outcome = StepOutcome.Failed }) };
        Assert.DoesNotContain(All(visit, SampleVisits.At(4, 10)), due => due.Form.Id == "training_record");
    }

    [Fact]
    public void The_room_register_is_owed_only_where_it_was_asked_for()
    {
        Assert.DoesNotContain(All(Empty, SampleVisits.At(4, 10)), due => due.Form.Id == "room_register");
        Assert.Contains(All(Told, SampleVisits.At(4, 10)), due => due.Form.Id == "room_register");
    }

    [Fact]
    public void A_daily_record_is_owed_for_each_day_on_which_none_was_told()
    {
        var visit = Told with { Left = null, Duties = Told.Duties.Add("daily_record", new DutyRecord { Done = new DutyRecord().Done.Add("2026-03-11", SampleVisits.At(1, 17)) }) };
        var days = All(visit, SampleVisits.At(2, 18)).Where(due => due.Form.Id == "daily_work_record" && due.State == FormState.Owed).Select(due => due.Occasion);
        Assert.Equal(["2026-03-10", "2026-03-12"], days);
    }

    [Fact]
    public void Works_that_stand_still_owe_the_resumption_report_to_be()
    {
        var told = SampleVisits.Told("installation", Language.Zh);
        var visit = told with { Left = null, Steps = told.Steps.Remove("works_resumed") };
        var due = All(visit, SampleVisits.At(2, 18)).Where(line => line.Form.Id == "stop_resume_report").ToList();
        Assert.Contains(due, line => line.State == FormState.Signed);
        Assert.Contains(due, line => line is { State: FormState.Owed, IsOpen: true });
    }

    [Fact]
    public void The_site_meeting_form_is_the_project_managers() =>
        Assert.Equal(["liu.na"], All(SampleVisits.Told("installation", Language.Zh), SampleVisits.At(2, 18)).Single(due => due.Form.Id == "site_meeting_record").Owners.AsEnumerable());

    private static ImmutableArray<FormDue> All(Visit visit, Instant now) => FormsOwed.Of(visit, SampleVisits.Catalogue[visit.Service], SampleVisits.Place, now);

    private static FormDue Of(Visit visit, Instant now, string form) => All(visit, now).Single(due => due.Form.Id == form);
}
