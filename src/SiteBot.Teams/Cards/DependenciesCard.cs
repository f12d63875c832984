using System.Collections.Immutable;
using SiteBot.Standing;
using SiteBot.Teams.Actions;

namespace SiteBot.Teams.Cards;

/// <summary>What depends on what, as those whose role it is keep it by chat.</summary>
internal static class DependenciesCard
{
    private const int MostLines = 20, MostPresses = 3;

    /// <summary>Draws all of them.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names, words and what is kept.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var all = workplace.Standing.Dependencies;
        var title = pen.Word("standing.dependencies");
        IEnumerable<string> lines = all.IsEmpty ? [pen.Word("standing.dependencies.none")] : all.Select(one => Line(pen, one));
        return TextCard.Draw(pen, Tone.Calm, title, "", lines, [], Presses(pen, all));
    }

    internal static CardSection Section(Pen pen, ImmutableArray<Dependency> some) => new(
        pen.Word("standing.dependencies"), [.. some.Take(MostLines).Select(one => new CardRow(ShownText.Clip(Line(pen, one), 200)))]);

    internal static IEnumerable<CardButton> Presses(Pen pen, ImmutableArray<Dependency> some) => some.Take(MostPresses).Select(one => new CardButton(
        pen.Word("press.depend_withdraw.of", ("what", ShownText.Clip(pen.Say(one.Sentence), 40))), CardVerbs.DependWithdraw, ("equipment", one.Equipment), ("on", one.On)));

    private static string Line(Pen pen, Dependency one) =>
        one.By is { } by && pen.Workplace.Directory.FindPerson(by) is { } person ? $"{pen.Say(one.Sentence)} — {pen.Say(person.Name)}" : pen.Say(one.Sentence);
}
