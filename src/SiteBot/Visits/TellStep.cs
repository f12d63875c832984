using System.Collections.Immutable;
using NodaTime;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Standard;

namespace SiteBot.Visits;

/// <summary>Somebody tells that a step was done, or that it failed. What doing it tells of the visit is told with it. A closed step that is told with other values is corrected, and a
/// correction has its reason.</summary>
public static class TellStep
{
    /// <summary>Decides. The same again of a closed step is nothing new.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="telling">What is told.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="now">When it is told.</param>
    /// <param name="by">Who tells it.</param>
    /// <returns>The facts, with the moment at which it happened in <see cref="Decided.HappenedAt"/>.</returns>
    public static Decided Decide(Visit visit, StepTelling telling, Workplace workplace, Instant now, string by)
    {
        var setting = VisitSetting.Of(visit, workplace, now);
        var checklist = Checklist.Of(visit, setting.Procedure, workplace, now);
        if (checklist.Find(telling.Step) is not { } line)
        {
            return Decided.Refused("step-unknown", "请看清单再选：没有这一项。", "Choose from the checklist: there is no such line.");
        }

        if (TellingRights.ToTell(setting, by) is { } refusal)
        {
            return refusal;
        }

        var (read, wrong) = StepValues.Of(line.Step, telling, setting.Site, now);
        if (read is null)
        {
            return wrong!;
        }

        if (telling.HappenedAt > now)
        {
            return StepValues.Ahead(line.Step.Title);
        }

        var outcome = telling.Outcome == StepOutcome.Done && read.Worst != OptionMeaning.Done ? StepOutcome.Failed : telling.Outcome;
        if (Premature(setting, checklist, line, outcome) is { } premature)
        {
            return premature;
        }

        var needs = StepNeeds.Of(line, telling, workplace.Standard);
        if (!needs.IsEmpty)
        {
            return Decided.Refused(
                "step-needs",
                $"请补上：{string.Join("、", needs.Select(need => need.Label.Zh))}（{line.Number} {line.Step.Title.Zh}）。",
                $"Tell me also: {string.Join(", ", needs.Select(need => need.Label.En))} ({line.Number} {line.Step.Title.En}).");
        }

        var told = new VisitEvent.StepTold(line.Step.Id, outcome, read.Values, read.Private, telling.Files);
        // Who comes back to the site in the morning has arrived once more; the first arrival stays on record.
        if (line is { IsClosed: true, Step.Marks: Mark.Arrived } && visit is { IsOnSite: false, Left: not null })
        {
            return Decided.Facts(new VisitEvent.Arrived()).At(telling.HappenedAt);
        }

        if (line.IsClosed && IsSame(line.Record!, told))
        {
            return Decided.Facts();
        }

        return IsCorrection(line, told) && telling.Told(StepTelling.Reason) is null
            ? Decided.Refused(
                "correction-reason",
                $"“{line.Number} {line.Step.Title.Zh}”已经报过，内容不同。要更正请写原因：在消息后加“原因：……”，或打开这一项点“更正”。",
                $"\"{line.Number} {line.Step.Title.En}\" is on record with something else. To correct it, write why: add \"reason: …\" to your message, or open the line and press \"correct\".")
            : Decided.Facts([told, .. WhatItTells(visit, line.Step, told, read, workplace.Standard)]).At(telling.HappenedAt ?? TimeOf(line.Step, told));
    }

    private static Refusal? Premature(VisitSetting setting, Checklist checklist, ChecklistLine line, StepOutcome outcome)
    {
        // What may come at any time is on record whatever is open: data that were changed, and that somebody is at the site.
        if (line.Step is { AsNeeded: false, Marks: not Mark.Arrived } && checklist.GuardedAgainst(line.Step.Id) is { } guarded)
        {
            return new Refusal("guard-open", new Text(
                string.Concat(guarded.Guards.Select(guard => guard.Why.Zh)), string.Join(" ", guarded.Guards.Select(guard => guard.Why.En))));
        }

        return outcome != StepOutcome.Done || line.Step.Gives is not { } gives ? null
            : gives == "6.3-10" && setting.Visit.ServiceState != ServiceState.Normal ? new Refusal("service-not-normal", new Text(
                "请先恢复业务并报告恢复，再确认这一项（6.3-10）。", "Restore the service and tell me that it is back; then confirm this (6.3-10)."))
            : Watch.Owed(setting, gives) is { } watch ? new Refusal("watch-owed", watch)
            : null;
    }

