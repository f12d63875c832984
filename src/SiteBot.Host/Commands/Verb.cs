using System.Collections.Immutable;

namespace SiteBot.Host.Commands;

/// <summary>One verb of the command line: what it takes, what it says of itself, what it does.</summary>
/// <param name="Name">One or two words: <c>gate</c>, <c>decision replay</c>.</param>
/// <param name="Summary">What it does, one sentence, for the list of verbs and its help.</param>
internal sealed record Verb(string Name, string Summary)
{
    /// <summary>What stands after the verb, in order.</summary>
    public ImmutableArray<Operand> Operands { get; init; } = [];

    /// <summary>Its options; each may stand anywhere after the verb.</summary>
    public ImmutableArray<Option> Options { get; init; } = [];

    /// <summary>True where it opens the store and so takes settings such as <c>--Storage:Path=FILE</c>; for every other verb such a word is wrong use.</summary>
    public bool TakesSettings { get; init; }

    /// <summary>More than the summary says, shown by <c>--help</c>.</summary>
    public string? Details { get; init; }

    /// <summary>Does it and returns the exit code. Wrong use is said with a <see cref="WrongUseException"/> (64); any other exception ends in 70.</summary>
    public required Func<Call, ValueTask<int>> Run { get; init; }
}

/// <summary>A word that a verb expects.</summary>
/// <param name="Name">As shown in the help, e.g. <c>FILE</c>.</param>
/// <param name="Required">False where it may be left out; then those after it may be, too.</param>
internal sealed record Operand(string Name, bool Required = true);

/// <summary>An option of a verb.</summary>
/// <param name="Name">With its dashes: <c>--batch</c>.</param>
/// <param name="Value">What its value is called in the help (<c>FILE</c>), or null for a mere flag.</param>
/// <param name="Summary">What it does.</param>
internal sealed record Option(string Name, string? Value, string Summary)
{
    /// <summary>The values that are allowed; empty for any.</summary>
    public ImmutableArray<string> Allowed { get; init; } = [];
}

/// <summary>The command line was used in a wrong way: exit code 64, the message as one line on standard error.</summary>
internal sealed class WrongUseException(string message) : Exception(message);
