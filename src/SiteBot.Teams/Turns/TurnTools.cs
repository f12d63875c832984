using SiteBot.Answers;
using SiteBot.Ledger;
using SiteBot.Teams.Cards;
using SiteBot.Understanding;

namespace SiteBot.Teams.Turns;

/// <summary>What all turns share: loaded once, used by many at once.</summary>
/// <param name="Ledger">Where facts are kept.</param>
/// <param name="Files">Where photos and forms are kept.</param>
/// <param name="Deck">The cards' templates.</param>
/// <param name="Understander">Reads messages.</param>
/// <param name="Answerer">Answers questions about the standard.</param>
internal sealed record TurnTools(ILedger Ledger, IEvidenceFiles Files, CardDeck Deck, Understander Understander, Answerer Answerer);
