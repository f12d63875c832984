using SiteBot.Gate;
using SiteBot.Gate.Decisions;
using SiteBot.Ledger;

namespace SiteBot.Host.Commands;

/// <summary><c>sitebot decision explain</c>: a recorded decision for a person.</summary>
internal static class DecisionExplainCommand
{
    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new("decision explain", "Prints a recorded decision for a person: the answer, each check with its reason, and by what it was made.")
    {
        Operands = [new Operand("ID")],
        Options = [new Option("--lang", "LANG", "In which language; en where it is left out.") { Allowed = ["zh", "en"] }],
        TakesSettings = true,
        Run = static call => StoreFromSettings.Use(call, store => Run(call, store.Ledger, DecisionOnRecord.Today())),
    };

    /// <summary>Explains the decision that <paramref name="call"/> names.</summary>
    public static async ValueTask<int> Run(Call call, ILedger ledger, GateRules today)
    {
        var (record, rules, _) = await DecisionOnRecord.Read(ledger, call.Operands[0], today);
        call.Terminal.Out.Write(DecisionExplanation.Of(record, rules, LanguageCode.Read(call.Option("--lang")) ?? Language.En));
        return ExitCode.Done;
    }
}
