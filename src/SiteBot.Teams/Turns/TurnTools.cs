using SiteBot.Answers;
using SiteBot.Ledger;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Forms;
using SiteBot.Teams.Uploads;
using SiteBot.Understanding;

namespace SiteBot.Teams.Turns;

/// <summary>What all turns share: loaded once, used by many at once.</summary>
/// <param name="Ledger">Where facts are kept.</param>
/// <param name="Files">Where photos and forms are kept.</param>
/// <param name="Deck">The cards' templates.</param>
/// <param name="Understanding">Reads messages.</param>
/// <param name="Answers">Answers questions about the standard.</param>
/// <param name="Forms">Produces forms.</param>
/// <param name="Links">Makes addresses of kept files.</param>
/// <param name="Drive">Puts a file into a person's OneDrive; null where the channel knows none.</param>
internal sealed record TurnTools(
    ILedger Ledger, IEvidenceFiles Files, CardDeck Deck, IUnderstanding Understanding, IAnswers Answers, FormProduction Forms, IFileLinks Links, IPersonalDrive? Drive)
{
    /// <summary>What was read last.</summary>
    public StreamMemory Memory { get; } = new();
}
