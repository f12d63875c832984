using SiteBot.Reading;

namespace SiteBot.Forms.Blocks;

/// <summary>The blocks that <c>forms.yaml</c> may name, beside its own sheets.</summary>
internal static class FormBlocks
{
    public static WordList<IFormBlock> All { get; } = new(
        ("plan", new PlanBlock()),
        ("people", new PeopleBlock()),
        ("presence", new PresenceBlock()),
        ("checklist", new ChecklistBlock()),
        ("operations", new OperationsBlock()),
        ("decisions", new DecisionsBlock()),
        ("consents", new ConsentsBlock()),
        ("data_changes", new DataChangesBlock()),
        ("service", new ServiceBlock()),
        ("open_issues", new OpenIssuesBlock()),
        ("questions", new QuestionsBlock()),
        ("owed", new OwedBlock()),
        ("forms", new FormsBlock()),
        ("day", new DayBlock()),
        ("week", new WeekBlock()));
}
