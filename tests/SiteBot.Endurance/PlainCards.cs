using System.Text.Json;
using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Delivery;

namespace SiteBot.Endurance;

/// <summary>Cards that say the message's key, so that what arrives can be counted.</summary>
internal sealed class PlainCards : IOutgoingCards
{
    public LedgerQuery Needs(OutgoingMessage message) => new(null, null, [message.About], [], Snapshot.ShapeNow);

    public Drawn Draw(OutgoingMessage message, LedgerView view, Workplace workplace, Language language, Instant now) => Shown(message.Key);

    public Drawn DrawSmall(OutgoingMessage message, LedgerView view, Workplace workplace, Language language, Instant now) => Shown(message.Key + " (small)");

    private static Drawn.Show Shown(string text) => new(new Card(
        $$"""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":{{JsonSerializer.Serialize(text)}}}]}""", text));
}
