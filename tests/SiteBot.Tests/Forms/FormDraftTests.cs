using NodaTime;
using SiteBot.Forms;
using SiteBot.Standard;
using SiteBot.Visits;

namespace SiteBot.Tests.Forms;

public sealed class FormDraftTests
{
    public static TheoryData<string, Language> EachForm()
    {
        var all = new TheoryData<string, Language>();
        foreach (var form in SampleVisits.Place.Standard.Forms)
        {
            all.Add(form.Id, Language.Zh);
            all.Add(form.Id, Language.En);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(EachForm))]
    public void Each_form_says_what_the_visit_is_and_something_of_its_own(string id, Language language)
    {
        var form = Of(id, SampleVisits.Told(SampleVisits.ServiceOf(id), language), SampleVisits.At(4, 10), language);
        Assert.Equal(8, form.Header.Length);
        Assert.All(form.Header, field => Assert.NotEmpty(field.Value));
        Assert.NotEmpty(form.Sections);
        Assert.All(form.Sections, section => Assert.NotEmpty(section.Parts));
        var type = SampleVisits.Place.Standard.FindForm(id)!;
        Assert.Equal(type.Signed switch { Signers.Both => 2, Signers.Customer => 1, _ => 0 }, form.Signatures.Length);
        Assert.Contains(type.From[0], form.Source, StringComparison.Ordinal);
        Assert.All(Tables(form), table => Assert.All(table.Rows, row => Assert.Equal(table.Columns.Length, row.Length)));
    }

    [Theory]
    [MemberData(nameof(EachForm))]
    public void An_English_form_has_no_Chinese_but_what_people_told(string id, Language language)
    {
        var form = Of(id, SampleVisits.Told(SampleVisits.ServiceOf(id), Language.En), SampleVisits.At(4, 10), Language.En);
        Assert.DoesNotContain(Texts(form), text => text.Any(letter => letter is >= '\u4e00' and <= '\u9fff'));
        Assert.True(language is Language.En or Language.Zh);
    }

    [Theory]
    [MemberData(nameof(EachForm))]
    public void A_form_can_be_drawn_up_when_nothing_but_the_plan_is_known(string id, Language language)
    {
        var form = Of(id, SampleVisits.Planned(SampleVisits.ServiceOf(id), language), SampleVisits.At(0, 10), language);
        Assert.NotEmpty(form.Sections);
    }

    [Fact]
    public void The_request_report_has_the_planned_values_before_the_operation()
    {
        var visit = SampleVisits.Planned("upgrade", Language.En);
        var backup = SampleVisits.Told("upgrade", Language.En).Steps;
        var texts = Texts(Of("service_request_report", visit with { Steps = backup }, SampleVisits.At(0, 23), Language.En)).ToList();
        Assert.Contains("2026-03-11 00:00 – 04:00 (+08:00)", texts);
        Assert.Contains("V3.08.20 → V3.08.21", texts);
        Assert.Contains("150 minutes", texts);
        Assert.Contains("30 minutes", texts);
        Assert.Contains("2026-03-11 03:30 (+08:00)", texts);
        Assert.Contains("Service on MSC-1 may be interrupted or affected during the operation.", texts);
        Assert.Contains("two switch-over alarms; link alarms for about five minutes", texts);
    }

    [Fact]
    public void What_was_not_told_is_room_to_write()
    {
        var form = Of("training_record", SampleVisits.Planned("upgrade", Language.En), SampleVisits.At(0, 23), Language.En);
        var fields = form.Sections.SelectMany(section => section.Parts).OfType<FormPart.Fields>().SelectMany(part => part.Items).ToList();
        Assert.Contains(fields, field => field is { Label: "Who took part", Value: "" });
        Assert.Equal("", form.Signatures.Single().Fields[0].Value);
    }

