using NodaTime;
using NodaTime.Text;
using SiteBot.Procedures;
using SiteBot.Tests.Escalation;
using SiteBot.Visits;
using SiteBot.Visits.Short;
using static SiteBot.Tests.Reminders.Nights;

namespace SiteBot.Tests.Visits.Short;

public sealed class ShortTextTests
{
    private static readonly ShortTexts Texts = ShortTexts.Load(Shipped.Dialogs);

    /// <summary>23:30 on Tuesday in Beijing.</summary>
    private static readonly Instant Now = At(0, 23, 30);

    [Theory]
    [InlineData("备份好了 10.1.1.5:/bk 已校验", "backup", "location=10.1.1.5:/bk verified=yes")]
    [InlineData("数据备份好了，在 /data/bk/0310.tar，没校验", "backup", "location=/data/bk/0310.tar verified=no")]
    [InlineData("backup done at 10.1.1.5:/bk verified", "backup", "location=10.1.1.5:/bk verified=yes")]
    [InlineData("Backup done, NAS1:/Vol2/MSC-1.bak, not verified", "backup", "location=NAS1:/Vol2/MSC-1.bak verified=no")]
    [InlineData("备份 10.1.1.5:/bk 已校验", "backup", "location=10.1.1.5:/bk verified=yes")]
    [InlineData("23:10备份好了 10.1.1.5:/bk 已校验", "backup", "at=2026-03-10T15:10:00Z location=10.1.1.5:/bk verified=yes")]
    [InlineData("回退就绪 30分钟", "rollback_ready", "minutes=30")]
    [InlineData("rollback ready 30 min", "rollback_ready", "minutes=30")]
    [InlineData("回退准备好了，半小时", "rollback_ready", "minutes=30")]
    [InlineData("陪同 张工", "escort", "by=张工")]
    [InlineData("陪同人是李经理", "escort", "by=李经理")]
    [InlineData("escort Mr Zhang", "escort", "by=Mr Zhang")]
    [InlineData("escorted by Zhang Wei since 23:05", "escort", "at=2026-03-10T15:05:00Z by=Zhang Wei")]
    [InlineData("申请报告 王工签了", "request_signed", "by=王工")]
    [InlineData("申请报告签了 王工 见证 李工", "request_signed", "by=王工 witness=李工")]
    [InlineData("request signed by Wang", "request_signed", "by=Wang")]
    [InlineData("文档读完了", "documents_read", "")]
    [InlineData("documents read", "documents_read", "")]
    [InlineData("改了数据 号段139加到14", "data_changes", "what=号段139加到14")]
    [InlineData("changed data: route 12 to trunk 4", "data_changes", "what=route 12 to trunk 4")]
    [InlineData("到了", "arrive", "")]
    [InlineData("我到了", "arrive", "")]
    [InlineData("arrived", "arrive", "")]
    [InlineData("到場了", "arrive", "")]
    [InlineData("通知了远程支持 陈宇", "remote_support_ready", "by=陈宇")]
    [InlineData("told remote support, Chen Yu", "remote_support_ready", "by=Chen Yu")]
    [InlineData("计划认可了 王工", "plan_agreed", "by=王工")]
    [InlineData("plan agreed with Mr. Wang at 10 am", "plan_agreed", "at=2026-03-10T02:00:00Z by=Mr. Wang")]
    [InlineData("专家审核 通过 陈宇", "expert_review", "by=陈宇 outcome=approved")]
    [InlineData("可以拍照", "ask_photo", "")]
    [InlineData("测试通过", "test_whole", "")]
    [InlineData("回访过了 王工 一切正常", "follow_up_call", "by=王工 state=normal")]
    [InlineData("回访 王工 又有告警", "follow_up_call", "by=王工 state=alarms")]
    [InlineData("followed up with Wang, all runs well", "follow_up_call", "by=Wang state=normal")]
    [InlineData("完成情况反馈了 无", "completion_told", "issues=无")]
    [InlineData("向用户汇报了 王主任", "tell_customer", "by=王主任")]
    [InlineData("归档了", "archive", "")]
    [InlineData("进机房了 王师傅同意的", "enter_room", "by=王师傅")]
    [InlineData("let me in: Mr Li", "enter_room", "by=Mr Li")]
    [InlineData("用户认可计划了，李主任", "plan_agreed", "by=李主任")]
    [InlineData("远程支持 陈宇", "remote_support_ready", "by=陈宇")]
    [InlineData("工具确认了 厂家老周 专家陈宇", "tool_confirmed", "expert=专家陈宇 provider=厂家老周")]
    [InlineData("回退 20 分钟", "rollback_ready", "minutes=20")]
    [InlineData("rollback takes 45 minutes, steps at //nas/steps.doc", "rollback_ready", "location=//nas/steps.doc minutes=45")]
    [InlineData("all tests passed", "test_whole", "")]
    [InlineData("基本业务正常", "service_normal", "")]
    [InlineData("cleared up, guard said bye", "clear_up", "remark=guard said bye")]
    [InlineData("培训 王工 日常维护和告警查看", "train_customer", "by=王工 what=日常维护和告警查看")]
    [InlineData("Everything packed", "pack", "")]
    [InlineData("随身物品带齐", "pack", "")]
    public void A_short_text_tells_a_step_with_its_values(string message, string step, string values)
    {
        var told = Read(message)!;

        Assert.NotNull(told);
        Assert.Equal((step, StepOutcome.Done), (told.Lines.Single().Step.Id, told.Telling.Outcome));
        Assert.Equal(values, string.Join(" ", told.Telling.Values.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Theory]
    [InlineData("不能拍照", "ask_photo")]
    [InlineData("photos not allowed", "ask_photo")]
    [InlineData("不让上网", "ask_online")]
    [InlineData("测试没通过", "test_whole")]
    [InlineData("没人接", "follow_up_call")]
    [InlineData("no training", "train_customer")]
    [InlineData("备份失败", "backup")]
    public void A_no_and_a_failure_are_told_as_such(string message, string step) =>
        Assert.Equal((step, StepOutcome.Failed), (Read(message)?.Lines.Single().Step.Id, Read(message)!.Telling.Outcome));

    [Theory]
    [InlineData("1 3 5 done", "1,3,5", StepOutcome.Done)]
    [InlineData("1 3 5 完成", "1,3,5", StepOutcome.Done)]
    [InlineData("1、3、5 都好了", "1,3,5", StepOutcome.Done)]
    [InlineData("2, 4 and 6 are done", "2,4,6", StepOutcome.Done)]
    [InlineData("７ no", "7", StepOutcome.Failed)]
    [InlineData("#7 没有", "7", StepOutcome.Failed)]
    [InlineData("3好了", "3", StepOutcome.Done)]
    [InlineData("8 不适用 用户没要求", "8", StepOutcome.DoesNotApply)]
    [InlineData("8 n/a", "8", StepOutcome.DoesNotApply)]
    public void Lines_are_told_by_their_numbers(string message, string numbers, StepOutcome outcome)
    {
        var told = Read(message)!;

        Assert.NotNull(told);
        Assert.Equal(numbers, string.Join(",", told.Lines.Select(line => line.Number)));
        Assert.Equal(outcome, told.Telling.Outcome);
    }

    [Fact]
    public void A_number_takes_the_values_of_its_line()
    {
        var number = Checklist.Of(Upgrade, Night.Place, Now).Find("plan_agreed")!.Number;

        Assert.Equal("王工", Read($"{number} 完成 王工")!.Telling.Values["by"]);
        Assert.Equal("王工", Read($"{number}: 王工")!.Telling.Values["by"]);
        Assert.Equal("用户没要求", Read("8 不适用 用户没要求")!.Telling.Values[StepTelling.Reason]);
    }

    [Theory]
    [InlineData("备份好了吗")]
    [InlineData("备份好了吗？")]
    [InlineData("backup done?")]
    [InlineData("需要陪同吗")]
    [InlineData("怎么备份")]
    [InlineData("can I take photos")]
    [InlineData("还没备份")]
    [InlineData("备份没做")]
    [InlineData("backup not done")]
    [InlineData("快到了")]
    [InlineData("马上到了")]
    [InlineData("没到")]
    [InlineData("没人陪同")]
    [InlineData("will do the backup at 22:00")]
    [InlineData("准备去备份")]
    [InlineData("如果备份好了我就升级")]
    [InlineData("what if the backup failed")]
    [InlineData("业务中断了")]
    [InlineData("到了 业务全断了")]
    [InlineData("arrived, all calls are down")]
    [InlineData("现在能升级吗")]
    [InlineData("can I upgrade now")]
    [InlineData("到了晚上再说")]
    [InlineData("请王工升级 3 台")]
    [InlineData("3 engineers are here")]
    [InlineData("99 done")]
    [InlineData("1 2 3")]
    [InlineData("done")]
    [InlineData("好的")]
    [InlineData("谢谢")]
    [InlineData("我要去做版本升级")]
    [InlineData("显示清单")]
    [InlineData("客户问：什么时候扩容？")]
    [InlineData("给我培训记录单")]
    [InlineData("do I need an escort")]
    [InlineData("备份放在哪里")]
    [InlineData("谁来陪同")]
    [InlineData("陪同是谁")]
    [InlineData("10.1.1.5 网管登不上")]
    [InlineData("2点升级")]
    [InlineData("23:30 开始")]
    [InlineData("回退")]
    [InlineData("备份")]
    [InlineData("陪同")]
    [InlineData("升级完成")]
    [InlineData("业务恢复了")]
    [InlineData("我可以走了吗")]
    [InlineData("close the visit")]
    [InlineData("ask the office head for approval")]
    [InlineData("the customer has not agreed the plan")]
    [InlineData("用户不认可计划")]
    [InlineData("测试通过了吗")]
    [InlineData("the escort has left")]
    [InlineData("陪同的人走了")]
    [InlineData("生成申请报告")]
    public void A_question_trouble_and_what_is_not_done_are_none_of_it(string message) => Assert.Null(Read(message));

    [Fact]
    public void What_is_missing_is_asked_for()
    {
        var told = Read("备份好了")!.Decide(Upgrade.With(Told("plan_agreed", At(0, 9))), Night.Place, Now, Night.Engineer);

        Assert.Equal(["location", "verified"], told.StillNeed.Single().Needs.Select(need => need.Field));
        Assert.Equal("step-needs", told.Decided.Refusal?.Code);
    }

    [Fact]
    public void A_time_is_when_it_happened_and_an_hour_to_come_was_yesterdays()
    {
        Assert.Equal(At(0, 23, 5), Read("23:05到了")!.Telling.HappenedAt);
        Assert.Equal(At(-1, 23, 45), Read("arrived at 23:45")!.Telling.HappenedAt);
        Assert.Null(Read("到了")!.Telling.HappenedAt);
    }

    [Fact]
    public void An_appointment_is_read_ahead()
    {
        var told = Texts.Read("约好了 王工 明天上午10点", Of("survey"), Night.Place, Now)!;

        Assert.Equal(InstantPattern.ExtendedIso.Format(At(1, 10)), told.Telling.Values["at"]);
        Assert.Equal("王工", told.Telling.Values["by"]);
    }

    [Fact]
    public void It_decides_as_a_card_would()
    {
        var visit = Upgrade.With(Told("plan_agreed", At(0, 9)));

        Assert.Contains(Read("陪同 张工")!.Decide(visit, Night.Place, Now, Night.Engineer).Decided.Events, e => e is VisitEvent.StepTold { Step: "escort" });
        Assert.Contains(Read("到了")!.Decide(visit, Night.Place, Now, Night.Engineer).Decided.Events, e => e is VisitEvent.Arrived);
    }

    [Fact]
    public void Words_name_steps_that_exist_and_every_step_has_some()
    {
        var steps = Night.Place.Standard.Services.SelectMany(service => Night.Place.Procedures.InForce(service.Id)!.Steps).Select(step => step.Id).ToHashSet();

        Assert.Empty(Texts.Words.Select(phrase => phrase.Step).Except(steps));
        Assert.Empty(steps.Except(Texts.Words.Select(phrase => phrase.Step)));
    }

    [Fact]
    public void Every_phrase_tells_its_own_step_in_each_service_that_has_it()
    {
        var lost =
            from service in Night.Place.Standard.Services
            let visit = Of(service.Id)
            from phrase in Texts.Words
            where phrase.Kind != PhraseKind.About && ProcedureOf(visit).FindStep(phrase.Step) is not null
            let told = Texts.Read(phrase.Words, visit, Night.Place, Now)
            where told?.Lines.Single().Step.Id != phrase.Step || told.Telling.Outcome == StepOutcome.Done != (phrase.Kind == PhraseKind.Done)
            select $"{service.Id}: {phrase.Words} tells {told?.Lines.Single().Step.Id ?? "nothing"}, not {phrase.Step}";

        Assert.Empty(lost);
    }

    [Theory]
    [InlineData("survey", "勘察报告 李科长", "survey_report_handed", "by=李科长")]
    [InlineData("survey", "survey report handed over to Mr Li", "survey_report_handed", "by=Mr Li")]
    [InlineData("installation", "验货报告签了 王工 见证 李工", "goods_checked", "by=王工 witness=李工")]
    [InlineData("installation", "unpacking report signed by Wang Wei, witness Li", "goods_checked", "by=Wang Wei witness=Li")]
    [InlineData("installation", "停工报告签了 王工", "works_stopped", "by=王工")]
    [InlineData("commissioning", "防静电手环戴好了", "wrist_strap", "")]
    [InlineData("commissioning", "test record filled in", "test_record", "")]
    [InlineData("acceptance", "验收测试记录 王工签了", "acceptance_record", "by=王工")]
    [InlineData("acceptance", "completion documents handed over to Mrs Sun", "documents_handed", "by=Mrs Sun")]
    [InlineData("cutover", "回退 40 分钟", "rollback_ready", "minutes=40")]
    [InlineData("maintenance", "问题单号 INC-20260310", "problem_procedure", "number=INC-20260310")]
    [InlineData("maintenance", "ticket opened PR4711", "problem_procedure", "number=PR4711")]
    [InlineData("inspection", "巡检遗留 无", "effect_followed", "issues=无")]
    [InlineData("planning", "见过客户领导了 周总", "meet_leaders", "by=周总")]
    [InlineData("planning", "met the leaders, Mr Zhou", "meet_leaders", "by=Mr Zhou")]
    [InlineData("optimization", "优化报告 王工", "planning_report", "by=王工")]
    public void Each_service_has_its_own_words(string service, string message, string step, string values)
    {
        var told = Texts.Read(message, Of(service), Night.Place, Now);

        Assert.Equal(step, told?.Lines.Single().Step.Id);
        Assert.Equal(values, string.Join(" ", told!.Telling.Values.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Fact]
    public void Every_step_can_be_told_by_its_title_where_a_word_is_enough()
    {
        foreach (var service in Night.Place.Standard.Services)
        {
            var visit = Of(service.Id);
            foreach (var step in ProcedureOf(visit).Steps.Where(step => step is { MayBeNo: false, Evidence: Evidence.Word } && step.Fields.All(field => !field.Required)))
            {
                Assert.Equal(step.Id, Texts.Read(step.Title.Zh, visit, Night.Place, Now)?.Lines.Single().Step.Id);
                Assert.Equal(step.Id, Texts.Read(step.Title.En, visit, Night.Place, Now)?.Lines.Single().Step.Id);
            }
        }
    }

    private static ShortTelling? Read(string message) => Texts.Read(message, Upgrade, Night.Place, Now);
}
