using System.Text;
using SiteBot.Windows;

namespace SiteBot.Gate.Decisions;

/// <summary>A decision as a person reads it: the answer, what stood in the way, all checks, and by what it was made.</summary>
public static class DecisionExplanation
{
    private static readonly Dictionary<VerdictKind, Text> Answers = new()
    {
        [VerdictKind.Go] = new("可以开始", "go"),
        [VerdictKind.Wait] = new("等待", "wait"),
        [VerdictKind.No] = new("不可以", "no"),
        [VerdictKind.Never] = new("绝对不可以", "never"),
    };

    private static readonly (CheckState State, Text Title)[] Groups =
    [
        (CheckState.Fail, new("不满足", "Fails")),
        (CheckState.Missing, new("还缺", "Missing")),
        (CheckState.Waived, new("免去", "Waived")),
        (CheckState.Pass, new("满足", "Passes")),
        (CheckState.NotApplicable, new("不适用", "Does not apply")),
    ];

    /// <summary>The decision in <paramref name="language"/>, some lines of text, each ended by a line feed.</summary>
    /// <param name="record">The record.</param>
    /// <param name="rules">The rules, for the names of operations and checks.</param>
    /// <param name="language">The reader's.</param>
    /// <exception cref="DecisionRecordException">The record is damaged, or its facts cannot be read by this program.</exception>
    public static string Of(DecisionRecord record, GateRules rules, Language language)
    {
        var facts = record.ReadFacts(rules);
        var verdict = RecordedVerdict.Read(record.Verdict);
        var clock = new SiteClock(facts.Site.Zone, facts.Now);
        var text = new StringBuilder();

        Line(new($"决定 {record.Id}：{Answers[verdict.Kind].Zh}", $"Decision {record.Id}: {Answers[verdict.Kind].En}"));
        var asked = Moment(record.AskedAt);
        Line(record.AskedBy is { } by
            ? new($"{by} 于 {asked} 为现场服务 {record.Visit} 询问", $"asked by {by} at {asked} for visit {record.Visit}")
            : new($"{asked} 为现场服务 {record.Visit} 自动判断", $"decided by itself at {asked} for visit {record.Visit}"));
        if (facts.Now != record.AskedAt)
        {
            Line(new($"判断的时刻：{Moment(facts.Now)}", $"decided for {Moment(facts.Now)}"));
        }

        Line(Operation());
        if (facts.Restoring)
        {
            Line(new("这是恢复业务的操作（6.5-2）", "it restores service (6.5-2)"));
        }

        Line(verdict.Advice);
        Time(new("最早", "earliest"), verdict.Earliest);
        Time(new("最迟开始", "begin by"), verdict.StartBy);
        Time(new("最迟回退", "roll back by"), verdict.RollBackBy);
        foreach (var (state, title) in Groups)
        {
            foreach (var (check, index) in verdict.Checks.Where(c => c.State == state).Select((check, index) => (check, index)))
            {
                if (index == 0)
                {
                    text.Append('\n');
                    Line(new($"{title.Zh}：", $"{title.En}:"));
                }

                var name = rules.Check(check.Id)?.Title.In(language) ?? check.Id;
                text.Append("  ").Append(name).Append(language == Language.Zh ? "（" : " (").Append(check.Provision ?? new Text("本地政策", "local policy").In(language));
                if (check.StandsInTheWay)
                {
                    text.Append(language == Language.Zh ? $"；由{check.FixedBy.Title().Zh}解决" : $"; cleared by {check.FixedBy.Title().En}");
                }

                text.Append(language == Language.Zh ? "）：" : "): ").Append(check.Reason.In(language)).Append('\n');
            }
        }

        text.Append('\n');
        Line(new("依据：", "Decided by:"));
        foreach (var (what, version) in record.Versions.Named)
        {
            text.Append("  ").Append(what.In(language)).Append(' ').Append(version).Append('\n');
        }

        return text.ToString();

        void Line(Text line) => text.Append(line.In(language)).Append('\n');

        void Time(Text what, string? time)
        {
            if (time is not null)
            {
                Line(new($"{what.Zh}：{time}", $"{what.En} {time}"));
            }
        }

        string Moment(NodaTime.Instant instant)
        {
            var at = clock.Local(instant);
            return $"{at.Year:0000}-{at.Month:00}-{at.Day:00} {at.Hour:00}:{at.Minute:00} ({SiteTimeText.OffsetText(at.Offset)})";
        }

        Text Operation()
        {
            var (operation, name) = (facts.Operation, rules.For(facts.Operation.Kind).Name);
            var (zh, en) = (new StringBuilder(name.Zh), new StringBuilder(name.En));
            if (operation.Equipment is { } equipment)
            {
                zh.Append($"，设备 {equipment}");
                en.Append($" of {equipment}");
            }

            if (operation.TargetVersion is { } version)
            {
                zh.Append($"，目标版本 {version}");
                en.Append($" to {version}");
            }

            if (facts.Site.Id is { } site)
            {
                zh.Append($"，站点 {site}");
                en.Append($" at {site}");
            }

            zh.Append(operation.DurationMinutes is { } minutes ? $"，{minutes} 分钟" : "，没有给出时长");
            en.Append(operation.DurationMinutes is { } length ? $", {length} minutes" : ", no duration given");
            return new Text(zh.ToString(), en.ToString());
        }
    }
}
