using System.Collections.Immutable;
using SiteBot.Forms.Blocks;

namespace SiteBot.Standard;

/// <summary>Who must sign a form.</summary>
public enum Signers
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>The customer's responsible person.</summary>
    Customer,

    /// <summary>The customer and ourselves.</summary>
    Both,
}

/// <summary>A form or record that the standard names.</summary>
/// <param name="Id">Its id in files: <c>unpacking_report</c>.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="From">Ids of the provisions that ask for it; never empty.</param>
/// <param name="Signed">Who must sign it.</param>
/// <param name="CopyToCustomer">True where the customer gets a copy.</param>
public sealed record FormType(string Id, Text Name, ImmutableArray<string> From, Signers Signed, bool CopyToCustomer)
{
    /// <summary>The sentence that stands above all else; null for none.</summary>
    public Text? Intro { get; init; }

    internal ImmutableArray<IFormBlock> Blocks { get; init; } = [];
}
