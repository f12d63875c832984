using NodaTime.Text;
using SiteBot.Gate;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Turns;

namespace SiteBot.Teams.Actions;

/// <summary>Asking the gate by a button.</summary>
internal static class GateActions
{
    /// <summary>The verbs.</summary>
    public static IEnumerable<(string Verb, ActionHandler Handler)> All => [(CardVerbs.GateAsk, Ask)];

    private static async ValueTask Ask(Turn turn, CardInput card, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn, card) is { } visit)
        {
            var moment = card["at"] is { } at && InstantPattern.ExtendedIso.Parse(at) is { Success: true } read ? read.Value : (NodaTime.Instant?)null;
            var shelf = card["shelf"] switch { "yes" => true, "no" => false, _ => (bool?)null };
            await Asked.Gate(turn, visit, Wire.Read<OperationKind>(card["operation"]), moment, shelfInService: shelf).ConfigureAwait(false);
        }
    }
}