    [Fact]
    public void The_upgrade_summary_tells_the_outcome_what_is_left_who_consented_and_the_go()
    {
        var visit = SampleVisits.Told("upgrade", Language.En);
        var facts = SampleVisits.Facts(visit, SampleVisits.At(4, 10), Language.En) with { Decisions = [SampleVisits.Decision(visit.Id)] };
        var texts = Texts(FormDraft.Of(SampleVisits.Place.Standard.FindForm("upgrade_summary")!, facts, Language.En)).ToList();
        Assert.Contains(texts, text => text.Contains("Done as planned", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.StartsWith("The run lamp of board 7", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("It must be over by three", StringComparison.Ordinal));
        Assert.Contains("Changeover threshold of signalling link 12 from 3 to 5", texts);
        Assert.Contains("No", texts);
        Assert.Contains(texts, text => text.Contains("severe degradation", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("Followed up", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rollback_stands_on_the_report_with_what_was_left()
    {
        var visit = SampleVisits.Told("upgrade", Language.Zh);
        visit = visit with { Operations = [visit.Operations[0] with { Outcome = OperationOutcome.RolledBack }] };
        Assert.Contains(Texts(Of("upgrade_summary", visit, SampleVisits.At(4, 10), Language.Zh)), text => text.StartsWith("已回退", StringComparison.Ordinal));
    }

    [Fact]
    public void A_daily_record_holds_that_day_and_no_other_by_the_clock_of_the_site()
    {
        var form = Of("daily_work_record", SampleVisits.Told("upgrade", Language.Zh), SampleVisits.At(1, 5, 30), Language.Zh);
        Assert.Contains(form.Sections, section => section.Title == "2026-03-11 工作内容");
        var rows = Tables(form).First().Rows;
        Assert.All(rows, row => Assert.StartsWith("2026-03-11", row[0], StringComparison.Ordinal));
        Assert.Contains(rows, row => row[1] == "每日工作记录：升级完成，明天回访");
        Assert.Contains(rows, row => row[1] == "修改数据：信令链路 12 的倒换门限由 3 改为 5");
    }

    [Fact]
    public void A_weekly_report_is_of_the_week_that_is_still_owed()
    {
        var visit = SampleVisits.Told("upgrade", Language.En) with { Left = null };
        string Week(Visit of) => Of("service_weekly_report", of, SampleVisits.At(8, 9), Language.En).Sections[0].Title;
        Assert.Equal("Work from 2026-03-10 to 2026-03-16", Week(visit));
        var handedIn = new DutyRecord { Done = new DutyRecord().Done.Add("2026-03-17", SampleVisits.At(7, 9)) };
        Assert.Equal("Work from 2026-03-17 to 2026-03-18", Week(visit with { Duties = visit.Duties.Add("weekly_report", handedIn) }));
    }

    [Fact]
    public void Blanked_words_stand_as_removed()
    {
        var visit = SampleVisits.Told("upgrade", Language.En);
        visit = visit with { ContactName = new Ledger.PrivateText(null), Questions = [visit.Questions[0] with { Question = new Ledger.PrivateText(null) }] };
        Assert.Contains("(removed)", Texts(Of("upgrade_summary", visit, SampleVisits.At(4, 10), Language.En)));
    }

    [Fact]
    public void The_same_facts_give_the_same_form()
    {
        IEnumerable<string> Draw() => Texts(Of("upgrade_summary", SampleVisits.Told("upgrade", Language.Zh), SampleVisits.At(4, 10), Language.Zh));
        Assert.Equal(Draw(), Draw());
    }

    [Fact]
    public void The_slip_tells_when_what_and_whom_to_call_at_night_in_the_language_of_the_regional_office()
    {
        var visit = SampleVisits.Told("upgrade", Language.Zh) with { Operations = [] };
        var facts = SampleVisits.Facts(visit, SampleVisits.At(0, 23));
        var slip = VisitSlip.Of(facts, VisitSlip.LanguageOf(facts));
        Assert.Equal("现场服务告知单", slip.Title);
        var night = Assert.IsType<FormPart.Table>(slip.Sections[^1].Parts[0]);
        Assert.Equal(["陈宇", "赵磊", "王芳"], night.Rows.Select(row => row[0]));
        Assert.All(night.Rows, row => Assert.StartsWith("+86", row[2], StringComparison.Ordinal));
        Assert.Contains("2026-03-11 03:30 (+08:00)", Texts(slip));
    }

    [Fact]
    public void The_words_of_forms_all_stand_in_the_texts_that_ship() => SampleVisits.Place.Texts.Require(FormLabels.Keys);

    [Fact]
    public void Each_step_that_a_sheet_names_is_one_of_a_procedure()
    {
        var steps = SampleVisits.Catalogue.Procedures.SelectMany(procedure => procedure.Steps).Select(step => step.Id).ToHashSet();
        var named = SampleVisits.Place.Standard.Forms.SelectMany(form => form.Blocks).OfType<SiteBot.Forms.Blocks.SheetBlock>().SelectMany(sheet => sheet.Told);
        Assert.All(named, step => Assert.Contains(step, steps));
    }

    private static FormContent Of(string form, Visit visit, Instant now, Language language) =>
        FormDraft.Of(SampleVisits.Place.Standard.FindForm(form)!, SampleVisits.Facts(visit, now, language), language);

    private static IEnumerable<FormPart.Table> Tables(FormContent form) => form.Sections.SelectMany(section => section.Parts).OfType<FormPart.Table>();

    internal static IEnumerable<string> Texts(FormContent form) => form.Header.SelectMany(field => new[] { field.Label, field.Value })
        .Concat(form.Sections.SelectMany(section => section.Parts.SelectMany(part => part switch
        {
            FormPart.Paragraph paragraph => [paragraph.Text],
            FormPart.Fields fields => fields.Items.SelectMany(field => new[] { field.Label, field.Value }),
            FormPart.Table table => table.Columns.Select(column => column.Title).Concat(table.Rows.SelectMany(row => row)),
            _ => Enumerable.Empty<string>(),
        }).Prepend(section.Title)));
}
