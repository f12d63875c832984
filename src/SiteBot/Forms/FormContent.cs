using System.Collections.Immutable;

namespace SiteBot.Forms;

/// <summary>What stands on a form, in one language and with every value as people read it. How it is laid out is its writer's.</summary>
/// <param name="Form">The form's id: <c>unpacking_report</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Visit">The visit's id.</param>
/// <param name="Language">The language that all of it is written in.</param>
/// <param name="Header">What the visit is: pairs of label and value.</param>
/// <param name="Sections">What the form says, in order.</param>
/// <param name="Signatures">Who signs; empty where nobody must.</param>
/// <param name="Source">The edition and the provisions that ask for it.</param>
public sealed record FormContent(
    string Form, string Title, string Visit, Language Language, ImmutableArray<FormField> Header, ImmutableArray<FormSection> Sections,
    ImmutableArray<SignatureBlock> Signatures, string Source);

/// <summary>A label and what was told.</summary>
/// <param name="Label">What to write there.</param>
/// <param name="Value">As told; empty for a line to write on.</param>
public sealed record FormField(string Label, string Value);

/// <summary>A part of a form under a heading.</summary>
/// <param name="Title">The heading; empty for none.</param>
/// <param name="Parts">What stands under it.</param>
public sealed record FormSection(string Title, ImmutableArray<FormPart> Parts)
{
    internal FormSection(string title, params FormPart[] parts)
        : this(title, ImmutableArray.Create(parts))
    {
    }
}

/// <summary>A piece of a section: a closed set.</summary>
public abstract record FormPart
{
    private FormPart()
    {
    }

    /// <summary>A sentence or several.</summary>
    /// <param name="Text">May hold line breaks.</param>
    public sealed record Paragraph(string Text) : FormPart;

    /// <summary>Empty lines to write on.</summary>
    /// <param name="Count">How many.</param>
    public sealed record Lines(int Count) : FormPart;

    /// <summary>Labels and values; one without a value is a line to write on.</summary>
    /// <param name="Items">In order.</param>
    public sealed record Fields(ImmutableArray<FormField> Items) : FormPart;

    /// <summary>A table. Its head is repeated on each page and no row is split.</summary>
    /// <param name="Columns">At least one.</param>
    /// <param name="Rows">Each has a text for each column; an empty one is room to write.</param>
    public sealed record Table(ImmutableArray<FormColumn> Columns, ImmutableArray<ImmutableArray<string>> Rows) : FormPart;
}

/// <summary>A table's column.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Share">Its part of the width, against the others' shares.</param>
public sealed record FormColumn(string Title, int Share);

/// <summary>Room for one signature.</summary>
/// <param name="Party">Who signs: the customer, or we.</param>
/// <param name="Fields">Name, signature, date: filled in where known.</param>
public sealed record SignatureBlock(string Party, ImmutableArray<FormField> Fields);
