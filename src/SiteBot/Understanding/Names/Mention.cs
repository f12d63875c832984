using System.Collections.Immutable;
using SiteBot.Directory;

namespace SiteBot.Understanding.Names;

/// <summary>What a message says about one kind of thing.</summary>
/// <param name="Candidates">The things that fit what was written: none, the one meant, or several that fit equally well. In the directory's order.</param>
/// <param name="Words">What was written for it, folded (lower case, simplified); null where nothing was written: then a candidate follows from something else.</param>
public sealed record Mention<T>(ImmutableArray<T> Candidates, string? Words)
    where T : class
{
    /// <summary>Nothing of the kind.</summary>
    public static Mention<T> None { get; } = new([], null);

    /// <summary>The thing meant; null where none or several fit.</summary>
    public T? Sure => Candidates is [var only] ? only : null;

    /// <summary>True where several fit: ask back with <see cref="Candidates"/>.</summary>
    public bool IsOpen => Candidates.Length > 1;
}
