namespace SiteBot.Understanding.Names;

/// <summary>The kinds of things that have names in a directory.</summary>
internal enum NameKind
{
    Site,
    Equipment,
    Product,
    Customer,
    Office,
    Person,
}

/// <summary>How much of a thing's name a way of calling it is.</summary>
internal enum NameStrength
{
    /// <summary>A part: <c>Mitte</c> for Berlin Mitte, 李工.</summary>
    Part,

    /// <summary>All but the words that every such thing has: <c>Chaoyang</c>, 朝阳.</summary>
    Core,

    /// <summary>The id or the whole name.</summary>
    Whole,
}

/// <summary>One way in which one thing may be called.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Owner">Which of its kind, by its place in the directory.</param>
/// <param name="Strength">How much of the name it is.</param>
/// <param name="MayBeMisspelt">False for ids and numbers: another digit is another thing.</param>
internal readonly record struct NameForm(NameKind Kind, int Owner, NameStrength Strength, bool MayBeMisspelt);

/// <summary>Words of a message that fit a name.</summary>
/// <param name="Form">The way of calling that they fit.</param>
/// <param name="From">The first unit.</param>
/// <param name="To">The unit after the last.</param>
/// <param name="Exact">False where a slip was forgiven.</param>
internal readonly record struct NameFound(NameForm Form, int From, int To, bool Exact);
