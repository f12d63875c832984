using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Windows;

namespace SiteBot.Visits;

/// <summary>Says what one fact of a visit was.</summary>
internal sealed class StoryWords(Visit before, Visit after, Workplace workplace, SiteClock clock)
{
    public SiteClock Clock => clock;

    /// <summary><c>2026-03-10 23:10 (+08:00)</c></summary>
    public static string Moment(SiteClock clock, Instant at)
    {
        var local = clock.Local(at);
        return $"{local.Year:0000}-{local.Month:00}-{local.Day:00} {local.Hour:00}:{local.Minute:00} ({SiteTimeText.OffsetText(local.Offset)})";
    }

    public Text Of(VisitFact fact)
    {
        var said = What(fact.Event);
        return fact.By is { } by ? new Text($"{Name(by, Language.Zh)}{said.Zh}。", $"{Name(by, Language.En)} {said.En}.") : new Text($"系统{said.Zh}。", $"SiteBot {said.En}.");
    }

    private Text What(VisitEvent what) => what switch
    {
        VisitEvent.Started e => new(
            $"开始{Service(e.Service, Language.Zh)}，站点 {e.Site}，负责人{Name(e.Lead, Language.Zh)}{Add("，联系人", e.ContactName, Language.Zh)}",
            $"started: {Service(e.Service, Language.En)} at {e.Site}, led by {Name(e.Lead, Language.En)}{Add(", contact ", e.ContactName, Language.En)}"),
        VisitEvent.Planned e => Planned(e),
        VisitEvent.ContactNamed e => new($"更新联系人{Add("：", e.Name, Language.Zh)}", $"named the contact{Add(": ", e.Name, Language.En)}"),
        VisitEvent.StepTold e => StepTold(e),
        VisitEvent.StepWithdrawn e => Said($"更正：撤回“{Title(e.Step, Language.Zh)}”", $"corrected: took back \"{Title(e.Step, Language.En)}\"", e.Reason),
        VisitEvent.ConsentAsked e => new(
            $"征求{Role(e.Role).Zh}同意：{Scope(e.Scope, Language.Zh)}{(e.Urgent ? "（紧急）" : "")}", $"asked for the consent of {Role(e.Role).En}: {Scope(e.Scope, Language.En)}{(e.Urgent ? " (urgent)" : "")}"),
        VisitEvent.ConsentAnswered e => ConsentAnswered(e),
        VisitEvent.ConsentWithdrawn e => Said("收回同意", "took the consent back", e.Reason),
        VisitEvent.ConsentByMail e => Said($"录入{Role(e.Role).Zh}的邮件同意", $"entered a consent of {Role(e.Role).En} that came by mail", e.GivenBy),
        VisitEvent.ServiceStateTold e => Said($"报告业务{State(e.State).Zh}", $"told that the service is {State(e.State).En}", e.What),
        VisitEvent.OperationStarted e => new(
            $"开始操作：{Operation(e.Operation).Zh}{(e.RollBackBy is { } by ? $"，最迟 {Moment(clock, by)} 回退" : "")}",
            $"began: {Operation(e.Operation).En}{(e.RollBackBy is { } back ? $", to roll back by {Moment(clock, back)} at the latest" : "")}"),
        VisitEvent.DoneWithoutGo e => Said($"未获许可就操作：{Operation(e.Operation).Zh}", $"began without a go: {Operation(e.Operation).En}", e.Why),
        VisitEvent.OperationEnded e => Said($"操作结束：{Outcome(e.Outcome).Zh}", $"ended the operation: {Outcome(e.Outcome).En}", e.OpenIssues),
        VisitEvent.RestTold e => new($"报告操作还要 {e.Minutes} 分钟", $"told that the operation takes {e.Minutes} more minutes"),
        VisitEvent.DataChanged e => Said("改了数据", "changed data", e.What),
        VisitEvent.Arrived => before.Left is null ? new("到场", "arrived at the site") : new("返回现场", "came back to the site"),
        VisitEvent.Left e => new(
            $"离开现场（{Leaving(e.How).Zh}）{(e.WatchedBy is { } zh ? $"，由{Name(zh, Language.Zh)}值守" : "")}",
            $"left the site ({Leaving(e.How).En}){(e.WatchedBy is { } en ? $", {Name(en, Language.En)} stays" : "")}"),
        VisitEvent.HandedOver e => Said($"把服务交给{Name(e.To, Language.Zh)}", $"handed the visit to {Name(e.To, Language.En)}", e.Note),
        VisitEvent.AppointmentMoved e => Said($"约定时间：{Moment(clock, e.To)}", $"agreed the time: {Moment(clock, e.To)}", e.Why),
        VisitEvent.FormProduced e => new($"生成{Form(e.Form, Language.Zh)}", $"produced the {Form(e.Form, Language.En)}"),
        VisitEvent.FormSigned e => Said($"{Form(e.Form, Language.Zh)}已签字", $"had the {Form(e.Form, Language.En)} signed", e.SignedBy),
        VisitEvent.FormsArchived => new("把报告和表单交办事处归档", "handed reports and forms to the regional office for archiving"),
        VisitEvent.QuestionNoted e => Said($"记下用户的问题 {e.Id}", $"noted question {e.Id}", e.Question),
        VisitEvent.QuestionAnswered e => Said($"答复问题 {e.Id}", $"answered question {e.Id}", e.Answer),
        VisitEvent.ReminderSnoozed e => new($"推迟提醒“{Duty(e.Duty, Language.Zh)}”到 {Moment(clock, e.Until)}", $"put \"{Duty(e.Duty, Language.En)}\" off until {Moment(clock, e.Until)}"),
        VisitEvent.DutyDone e => Said($"完成“{Duty(e.Duty, Language.Zh)}”{e.Occasion}", $"did \"{Duty(e.Duty, Language.En)}\" of {e.Occasion}", e.Note),
        VisitEvent.DutyHandedOn e => new($"把“{Duty(e.Duty, Language.Zh)}”交给{Name(e.To, Language.Zh)}", $"handed \"{Duty(e.Duty, Language.En)}\" to {Name(e.To, Language.En)}"),
        VisitEvent.ProcedureMoved => new("改用现行流程", "moved to the procedure in force"),
        VisitEvent.Closed => new("结束服务", "closed the visit"),
        VisitEvent.Cancelled e => Said("取消服务", "cancelled the visit", e.Reason),
        _ => throw new InvalidOperationException($"A visit's story cannot tell {what.GetType().Name}."),
    };

