using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Visits;

namespace SiteBot.Forms.Blocks;

/// <summary>What happened in some days of a visit, in the order in which it happened.</summary>
internal static class Timeline
{
    /// <summary>The lines of the days, both inclusive, by the site's calendar.</summary>
    public static IEnumerable<(Instant At, string What, string By)> Of(FormSetting form, DateInterval days) =>
        Known(form).Concat(Told(form)).Where(line => days.Contains(form.Clock.DateOf(line.At))).OrderBy(line => line.At).Select(line => (line.At, line.What, form.Name(line.By)));

    public static FormPart Table(FormSetting form, IEnumerable<(Instant At, string What, string By)> lines)
    {
        ImmutableArray<ImmutableArray<string>> rows = [.. lines.Select(line => ImmutableArray.Create(form.At(line.At), line.What, line.By))];
        return rows.IsEmpty
            ? new FormPart.Paragraph(form.Say(FormLabels.NothingTold))
            : new FormPart.Table([new(form.Say(FormLabels.When), 4), new(form.Say(FormLabels.What), 9), new(form.Say(FormLabels.By), 3)], rows);
    }

    private static IEnumerable<(Instant At, string What, string? By)> Known(FormSetting form)
    {
        var visit = form.Visit;
        foreach (var step in form.Procedure.Steps)
        {
            if (form.Record(step) is { } record)
            {
                var told = ToldSteps.Told(form, step);
                var line = form.Say(FormLabels.FieldIs, ("field", form.Say(step.Title)), ("value", ToldSteps.State(form, step)));
                yield return (record.HappenedAt, told.Length == 0 ? line : $"{line}\n{told}", record.By);
            }
        }

        foreach (var run in visit.Operations)
        {
            yield return (run.StartedAt, Is(form.Operation(run.Operation), form.Say(FormLabels.Begun)), null);
            if (run.EndedAt is { } ended)
            {
                yield return (ended, Is(form.Operation(run.Operation), form.Say(OperationsBlock.OutcomeLabel(run.Outcome))), null);
            }
        }

        foreach (var change in visit.DataChanges)
        {
            yield return (change.At, Is(form.Say(FormLabels.DataChanged), form.Say(change.What)), change.By);
        }

        foreach (var request in visit.Consents.Where(request => request is { AnsweredAt: not null, State: not ConsentState.Open }))
        {
            var answer = request.State switch { ConsentState.Approved => FormLabels.Approved, ConsentState.Rejected => FormLabels.Rejected, _ => FormLabels.Withdrawn };
            yield return (request.AnsweredAt!.Value, Is(form.Say(ConsentsBlock.RoleLabel(request.Role)), form.Say(answer)), request.AnsweredBy);
        }

        foreach (var question in visit.Questions)
        {
            yield return (question.At, Is(form.Say(FormLabels.Asked), form.Say(question.Question)), null);
        }

        if (visit.Left is { } left)
        {
            yield return (left.At, form.Say(PresenceBlock.Label(left.How)), null);
        }

        string Is(string field, string value) => form.Say(FormLabels.FieldIs, ("field", field), ("value", value));
    }

    // What the visit itself does not keep: the words told with a duty, and each time that the appointment was moved.
    private static IEnumerable<(Instant At, string What, string? By)> Told(FormSetting form)
    {
        foreach (var fact in form.Facts.History)
        {
            var line = fact.Event switch
            {
                VisitEvent.DutyDone { Note: { } note } done => (form.Procedure.FindDuty(done.Duty)?.Title is { } title ? form.Say(title) : form.Say(FormLabels.DutyDone), form.Say(note)),
                VisitEvent.AppointmentMoved moved => (form.Say(FormLabels.AppointmentMoved), string.Join("  ", new[] { form.At(moved.To), form.Say(moved.Why) }.Where(part => part.Length > 0))),
                _ => default((string Field, string Value)?),
            };
            if (line is { } told)
            {
                yield return (fact.HappenedAt, form.Say(FormLabels.FieldIs, ("field", told.Item1), ("value", told.Item2)), fact.By);
            }
        }
    }
}
