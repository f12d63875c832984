using SiteBot.Gate;
using SiteBot.Gate.Decisions;
using SiteBot.Ledger;

namespace SiteBot.Host.Commands;

/// <summary><c>sitebot decision replay</c>: decides again on a recorded decision's facts and says what differs.</summary>
internal static class DecisionReplayCommand
{
    private const int Differs = 1;

    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new("decision replay", "Decides again on the facts of a recorded decision and says what differs.")
    {
        Operands = [new Operand("ID")],
        Options = [new Option("--lang", "LANG", "In which language; en where it is left out.") { Allowed = ["zh", "en"] }],
        TakesSettings = true,
        Details = "Exit codes: 0 the verdict is the same to the letter, 1 it differs.",
        Run = static call => StoreFromSettings.Use(call, store => Run(call, store.Ledger, DecisionOnRecord.Today())),
    };

    /// <summary>Replays the decision that <paramref name="call"/> names.</summary>
    public static async ValueTask<int> Run(Call call, ILedger ledger, GateRules today)
    {
        var (record, rules, rulesWereKept) = await DecisionOnRecord.Read(ledger, call.Operands[0], today);
        var language = LanguageCode.Read(call.Option("--lang")) ?? Language.En;
        var replay = DecisionReplay.Of(record, rules);
        Line(replay.IsSame
            ? new($"决定 {record.Id}：结论相同（{replay.Now.Kind.Name()}）。", $"Decision {record.Id}: the verdict is the same ({replay.Now.Kind.Name()}).")
            : new($"决定 {record.Id}：结果不同。", $"Decision {record.Id}: it differs."));
        foreach (var difference in replay.Differences)
        {
            Line(new($"  {difference.Zh}", $"  {difference.En}"));
        }

        if (!rulesWereKept)
        {
            Line(new("当时的放行规则没有保存，按现在的规则重新判断。", "The gate's rules of then were not kept; it was decided by today's."));
        }

        foreach (var otherwise in replay.Otherwise)
        {
            Line(new($"{otherwise.Zh}。", $"{char.ToUpperInvariant(otherwise.En[0])}{otherwise.En[1..]}."));
        }

        return replay.IsSame ? ExitCode.Done : Differs;

        void Line(Text text) => call.Terminal.Out.WriteLine(text.In(language));
    }
}
