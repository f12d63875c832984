using System.Collections.Immutable;
using SiteBot.Directory;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Turns;
using SiteBot.Understanding.Names;

namespace SiteBot.Teams.Intents;

/// <summary>Asks back which of several things a name means: at most three to choose from, of more a longer name.</summary>
internal static class WhichName
{
    private const int LongestText = 1000;

    /// <summary>Asks which site the message means, where several fit.</summary>
    /// <returns>False where none or one does.</returns>
    public static bool Asks(Turn turn, Mention<Directory.Site> site) => Asks(turn, site.IsOpen, site.Candidates.Select(NamedThing.Of), site.Words);

    /// <inheritdoc cref="Asks(Turn, Mention{Directory.Site})"/>
    public static bool Asks(Turn turn, Mention<PlacedEquipment> equipment) => Asks(turn, equipment.IsOpen, equipment.Candidates.Select(NamedThing.Of), equipment.Words);

    /// <inheritdoc cref="Asks(Turn, Mention{Directory.Site})"/>
    public static bool Asks(Turn turn, Mention<Directory.Person> person) => Asks(turn, person.IsOpen, person.Candidates.Select(NamedThing.Of), person.Words);

    /// <summary>Asks which thing a name means that somebody typed into a card; the press goes on with it.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="things">What fits: two or more.</param>
    /// <param name="words">What was typed.</param>
    /// <param name="card">The press.</param>
    /// <param name="input">The input that it was typed into.</param>
    public static void AskFor(Turn turn, IReadOnlyCollection<NamedThing> things, string words, CardInput card, string input) => Ask(turn, NameQuestion.Of(things, words, turn.Chosen) with
    {
        Verb = card.Verb, Values = card.Values.ToImmutableSortedDictionary(StringComparer.Ordinal), Input = input,
    });

    /// <summary>Asks which site trouble is at, once the alarm went out: what is chosen is told to those who were alarmed.</summary>
    public static void AskAfter(Turn turn, Mention<Directory.Site> site, string verb, string input, params ReadOnlySpan<(string Name, string Value)> data)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in data)
        {
            values[name] = value;
        }

        Ask(turn, NameQuestion.Of([.. site.Candidates.Select(NamedThing.Of)], site.Words ?? "", []) with { Verb = verb, Values = values.ToImmutable(), Input = input });
    }

    /// <summary>Asks.</summary>
    public static void Ask(Turn turn, NameQuestion question)
    {
        turn.Talk = turn.Talk with { Which = question };
        turn.Interrupted = false;
        if (question.IsShown)
        {
            turn.SayBeside(WhichNameCard.Draw(turn.Tools.Deck, turn.Workplace, question, turn.Language));
        }
        else
        {
            turn.SayText(Longer(turn, question));
        }
    }

    /// <summary>Names the question once more, in a line of text: after something else was answered in between.</summary>
    public static void AskStill(Turn turn, NameQuestion question)
    {
        var pen = new Pen(turn.Tools.Deck, turn.Workplace, turn.Language);
        turn.SayText(question.IsShown ? pen.Word("which.still", ("words", question.Words), ("choices", pen.Join(WhichNameCard.Lines(pen, question)))) : Longer(turn, question));
    }

    private static bool Asks(Turn turn, bool isOpen, IEnumerable<NamedThing> things, string? words)
    {
        if (!isOpen)
        {
            return false;
        }

        Ask(turn, NameQuestion.Of([.. things], words ?? "", turn.Chosen) with { Text = ShownText.Carried(turn.Incoming.Text, LongestText) });
        return true;
    }

    private static string Longer(Turn turn, NameQuestion question) => turn.Workplace.Texts.Get(
        $"which.longer.{question.Kind.ToString().ToLowerInvariant()}", turn.Language, ("words", question.Words), ("count", question.Keys.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
