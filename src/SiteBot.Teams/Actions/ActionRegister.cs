using System.Collections.Frozen;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Turns;

namespace SiteBot.Teams.Actions;

/// <summary>What one verb does: looks up what the card names, asks one verb of the domain, says what came of it.</summary>
internal delegate ValueTask ActionHandler(Turn turn, CardInput card, CancellationToken cancellation);

/// <summary>Every verb that a card may carry, with what it does. A verb that is not here gets a clear answer and changes nothing.</summary>
internal sealed class ActionRegister
{
    private static readonly Text Unknown = new(
        "这个按钮来自旧版本的卡片，不再有效。请重新打开：发“帮助”。", "This button is from an older card and no longer works. Open it anew: send \"help\".");

    private readonly FrozenDictionary<string, ActionHandler> handlers;

    /// <summary>Takes the verbs of every noun.</summary>
    /// <param name="verbs">The verbs; each once.</param>
    public ActionRegister(IEnumerable<(string Verb, ActionHandler Handler)> verbs) =>
        handlers = verbs.ToFrozenDictionary(pair => pair.Verb, pair => pair.Handler, StringComparer.Ordinal);

    /// <summary>The verbs that are known.</summary>
    public IEnumerable<string> Verbs => handlers.Keys;

    /// <summary>Does what a pressed button asks for.</summary>
    public ValueTask Act(Turn turn, CardInput card, CancellationToken cancellation)
    {
        if (handlers.TryGetValue(card.Verb, out var handler))
        {
            return handler(turn, card, cancellation);
        }

        turn.Tell(Unknown);
        return ValueTask.CompletedTask;
    }
}
