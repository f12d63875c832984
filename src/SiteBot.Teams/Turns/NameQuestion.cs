using System.Collections.Immutable;
using SiteBot.Understanding.Names;

namespace SiteBot.Teams.Turns;

/// <summary>A name that several things fit, asked back, and what goes on once one is chosen. It outlives questions in between and a restart; <c>cancel</c> ends it.</summary>
/// <param name="Id">The question's id: its card's buttons carry it.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="Keys">What fits, by <see cref="NamedThing.Key"/>, in the order shown.</param>
/// <param name="Words">What was written.</param>
/// <param name="Chosen">What was chosen before, of the same message.</param>
internal sealed record NameQuestion(string Id, NamedKind Kind, ImmutableArray<string> Keys, string Words, ImmutableArray<NamedThing> Chosen)
{
    /// <summary>At most so many are shown to choose from; of more a longer name is asked for.</summary>
    public const int MostShown = 3;

    private const int MostKept = 60;

    /// <summary>The message that goes on; null where a press does.</summary>
    public string? Text { get; init; }

    /// <summary>The press that goes on: its verb.</summary>
    public string? Verb { get; init; }

    /// <summary>Its data and inputs.</summary>
    public ImmutableSortedDictionary<string, string>? Values { get; init; }

    /// <summary>The input that takes what is chosen.</summary>
    public string? Input { get; init; }

    /// <summary>What fits, in the order shown.</summary>
    public ImmutableArray<NamedThing> Things => [.. Keys.Select(key => new NamedThing(Kind, key))];

    /// <summary>True where they are few enough to be shown.</summary>
    public bool IsShown => Keys.Length <= MostShown;

    /// <summary>A question of these things.</summary>
    public static NameQuestion Of(IReadOnlyCollection<NamedThing> things, string words, ImmutableArray<NamedThing> chosen) => new(
        ShortId.New(4), things.First().Kind, [.. things.Take(MostKept).Select(thing => thing.Key)], words, chosen);
}
