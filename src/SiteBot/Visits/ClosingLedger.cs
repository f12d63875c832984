using System.Collections.Immutable;
using NodaTime;
using SiteBot.Forms;
using SiteBot.Gate;
using SiteBot.Procedures;
using SiteBot.Reminders;

namespace SiteBot.Visits;

/// <summary>What kind of thing is owed.</summary>
public enum LedgerKind
{
    /// <summary>An operation runs, the service is down, or somebody is still at the site.</summary>
    Standing,

    /// <summary>A guard that no open line stands for.</summary>
    Guard,

    /// <summary>A line of the checklist.</summary>
    Step,

    /// <summary>A duty with a date.</summary>
    Duty,

    /// <summary>A form that was produced or asked for and is not signed.</summary>
    Unsigned,

    /// <summary>A form that was not produced.</summary>
    Unproduced,

    /// <summary>A question of the customer, or a problem to follow.</summary>
    Question,
}

/// <summary>Something that a visit still owes.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Id">The step's, duty's, form's or question's id; the provision's of a guard.</param>
/// <param name="Title">The line.</param>
/// <param name="Provisions">The provisions that ask for it.</param>
/// <param name="Owners">By whom, by id; empty where the regional office has nobody.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">When it lapses, exclusive; null where it never does.</param>
/// <param name="Overdue">True from that moment on.</param>
/// <param name="HoldsClosing">The visit is not closed before it is done.</param>
public sealed record LedgerLine(
    LedgerKind Kind, string Id, Text Title, ImmutableArray<string> Provisions, ImmutableArray<string> Owners, Instant Since, Instant? Until, bool Overdue,
    bool HoldsClosing)
{
    /// <summary>How long it has been owed.</summary>
    public Duration AgeAt(Instant now) => now > Since ? now - Since : Duration.Zero;
}

/// <summary>What a visit still owes, by whom, and how old it is: what stands in the way first, overdue before the rest.</summary>
public static class ClosingLedger
{
    /// <summary>The lines; none of an ended visit.</summary>
    public static ImmutableArray<LedgerLine> Of(Visit visit, Workplace workplace, Instant now)
    {
        if (!visit.IsOpen)
        {
            return [];
        }

        var setting = VisitSetting.Of(visit, workplace, now);
        var checklist = Checklist.Of(visit, setting.Procedure, workplace, now);
        var duties = Duties(setting).ToList();
        var met = duties.Select(line => setting.Procedure.FindDuty(line.Id)?.Step).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Standing(setting),
            .. duties.Where(line => line.Overdue),
            .. Guards(setting, checklist),
            .. Steps(setting, checklist).Where(line => !met.Contains(line.Id)),
            .. duties.Where(line => !line.Overdue),
            .. Questions(setting),
            .. Forms(setting, workplace),
        ];
    }

    private static IEnumerable<LedgerLine> Standing(VisitSetting setting)
    {
        var visit = setting.Visit;
        if (visit.Running is { } run)
        {
            yield return Line(new("报告操作结果：操作还在进行", "tell how the operation ended: it still runs"), "operation", [], run.StartedAt);
        }

        if (visit.ServiceState != ServiceState.Normal)
        {
            yield return Line(new("恢复业务", "restore the service"), "service", ["6.3-10", "6.5-2"], visit.ServiceStateSince ?? visit.StartedAt);
        }

        if (visit.IsOnSite || visit.Left is { How: not LeavingMode.ForGood })
        {
            yield return Line(new("报告离开现场（不再返回）", "tell that you left the site for good"), "leave", [], visit.ArrivedAt ?? visit.StartedAt);
        }

        LedgerLine Line(Text title, string id, ImmutableArray<string> provisions, Instant since) =>
            new(LedgerKind.Standing, id, title, provisions, [visit.Lead], since, null, false, true);
    }

    // A guard with open lines is told by them.
    private static IEnumerable<LedgerLine> Guards(VisitSetting setting, Checklist checklist) =>
        checklist.Phases.SelectMany(phase => phase.Guards).Where(guard => !guard.Lines.Any(line => line.IsOpen) && guard.Provision != "6.3-10").Select(guard => new LedgerLine(
            LedgerKind.Guard, guard.Provision, guard.Why, [guard.Provision], [setting.Visit.Lead], setting.MomentOf(Anchor.OperationEnded) ?? setting.Visit.StartedAt,
            null, false, true));

    private static IEnumerable<LedgerLine> Steps(VisitSetting setting, Checklist checklist) => checklist.Lines.Where(line => line.IsOpen).Select(line => new LedgerLine(
        LedgerKind.Step, line.Step.Id, new Text($"{line.Number} {line.Step.Title.Zh}", $"{line.Number} {line.Step.Title.En}"), line.Step.Provisions, line.Owners,
        line.Record?.HappenedAt ?? setting.Visit.StartedAt, null, false, true));

    private static IEnumerable<LedgerLine> Duties(VisitSetting setting) => WhatIsDue.Duties(setting, setting.Visit.StartedAt).Select(line => new LedgerLine(
        LedgerKind.Duty, line.Duty!,
        setting.Procedure.FindDuty(line.Duty!) is { Every: Rhythm.Day or Rhythm.Week or Rhythm.Watch }
            ? new Text($"{line.Title.Zh} {line.Occasion}", $"{line.Title.En} {line.Occasion}") : line.Title,
        line.Provisions, line.Owners, line.Since, line.Until, line.Overdue, true));

    private static IEnumerable<LedgerLine> Questions(VisitSetting setting) => setting.Visit.Questions.Where(question => question.AnsweredAt is null).Select(question => new LedgerLine(
        LedgerKind.Question, question.Id,
        new Text($"答复 {question.Id}：{question.Question.In(Language.Zh)}", $"answer {question.Id}: {question.Question.In(Language.En)}"),
        ["4.4-12"], [setting.Visit.Lead], question.At, null, false, true));

    // A form that was drawn up to be signed holds closing until it is; one that was told and never drawn up is named and holds nothing.
    private static IEnumerable<LedgerLine> Forms(VisitSetting setting, Workplace workplace)
    {
        foreach (var due in FormsOwed.Of(setting.Visit, setting.Procedure, workplace, setting.Now))
        {
            var record = setting.Visit.Forms.GetValueOrDefault(due.Form.Id);
            if (due is { State: FormState.Produced, LacksSignature: true })
            {
                yield return Line(LedgerKind.Unsigned, due, new($"请用户签字：{due.Form.Name.Zh}", $"have it signed: {due.Form.Name.En}"), true);
            }
            else if (due.State != FormState.Owed && record?.Copies.Any(copy => copy is { ProducedAt: not null } or { SignedFile: not null }) is not true && !IsShown(setting, due.Form.Id))
            {
                yield return Line(LedgerKind.Unproduced, due, new($"生成表单：{due.Form.Name.Zh}", $"draw it up: {due.Form.Name.En}"), false);
            }
        }

        LedgerLine Line(LedgerKind kind, FormDue due, Text title, bool holds) =>
            new(kind, due.Form.Id, title, due.Form.From, due.Owners, due.Since ?? setting.Visit.StartedAt, null, false, holds);
    }

    private static bool IsShown(VisitSetting setting, string form) =>
        setting.Procedure.Steps.Any(step => step.Form == form && setting.Visit.Steps.GetValueOrDefault(step.Id) is { Files.IsEmpty: false });
}
