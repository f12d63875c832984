namespace SiteBot.Teams.Cards;

/// <summary>A row of a card: a mark in front, what it says, and a note behind it.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Note">What is less important.</param>
/// <param name="Mark">A word in front: where it stands.</param>
/// <param name="Tone">The mark's tone.</param>
internal sealed record CardRow(string Text, string Note = "", string Mark = "", Tone Tone = Tone.Calm);

/// <summary>Rows under a title; one without rows is left out.</summary>
/// <param name="Title">The title; may be empty.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Note">What stands behind the title.</param>
internal sealed record CardSection(string Title, IReadOnlyCollection<CardRow> Rows, string Note = "");

/// <summary>Writes what the parts <c>sections</c> and <c>rows</c> look for.</summary>
internal static class CardSections
{
    public static CardData Sections(this CardData data, params IEnumerable<CardSection> sections) => data.List(
        "sections", sections.Where(section => section.Rows.Count > 0), static (to, section) => to.Put("title", section.Title).Put("note", section.Note).Rows(section.Rows));

    public static CardData Rows(this CardData data, IEnumerable<CardRow> rows) => data.List("rows", rows, static (to, row) => to
        .Put("text", row.Text)
        .Put("note", row.Note)
        .Put("mark", row.Mark)
        .Put("color", row.Tone switch { Tone.Good => "Good", Tone.Warning => "Warning", Tone.Attention => "Attention", _ => "Default" }));
}
