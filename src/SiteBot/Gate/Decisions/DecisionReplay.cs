using SiteBot.Windows;

namespace SiteBot.Gate.Decisions;

/// <summary>What came of deciding again on a record's facts.</summary>
/// <param name="Then">The verdict on record.</param>
/// <param name="Now">The verdict of today's program.</param>
/// <param name="Otherwise">By what else than then it was decided now, or what is otherwise in force today; may be empty whether or not the verdicts agree.</param>
/// <param name="Differences">In what the verdicts differ, the wording last; empty where they are the same to the letter.</param>
public sealed record DecisionReplay(RecordedVerdict Then, RecordedVerdict Now, IReadOnlyList<Text> Otherwise, IReadOnlyList<Text> Differences)
{
    /// <summary>Whether the verdict is the same, its words included.</summary>
    public bool IsSame => Differences.Count == 0;

    /// <summary>Decides again.</summary>
    /// <param name="record">The record.</param>
    /// <param name="rules">The rules to decide by: those of the record where their text was kept, else today's.</param>
    /// <param name="today">The versions in force today, for comparison.</param>
    /// <exception cref="DecisionRecordException">The record is damaged, or its facts cannot be read by this program.</exception>
    public static DecisionReplay Of(DecisionRecord record, GateRules rules, DecisionVersions? today = null)
    {
        var facts = record.ReadFacts(rules);
        var then = RecordedVerdict.Read(record.Verdict);
        var now = RecordedVerdict.Read(VerdictWriter.Write(Gatekeeper.Decide(facts, rules), facts));
        var used = record.Versions with
        {
            Rules = rules.ContentHash,
            Policy = DecisionVersions.OfPolicy(facts.Site.Policy),
            TimeZoneData = IanaZones.Version,
            Program = DecisionVersions.ThisProgram,
            Standard = today?.Standard ?? record.Versions.Standard,
            Directory = today?.Directory ?? record.Versions.Directory,
        };
        return new DecisionReplay(then, now, [.. Changed(record.Versions, used)], [.. Compare(then, now)]);
    }

    private static IEnumerable<Text> Changed(DecisionVersions then, DecisionVersions now) =>
        from pair in then.Named.Zip(now.Named)
        where pair.First.Version != pair.Second.Version
        select new Text(
            $"{pair.First.What.Zh}不同：当时 {pair.First.Version}，现在 {pair.Second.Version}",
            $"{pair.First.What.En} {(pair.First.What.En.EndsWith('s') || pair.First.What.En.EndsWith("data", StringComparison.Ordinal) ? "differ" : "differs")}: {pair.First.Version} then, {pair.Second.Version} now");

    private static IEnumerable<Text> Compare(RecordedVerdict then, RecordedVerdict now)
    {
        if (then.Kind != now.Kind)
        {
            yield return Differs(new("结论", "the verdict"), then.Kind.Name(), now.Kind.Name());
        }

        foreach (var (what, before, after) in new[] { ("earliest", then.Earliest, now.Earliest), ("startBy", then.StartBy, now.StartBy), ("rollBackBy", then.RollBackBy, now.RollBackBy) })
        {
            if (before != after)
            {
                yield return Differs(Text.Same(what), before, after);
            }
        }

        if (!then.Checks.Select(c => c.Id).SequenceEqual(now.Checks.Select(c => c.Id)))
        {
            yield return Differs(new("检查项", "the checks"), string.Join(" ", then.Checks.Select(c => c.Id)), string.Join(" ", now.Checks.Select(c => c.Id)));
        }

        foreach (var check in then.Checks)
        {
            if (now.Checks.FirstOrDefault(c => c.Id == check.Id) is not { } again)
            {
                continue;
            }

            if (Outcome(check) is var before && Outcome(again) is var after && before != after)
            {
                yield return Differs(Text.Same(check.Id), before, after);
            }
            else if (check.Reason != again.Reason)
            {
                yield return new Text(
                    $"{check.Id} 结果相同，措辞不同：当时“{check.Reason.Zh}”，现在“{again.Reason.Zh}”",
                    $"{check.Id} comes out the same in other words: \"{check.Reason.En}\" then, \"{again.Reason.En}\" now");
            }
        }

        if (then.Advice != now.Advice)
        {
            yield return new Text($"建议的措辞不同：当时“{then.Advice.Zh}”，现在“{now.Advice.Zh}”", $"the advice is worded otherwise: \"{then.Advice.En}\" then, \"{now.Advice.En}\" now");
        }
    }

    private static string Outcome(CheckResult check) => $"{check.State.Name()} ({check.Provision ?? "-"}, {check.FixedBy.Name()})";

    private static Text Differs(Text what, string? then, string? now) =>
        new($"{what.Zh}：当时 {then ?? "无"}，现在 {now ?? "无"}", $"{what.En}: {then ?? "none"} then, {now ?? "none"} now");
}
