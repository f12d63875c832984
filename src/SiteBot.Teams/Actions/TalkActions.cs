using SiteBot.Teams.Cards;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Turns;

namespace SiteBot.Teams.Actions;

/// <summary>Buttons of any moment: the menu, the language, a card as it is now.</summary>
internal static class TalkActions
{
    /// <summary>The verbs.</summary>
    public static IEnumerable<(string Verb, ActionHandler Handler)> All =>
    [
        (CardVerbs.Help, (turn, _, _) => Say(turn, HelpCard.Draw(turn.Tools.Deck, turn.Workplace, turn.Person, turn.Focus, turn.Language))),
        (CardVerbs.Language, Speak),
        (CardVerbs.Refresh, CardRefreshed.Say),
        (CardVerbs.Dismiss, Dismiss),
    ];

    private static ValueTask Speak(Turn turn, CardInput card, CancellationToken cancellation)
    {
        if (LanguageCode.Read(card["to"]) is { } language)
        {
            turn.Speak(language);
        }

        return Say(turn, HelpCard.Draw(turn.Tools.Deck, turn.Workplace, turn.Person, turn.Focus, turn.Language));
    }

    private static ValueTask Dismiss(Turn turn, CardInput card, CancellationToken cancellation)
    {
        turn.Talk = card["card"] == "which" ? turn.Talk with { Which = null } : turn.Talk;
        return Say(turn, TextCard.Draw(turn.Tools.Deck, turn.Workplace, Tone.Calm, new Text("好，不改。", "All right, nothing is changed."), [], turn.Language));
    }

    private static ValueTask Say(Turn turn, Card card)
    {
        turn.Say(card);
        return ValueTask.CompletedTask;
    }
}
