using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;
using SiteBot.Understanding;

namespace SiteBot.Teams.Intents;

/// <summary>What belongs to talking itself: help, greetings, the language, leaving a step.</summary>
internal static class TalkIntents
{
    private static readonly Text NothingToCancel = new("没有进行中的步骤。已经记录的事实都还在。", "There is no step to leave. What is on record stays on record.");
    private static readonly Text Cancelled = new("好，先不问这一步。已经记录的事实都还在；发“继续”再接着走。", "All right, that step is left. What is on record stays on record; send \"continue\" to go on.");
    private static readonly Text Speaks = new("好，以后用中文。", "All right, English from now on.");

    /// <summary>The menu.</summary>
    public static ValueTask Help(Turn turn, Understood understood, CancellationToken cancellation) =>
        Said(turn, HelpCard.Draw(turn.Tools.Deck, turn.Workplace, turn.Person, turn.Focus, turn.Language));

    /// <summary>A greeting gets the menu with a greeting.</summary>
    public static ValueTask Greet(Turn turn, Understood understood, CancellationToken cancellation) =>
        Said(turn, GreetingCard.Draw(turn.Tools.Deck, turn.Workplace, turn.Person, turn.Focus, turn.Language));

    /// <summary>Leaves the step that is asked, and what is being told piece by piece. No fact is lost.</summary>
    public static ValueTask Cancel(Turn turn, Understood understood, CancellationToken cancellation)
    {
        var something = turn.Talk.Asked is not null || turn.Talk.Draft is not null || turn.Talk.Which is not null || !turn.Talk.Files.IsEmpty;
        turn.Talk = turn.Talk with { Asked = null, Chosen = null, Draft = null, Which = null, Files = [], Dialogs = null };
        turn.Tell(something ? Cancelled : NothingToCancel);
        return ValueTask.CompletedTask;
    }

    /// <summary>Speaks the named language, else the other one.</summary>
    public static ValueTask Speak(Turn turn, Understood understood, CancellationToken cancellation)
    {
        turn.Speak(Wanted(turn.Incoming.Text) ?? (turn.Language == Language.Zh ? Language.En : Language.Zh));
        turn.Tell(Speaks);
        return ValueTask.CompletedTask;
    }

    private static Language? Wanted(string text) =>
        text.Contains("英", StringComparison.Ordinal) || text.Contains("english", StringComparison.OrdinalIgnoreCase) ? Language.En
        : text.Contains('中') || text.Contains("汉语", StringComparison.Ordinal) || text.Contains("漢語", StringComparison.Ordinal)
            || text.Contains("chinese", StringComparison.OrdinalIgnoreCase) || text.Contains("mandarin", StringComparison.OrdinalIgnoreCase) ? Language.Zh
        : null;

    private static ValueTask Said(Turn turn, Card card)
    {
        turn.Say(card);
        return ValueTask.CompletedTask;
    }
}