    private Text Planned(VisitEvent.Planned e)
    {
        var first = before.Plan == WorkPlan.Empty;
        var lines = first
            ? PlanChanges.Of(e.Plan, clock, NodaConstants.UnixEpoch, workplace.Gate)
            : PlanChanges.Between(before.Plan, e.Plan, clock, NodaConstants.UnixEpoch, workplace.Gate);
        var (zh, en) = (string.Join("；", lines.Select(line => line.Zh)), string.Join("; ", lines.Select(line => line.En)));
        var (whyZh, whyEn) = e.Reason is { } why ? ($"，原因：{why.In(Language.Zh)}", $", because: {why.In(Language.En)}") : ("", "");
        return new Text((first ? "定计划：" : "改计划：") + zh + whyZh, (first ? "planned: " : "changed the plan: ") + en + whyEn);
    }

    private Text ConsentAnswered(VisitEvent.ConsentAnswered e)
    {
        var shorter = e.From is { } from && e.To is { } to ? $" {Moment(clock, from)} – {Moment(clock, to)}" : "";
        var role = before.Consents.FirstOrDefault(request => request.Id == e.Request)?.Role;
        var (zh, en) = role is { } whose ? (Role(whose).Zh, $" as {Role(whose).En}") : ("", "");
        return e.Approved
            ? Said($"{(zh.Length > 0 ? $"代表{zh}" : "")}同意{shorter}", $"consented{en}{shorter}", e.Reason)
            : Said($"{(zh.Length > 0 ? $"代表{zh}" : "")}不同意", $"refused consent{en}", e.Reason);
    }

