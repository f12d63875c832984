using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;
using SiteBot.Understanding;

namespace SiteBot.Teams.Intents;

/// <summary>Questions about conduct and the standard.</summary>
internal static class AnswerIntents
{
    /// <summary>Answers with the rule and its provisions; where the standard is silent says so, and whom to ask.</summary>
    public static async ValueTask Ask(Turn turn, Understood understood, CancellationToken cancellation)
    {
        var question = turn.Incoming.Card?["text"] ?? turn.Incoming.Text;
        var answer = await turn.Tools.Answers.Ask(question, turn.Language, cancellation).ConfigureAwait(false);
        turn.Say(AnswerCard.Draw(turn.Tools.Deck, turn.Workplace, question, answer, turn.Focus, turn.Language, ShortId.New()));
    }
}
