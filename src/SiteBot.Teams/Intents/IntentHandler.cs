using SiteBot.Teams.Turns;
using SiteBot.Understanding;

namespace SiteBot.Teams.Intents;

/// <summary>What a message of one intent does.</summary>
internal delegate ValueTask IntentHandler(Turn turn, Understood understood, CancellationToken cancellation);
