using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;
using SiteBot.Understanding;

namespace SiteBot.Teams.Intents;

/// <summary>Questions about conduct and the standard.</summary>
internal static class AnswerIntents
{
    /// <summary>Answers with the rule and its provisions; where the standard is silent says so, and whom to ask.</summary>
    public static ValueTask Ask(Turn turn, Understood understood, CancellationToken cancellation)
    {
        var question = turn.Incoming.Card?["text"] ?? turn.Incoming.Text;
        turn.Say(AnswerCard.Draw(turn.Tools.Deck, turn.Workplace, question, turn.Tools.Answerer.Ask(question, turn.Language), turn.Focus, turn.Language, ShortId.New()));
        return ValueTask.CompletedTask;
    }
}
