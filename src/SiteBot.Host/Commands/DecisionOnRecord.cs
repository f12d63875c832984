using SiteBot.Gate;
using SiteBot.Gate.Decisions;
using SiteBot.Ledger;
using SiteBot.Reading;

namespace SiteBot.Host.Commands;

/// <summary>A decision as the ledger keeps it, with the rules that it was made by.</summary>
/// <param name="Record">The record.</param>
/// <param name="Rules">The rules: as they were then where their text was kept, else today's.</param>
/// <param name="RulesWereKept">Whether they are those of then.</param>
internal sealed record DecisionOnRecord(DecisionRecord Record, GateRules Rules, bool RulesWereKept)
{
    /// <summary>Reads a decision.</summary>
    /// <exception cref="WrongUseException">There is none of this id.</exception>
    public static async ValueTask<DecisionOnRecord> Read(ILedger ledger, string id, GateRules today)
    {
        var kept = await ledger.Decision(id, CancellationToken.None) ?? throw new WrongUseException("ID: there is no decision of this id in the store.");
        var record = DecisionRecord.Read(kept);
        if (record.Versions.Rules == today.ContentHash)
        {
            return new DecisionOnRecord(record, today, true);
        }

        var text = await ledger.Text(record.Versions.Rules, CancellationToken.None);
        return text is null ? new(record, today, false) : new(record, GateRules.Read(new SourceFile("gate.yaml as kept", text)), true);
    }

    /// <summary>The rules that travel with the program.</summary>
    public static GateRules Today() => GateRules.Load(Path.Combine(AppContext.BaseDirectory, "dialogs"));
}
