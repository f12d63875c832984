using System.Collections.Immutable;
using SiteBot.Procedures;
using SiteBot.Visits;

namespace SiteBot.Forms.Blocks;

/// <summary>Who had to do with the visit: ours from its facts, the customer's from what was told in steps.</summary>
internal sealed class PeopleBlock : IFormBlock
{
    public IEnumerable<FormSection> Of(FormSetting form)
    {
        var visit = form.Visit;
        var rows = new List<ImmutableArray<string>> { Ours(visit.Lead, form.Say(FormLabels.Lead)) };
        rows.AddRange(visit.FormerLeads.Distinct().Where(person => person != visit.Lead).Select(person => Ours(person, form.Say(FormLabels.FormerLead))));
        rows.AddRange(visit.Consents.Where(request => request.AnsweredBy is not null && request.ByMailOf is null)
            .Select(request => Ours(request.AnsweredBy!, form.Say(ConsentsBlock.RoleLabel(request.Role)))).DistinctBy(row => row[0] + row[1]));
        if (visit.ContactName is not null)
        {
            rows.Add([form.Say(visit.ContactName), form.Say(FormLabels.Contact), form.Say(visit.ContactPhone)]);
        }

        rows.AddRange(form.Procedure.Steps.Select(step => (Step: step, Record: form.Record(step)))
            .Where(told => told.Record is { Outcome: StepOutcome.Done })
            .SelectMany(told => told.Step.Fields.Where(field => field.Kind == FieldKind.Name)
                .Select(field => (Name: form.Value(field, told.Record!), As: $"{form.Say(field.Label)} ({form.Say(told.Step.Title)})", Phone: Phone(form, told.Step, told.Record!, field))))
            .Where(told => told.Name.Length > 0)
            .Select(told => ImmutableArray.Create(told.Name, told.As, told.Phone)));
        // One line a person, with all that the person was there for.
        ImmutableArray<ImmutableArray<string>> people =
        [
            .. rows.GroupBy(row => row[0]).Select(person => ImmutableArray.Create(
                person.Key, string.Join('\n', person.Select(row => row[1]).Distinct()), string.Join('\n', person.Select(row => row[2]).Where(phone => phone.Length > 0).Distinct()))),
        ];
        yield return new FormSection(form.Say(FormLabels.People), new FormPart.Table(
            [new(form.Say(FormLabels.Who), 3), new(form.Say(FormLabels.As), 6), new(form.Say(FormLabels.Phone), 4)], people));

        ImmutableArray<string> Ours(string person, string role) => [form.Name(person), role, form.Phone(person)];
    }

    // A step's telephone number is that of the first whom it names.
    private static string Phone(FormSetting form, Step step, StepRecord record, StepField name) =>
        step.Fields.FirstOrDefault(field => field.Kind == FieldKind.Name) == name && step.Fields.FirstOrDefault(field => field.Kind == FieldKind.Phone) is { } phone
            ? form.Value(phone, record)
            : "";
}