    private Text StepTold(VisitEvent.StepTold e)
    {
        var step = Procedure.FindStep(e.Step);
        var again = before.Steps.ContainsKey(e.Step) && step?.AsNeeded != true;
        var (zh, en) = (e.Outcome, step?.MayBeNo) switch
        {
            (StepOutcome.Done, _) => (again ? "再次报告" : "完成", again ? "told again" : "done"),
            (StepOutcome.DoesNotApply, _) => ("不适用", "does not apply"),
            (_, true) => ("没有", "no"),
            _ => ("未成", "failed"),
        };
        var files = e.Files.Length;
        var (detailsZh, detailsEn) = (Details(step, e, Language.Zh), Details(step, e, Language.En));
        return new Text(
            $"{zh}：{Title(e.Step, Language.Zh)}{(detailsZh.Length > 0 ? $"（{detailsZh}）" : "")}{(files > 0 ? $"，附 {files} 个文件" : "")}",
            $"{en}: {Title(e.Step, Language.En)}{(detailsEn.Length > 0 ? $" ({detailsEn})" : "")}{(files > 0 ? $", with {files} file{(files > 1 ? "s" : "")}" : "")}");
    }

    private string Details(Step? step, VisitEvent.StepTold e, Language language)
    {
        var between = language == Language.Zh ? "：" : ": ";
        var fields = step?.Fields.Select(field => (field.Label, Value: Value(field, e, language))) ?? [];
        var besides = new (Text Label, string? Value)[]
        {
            (new("见证人", "witness"), e.Private.GetValueOrDefault(StepTelling.Witness)?.In(language)),
            (new("原因", "reason"), e.Private.GetValueOrDefault(StepTelling.Reason)?.In(language)),
            (new("备注", "remark"), e.Private.GetValueOrDefault(StepTelling.Remark)?.In(language)),
        };
        return string.Join(language == Language.Zh ? "；" : "; ", fields.Concat(besides).Where(pair => pair.Value is not null).Select(pair => pair.Label.In(language) + between + pair.Value));
    }

    private string? Value(StepField field, VisitEvent.StepTold e, Language language) =>
        e.Private.TryGetValue(field.Id, out var text) ? text.In(language)
        : !e.Values.TryGetValue(field.Id, out var value) ? null
        : StepWords.Value(field, value, clock).In(language);

    private Procedure Procedure => workplace.Procedures.Of(after.Service, after.Procedure);

    private Text Said(string zh, string en, PrivateText? words) => words is null ? new(zh, en) : new($"{zh}：{words.In(Language.Zh)}", $"{en}: {words.In(Language.En)}");

    private static string Add(string lead, PrivateText? words, Language language) => words is null ? "" : lead + words.In(language);

    private string Title(string step, Language language) => (Procedure.FindStep(step) ?? workplace.Procedures.Of(before.Service, before.Procedure).FindStep(step))?.Title.In(language) ?? step;

    private string Duty(string duty, Language language) => Procedure.FindDuty(duty)?.Title.In(language) ?? duty;

    private string Form(string form, Language language) => workplace.Standard.FindForm(form)?.Name.In(language) ?? form;

    private string Service(string service, Language language) => workplace.Standard.FindService(service)?.Name.In(language) ?? service;

    private string Name(string person, Language language) => workplace.Directory.FindPerson(person)?.Name.In(language) ?? person;

    private Text Operation(string operation) => Wire.Read<OperationKind>(operation) is { } kind ? workplace.Gate.For(kind).Name : Text.Same(operation);

    private string Scope(WorkScope scope, Language language) =>
        string.Join(" ", new[] { Operation(scope.Operation).In(language), scope.Equipment, scope.TargetVersion }.OfType<string>())
        + $" {Moment(clock, scope.From)} – {Moment(clock, scope.To)}";

    private static Text Role(ApproverRole role) => role == ApproverRole.OfficeHead ? new("办事处负责人", "the head of the regional office") : new("产品用服", "product support");

    private static Text State(ServiceState state) => state switch
    {
        ServiceState.Normal => new("正常", "normal"),
        ServiceState.SeverelyDegraded => new("严重劣化", "severely degraded"),
        _ => new("中断", "interrupted"),
    };

    private static Text Outcome(OperationOutcome outcome) => outcome switch
    {
        OperationOutcome.Done => new("完成", "done"),
        OperationOutcome.RolledBack => new("已回退", "rolled back"),
        _ => new("失败", "failed"),
    };

    private static Text Leaving(LeavingMode how) => how switch
    {
        LeavingMode.ForTheNight => new("明天再来", "back tomorrow"),
        LeavingMode.HandedOver => new("交同事接守", "a colleague stays"),
        _ => new("不再返回", "for good"),
    };
}
