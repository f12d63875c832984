using System.Collections.Immutable;
using SiteBot.Procedures;
using SiteBot.Visits;

namespace SiteBot.Forms.Blocks;

/// <summary>What is left to be done: what operations left, what steps told in a field named <c>issues</c>, problems of the version (6.5-8); with room for more.</summary>
internal sealed class OpenIssuesBlock : IFormBlock
{
    // What people write where nothing is left.
    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase) { "无", "没有", "无。", "none", "none.", "no", "nothing", "-" };

    public IEnumerable<FormSection> Of(FormSetting form)
    {
        var issues = form.Visit.Operations.Where(run => run.OpenIssues is not null).Select(run => (From: form.Operation(run.Operation), What: form.Say(run.OpenIssues)))
            .Concat(form.Procedure.Steps.Select(step => (Step: step, Record: form.Record(step))).Where(told => told.Record is { Outcome: StepOutcome.Done })
                .SelectMany(told => told.Step.Fields.Where(field => field.Id == "issues" || told.Step.Marks == Mark.VersionProblem || told.Step.Form == "project_memo")
                    .Select(field => (From: form.Say(told.Step.Title), What: form.Value(field, told.Record!)))))
            .Where(issue => issue.What.Length > 0 && !Nothing.Contains(issue.What)).DistinctBy(issue => issue.What).ToList();
        var title = form.Say(FormLabels.OpenIssues);
        yield return issues.Count == 0
            ? new FormSection(title, new FormPart.Paragraph(form.Say(FormLabels.None)))
            : new FormSection(title, new FormPart.Table(
                [new(form.Say(FormLabels.Issue), 8), new(form.Say(FormLabels.FromStep), 4)], [.. issues.Select(issue => ImmutableArray.Create(issue.What, issue.From))]));
    }
}
