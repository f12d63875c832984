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
            await Asked.Gate(turn, visit, Wire.Read<OperationKind>(card["operation"]), moment, shelfInService: Shelf(card)).ConfigureAwait(false);
        }
    }

    /// <summary>Whether the shelf that is to be powered on is in service; null where the card does not say.</summary>
    public static bool? Shelf(CardInput card) => card["shelf"] switch { "yes" => true, "no" => false, _ => null };
}
