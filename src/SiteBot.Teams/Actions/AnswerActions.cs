using SiteBot.Ledger;
using SiteBot.Questions;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Intents;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Turns;
using SiteBot.Understanding;

namespace SiteBot.Teams.Actions;

/// <summary>What is done with answers about the standard: right, wrong, passed on; and what an unclear message meant.</summary>
internal sealed class AnswerActions(MessageReading messages)
{
    private static readonly Text Thanks = new("谢谢，记下了。", "Thank you.");
    private static readonly Text PassedOn = new("已转给产品用服，答复会发到这里。", "Passed on to product support; the answer comes here.");
    private static readonly Text Gone = new("找不到这个问题。", "I cannot find that question.");

    /// <summary>The verbs.</summary>
    public IEnumerable<(string Verb, ActionHandler Handler)> All =>
    [
        (CardVerbs.AnswerRight, (turn, _, _) => Said(turn, Thanks)),
        (CardVerbs.PassQuestionOn, PassOn),
        (CardVerbs.AnswerPassedOn, Reply),
        (CardVerbs.Meant, Meant),
    ];

    private static async ValueTask PassOn(Turn turn, CardInput card, CancellationToken cancellation)
    {
        var id = card["id"] is { Length: > 0 and <= 20 } named && named.All(char.IsAsciiLetterOrDigit) ? named : ShortId.New();
        if (await turn.ReadQuestion(id).ConfigureAwait(false) is null)
        {
            var decided = PassQuestionOn.Decide(id, PrivateText.Of(card["question"]), card["answered"] == "true", turn.Person, turn.Now, turn.Workplace);
            if (turn.Keep(decided) is { } refusal)
            {
                turn.Refuse(refusal);
                return;
            }
        }

        turn.Tell(PassedOn);
    }

    private static async ValueTask Reply(Turn turn, CardInput card, CancellationToken cancellation)
    {
        if (card["asked"] is not { Length: <= 20 } id || await turn.ReadQuestion(id).ConfigureAwait(false) is not { } question)
        {
            turn.Tell(Gone);
            return;
        }

        var decided = AnswerPassedOn.Decide(question, PrivateText.Of(card["f_answer"]), turn.Person.Id, turn.Now, turn.Workplace);
        if (turn.Keep(decided) is { } refusal)
        {
            turn.Refuse(refusal);
            return;
        }

        turn.Tell(new Text("已答复提问的人。", "Sent to who asked."));
    }

    private async ValueTask Meant(Turn turn, CardInput card, CancellationToken cancellation)
    {
        var text = card["text"] ?? "";
        if (Gate.Wire.Read<Intent>(card["intent"]) is not { } intent)
        {
            turn.Tell(Gone);
            return;
        }

        var understood = await turn.Tools.Understanding.Understand(text, cancellation).ConfigureAwait(false);
        await messages.Mean(turn.With(text), understood with { Intent = intent, Alternatives = [] }, cancellation).ConfigureAwait(false);
    }

    private static ValueTask Said(Turn turn, Text sentence)
    {
        turn.Tell(sentence);
        return ValueTask.CompletedTask;
    }
}
