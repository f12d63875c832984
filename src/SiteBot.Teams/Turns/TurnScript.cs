using SiteBot.Teams.Actions;
using SiteBot.Teams.Intents;

namespace SiteBot.Teams.Turns;

/// <summary>What a turn does: a pressed button's verb, or what a typed message means.</summary>
internal sealed class TurnScript(ActionRegister actions, MessageReading messages)
{
    /// <summary>Plays the turn; what it decides and says stands in <paramref name="turn"/>.</summary>
    public ValueTask Play(Turn turn, CancellationToken cancellation) =>
        turn.Incoming.Card is { } card ? actions.Act(turn, card, cancellation) : messages.Read(turn, cancellation);
}
