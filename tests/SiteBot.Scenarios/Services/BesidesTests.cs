using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Services;

/// <summary>What stands beside the walk: who has no personal chat, who must not call the customer, several visits at once, a procedure that changes in between.</summary>
public sealed class BesidesTests
{
    private const string Thread = "team-id;messageid=1700";

    [Fact]
    public async Task A_contractor_without_a_personal_chat_is_walked_through_the_visit_in_a_thread()
    {
        await using var scene = await Scene.Set();
        scene.Channel.Close("user-id-5");
        var contractor = scene.Contractor;

        var form = (await contractor.SaysIn(Thread, "开始工程勘察"))[^1];
        var said = await contractor.Presses(form, form.Card!.Button("visit.start"), ("f_site", "BJ-077"), ("f_date", "2026-03-11"), ("f_from", "09:00"), ("f_to", "17:00"));
        foreach (var (step, inputs) in new (string, (string, string)[])[]
        {
            ("agree_time", [("f_by", "王工"), ("f_at", "10:00")]), ("learn_situation", []), ("survey_procedure", []), ("arrive", []), ("before_door", []),
        })
        {
            var asked = said.Messages.Last(post => post.Card is not null);
            said = await contractor.Presses(asked, asked.Card!.Button("step.done", step), inputs);
        }

        Assert.Contains("6.3-3", said.Messages[^1].Says, StringComparison.Ordinal);
        var told = await contractor.SaysIn(Thread, "工作卡戴好了");
        Assert.Contains("已记录", told[0].Says, StringComparison.Ordinal);
        Assert.Contains("4.2-8", told[^1].Says, StringComparison.Ordinal);
        Assert.Empty(contractor.Received);
    }

    [Fact]
    public async Task A_project_manager_without_a_personal_chat_is_told_in_the_channel_and_answers_there()
    {
        await using var scene = await Scene.Set();
        scene.Channel.Close("00000000-0000-0000-0000-0000000000a7");
        await Job.Begin(scene, scene.Contractor, "installation", "开始工程安装", ("f_site", "BJ-077"), ("f_date", "2026-03-20"), ("f_from", "09:00"), ("f_to", "18:00"));

        await scene.ForwardTo("2026-03-17T09:00:00+08:00");
        Assert.Contains(scene.ChannelCards(), card => card.Says.Contains("5.2-13", StringComparison.Ordinal));
        var due = (await scene.ProjectManager.SaysIn(Thread, "我有哪些待办"))[^1];
        Assert.Contains("5.2-13", due.Says, StringComparison.Ordinal);
        var done = await scene.ProjectManager.Presses(due, due.Card!.Button("duty.done", "weekly_progress"));
        Assert.Contains("已完成", done.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_of_the_support_centre_are_told_that_the_regional_offices_engineer_contacts_the_customer()
    {
        await using var scene = await Scene.Set();
        var job = await Job.Begin(
            scene, scene.RemoteSupport, "inspection", "开始设备巡检", ("f_site", "BJ-077"), ("f_equipment", "MSC-2"), ("f_date", "2026-03-11"), ("f_from", "09:00"), ("f_to", "17:00"), ("f_minutes", "60"));

        Assert.Equal("office_contacts", job.Step);
        Assert.Contains("6.1-3", job.Asked!.Says, StringComparison.Ordinal);
        Assert.Contains("不要自行联系", job.Asked.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_visits_the_bot_asks_which_and_remembers_it_for_the_conversation()
    {
        await using var scene = await Scene.Set();
        var job = await Job.Begin(scene, scene.Engineer, "survey", "开始工程勘察", ("f_site", "BJ-077"), ("f_date", "2026-03-11"), ("f_from", "09:00"), ("f_to", "17:00"));

        var which = (await scene.Engineer.SaysIn(Thread, "服务到哪一步了"))[^1];
        Assert.Contains("是哪一次服务", which.Says, StringComparison.Ordinal);
        await scene.Engineer.Presses(which, which.Card!.Button("visit.focus", job.Visit));

        var again = await scene.Engineer.SaysIn(Thread, "服务到哪一步了");
        Assert.Contains(again, post => post.Says.Contains(job.Visit, StringComparison.Ordinal));
        Assert.DoesNotContain(again, post => post.Says.Contains("是哪一次服务", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_its_procedure_changed_the_visit_goes_on_by_the_old_one_says_what_changed_and_its_lead_may_move_it()
    {
        await using var scene = await Scene.Set();
        var job = await Job.Begin(scene, scene.Anna, "survey", "start a survey", ("f_site", "BER-001"), ("f_date", "2026-03-11"), ("f_from", "09:00"), ("f_to", "17:00"));

        await scene.ChangeDialog("survey.yaml", text => text.Replace("{zh: 勘察完成, en: Surveyed}", "{zh: 勘察并拍照完成, en: Surveyed and photographed}", StringComparison.Ordinal));
        var status = await job.Asks("where am I?");
        Assert.Contains("Surveyed and photographed", status, StringComparison.Ordinal);
        Assert.DoesNotContain("Surveyed and photographed", await job.Asks("show my checklist"), StringComparison.Ordinal);
        await job.Asks("where am I?");
        await scene.Anna.Presses("visit.procedure", job.Visit);
        await job.Opens("surveyed");

        Assert.Contains("Surveyed and photographed", scene.Anna.Last.Says, StringComparison.Ordinal);
    }
}