    // Less than was told before is the same again.
    private static bool IsSame(StepRecord record, VisitEvent.StepTold told) =>
        record.Outcome == told.Outcome && SaysNothingElse(record, told) && told.Files.All(file => record.Files.Contains(file));

    private static bool SaysNothingElse(StepRecord record, VisitEvent.StepTold told) =>
        told.Values.All(value => record.Values.GetValueOrDefault(value.Key) == value.Value) && told.Private.All(text => record.Private.GetValueOrDefault(text.Key) == text.Value);

    // A photo more takes nothing back, and a no is never held up. Who escorts changes, and data are backed up anew: neither says that what was told before was wrong.
    private static bool IsCorrection(ChecklistLine line, VisitEvent.StepTold told) =>
        line is { State: LineState.Done, Step.Gives: not ("escort" or "backup") } && told.Outcome == StepOutcome.Done && !SaysNothingElse(line.Record!, told);

    // A time that was told of what was done is when it happened; an appointment is not.
    private static Instant? TimeOf(Step step, VisitEvent.StepTold told) =>
        step.FindField("at") is { Ahead: false } && told.Values.ContainsKey("at")
            ? Record(told).MomentOf("at")
            : null;

    private static IEnumerable<VisitEvent> WhatItTells(Visit visit, Step step, VisitEvent.StepTold told, StepValues read, CodeOfConduct standard)
    {
        if (read.Worst == OptionMeaning.Problem)
        {
            yield return new VisitEvent.QuestionNoted(NoteQuestion.NewId(visit), ProblemOf(step, told), NameIn(step, told));
        }

        if (told.Outcome != StepOutcome.Done)
        {
            yield break;
        }

        switch (step.Marks)
        {
            case Mark.Arrived when !visit.IsOnSite:
                yield return new VisitEvent.Arrived();
                break;
            case Mark.Appointment when Record(told).MomentOf("at") is var at && at != (visit.Appointment ?? visit.Plan.From):
                yield return new VisitEvent.AppointmentMoved(at, told.Private.GetValueOrDefault(StepTelling.Reason));
                break;
            case Mark.DataChanged:
                yield return new VisitEvent.DataChanged(FirstText(step, told) ?? new PrivateText(step.Title.Zh));
                break;
            case Mark.Archived when visit.ArchivedAt is null:
                yield return new VisitEvent.FormsArchived();
                break;
        }

        if (step.Form is { } form && standard.FindForm(form) is { Signed: not Signers.None })
        {
            yield return new VisitEvent.FormSigned(form, NameIn(step, told), told.Files.IsEmpty ? null : told.Files[0]);
        }
    }

    private static StepRecord Record(VisitEvent.StepTold told) =>
        new(told.Step, told.Outcome, told.Values, told.Private, told.Files, Instant.MinValue, Instant.MinValue, "");

    // The teller's language is not known here: both stand in it.
    private static PrivateText ProblemOf(Step step, VisitEvent.StepTold told)
    {
        var chosen = step.Fields.SelectMany(field => field.Options.Where(option => told.Values.GetValueOrDefault(field.Id) == option.Id)).Last(option => option.Means == OptionMeaning.Problem);
        var remark = told.Private.GetValueOrDefault(StepTelling.Remark)?.Value;
        return new PrivateText($"{step.Title.Zh}：{chosen.Label.Zh} / {step.Title.En}: {chosen.Label.En}{(remark is null ? "" : $" ({remark})")}");
    }

    private static PrivateText? NameIn(Step step, VisitEvent.StepTold told) =>
        step.Fields.Where(field => field.Kind == FieldKind.Name).Select(field => told.Private.GetValueOrDefault(field.Id)).FirstOrDefault(name => name is not null);

    private static PrivateText? FirstText(Step step, VisitEvent.StepTold told) =>
        step.Fields.Where(field => field.Kind == FieldKind.Text).Select(field => told.Private.GetValueOrDefault(field.Id)).FirstOrDefault(text => text is not null);
}
