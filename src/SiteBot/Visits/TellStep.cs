using System.Collections.Immutable;
using NodaTime;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Standard;

namespace SiteBot.Visits;

/// <summary>Somebody tells that a step was done, or that it failed. What doing it tells of the visit is told with it.</summary>
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
        return line.IsClosed && IsSame(line.Record!, told)
            ? Decided.Facts()
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

    private static bool IsSame(StepRecord record, VisitEvent.StepTold told) =>
        record.Outcome == told.Outcome && record.Values.SequenceEqual(told.Values) && record.Private.SequenceEqual(told.Private)
        && record.Files.SequenceEqual(told.Files);

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
                yield return new VisitEvent.AppointmentMoved(at, null);
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
