using System.Collections.Immutable;
using SiteBot.Directory;
using SiteBot.Understanding.Words;

namespace SiteBot.Understanding.Names;

/// <summary>The kinds of things that are asked back where several fit a name.</summary>
public enum NamedKind
{
    /// <summary>A site, by its id.</summary>
    Site,

    /// <summary>A piece of equipment, by site and id: <c>BJ-042/MSC-1</c>.</summary>
    Equipment,

    /// <summary>A person, by id.</summary>
    Person,
}

/// <summary>One thing of the directory.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Which, as <see cref="NamedKind"/> tells.</param>
public sealed record NamedThing(NamedKind Kind, string Key)
{
    /// <summary>A site.</summary>
    public static NamedThing Of(Site site) => new(NamedKind.Site, site.Id);

    /// <summary>A piece of equipment.</summary>
    public static NamedThing Of(PlacedEquipment placed) => new(NamedKind.Equipment, $"{placed.Site.Id}/{placed.Equipment.Id}");

    /// <summary>A person.</summary>
    public static NamedThing Of(Person person) => new(NamedKind.Person, person.Id);
}

/// <summary>Reads what somebody replies to "which of these?": a number, the first, or more of the name.</summary>
internal sealed class NameChoice(LanguageData language, NamesInMessage names)
{
    private const int LongestOrdinal = 5;
    private const int MostBeside = 3;
    private static readonly string[] Ordinals = ["first", "second", "third"];

    /// <summary>Which of the things are meant; empty where the message is no reply to the question.</summary>
    /// <param name="message">As typed.</param>
    /// <param name="things">What was to choose from, in the order shown.</param>
    /// <param name="numbered">They were shown with their numbers.</param>
    public ImmutableArray<NamedThing> Read(string message, ImmutableArray<NamedThing> things, bool numbered)
    {
        var sentence = Sentence.Cut(language.Folder.Fold(message), Vocabulary.None);
        if (sentence.Units.Length == 0)
        {
            return [];
        }

        var written = Compact.Of(sentence);
        if (numbered && written.Length == 1 && char.IsAsciiDigit(written[0]))
        {
            return written[0] - '1' is var at and >= 0 && at < things.Length ? [things[at]] : [];
        }

        // A piece of the id or the name is enough: 二局, "Second".
        if (written.Length >= 2 || TextFolder.IsHan(written[0]))
        {
            var holding = things.Where(thing => names.Called(thing).Any(called => Compact.Of(Sentence.Cut(language.Folder.Fold(called), Vocabulary.None)).Contains(written, StringComparison.Ordinal))).ToImmutableArray();
            if (!holding.IsEmpty && holding.Length < things.Length)
            {
                return holding;
            }
        }

        if (numbered && sentence.Units.Length <= LongestOrdinal)
        {
            for (var place = 0; place < Math.Min(things.Length, Ordinals.Length); place++)
            {
                if (language.Replies.Has(sentence, Ordinals[place]))
                {
                    return [things[place]];
                }
            }
        }

        var (meant, beside) = names.Named(sentence, things[0].Kind);
        return beside <= MostBeside ? [.. things.Where(meant.Contains)] : [];
    }
}
