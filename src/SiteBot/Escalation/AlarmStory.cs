using System.Collections.Immutable;
using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Escalation;

/// <summary>A line of an alarm's timeline.</summary>
/// <param name="At">When.</param>
/// <param name="What">What happened, with the names of people; private words stand as they are now, blanked ones as removed.</param>
public sealed record AlarmStoryLine(Instant At, Text What);

/// <summary>The timeline of an alarm, which becomes its report: every fact, and every climb that came of nobody acknowledging.</summary>
public static class AlarmStory
{
    /// <summary>The lines up to <paramref name="now"/>, in order of time.</summary>
    /// <param name="id">The alarm's id.</param>
    /// <param name="facts">All its facts, in order.</param>
    /// <param name="workplace">For names.</param>
    /// <param name="now">Climbs after this moment have not happened.</param>
    public static ImmutableArray<AlarmStoryLine> Of(string id, IEnumerable<AlarmFact> facts, Workplace workplace, Instant now)
    {
        var lines = new List<AlarmStoryLine>();
        var alarm = AlarmFold.Begin(id);
        foreach (var fact in facts)
        {
            Climbs(alarm, fact.ToldAt, workplace, lines);
            alarm = AlarmFold.After(alarm, fact);
            if (Line(fact, alarm, workplace) is { } what)
            {
                lines.Add(new AlarmStoryLine(fact.ToldAt, what));
            }
        }

        Climbs(alarm, now, workplace, lines);
        return [.. lines.OrderBy(line => line.At)];
    }

    // The climbs that the clock made between the alarm's last fact and the next one.
    private static void Climbs(Alarm alarm, Instant until, Workplace workplace, List<AlarmStoryLine> lines)
    {
        if (alarm.State != AlarmState.Open || alarm.Version == 0 || alarm.AcknowledgeMinutes <= 0)
        {
            return;
        }

        for (var level = 1; level < alarm.Chain.Length; level++)
        {
            var at = alarm.RoundAt + Duration.FromMinutes((long)alarm.AcknowledgeMinutes * level);
            if (at > alarm.LastToldAt && at <= until && level > alarm.CalledLevel)
            {
                var people = alarm.Chain[level].People;
                lines.Add(new AlarmStoryLine(at, new Text(
                    $"{alarm.AcknowledgeMinutes} 分钟内无人确认，升级到{Names(people, workplace, Language.Zh)}。",
                    $"Nobody acknowledged within {alarm.AcknowledgeMinutes} minutes; it went up to {Names(people, workplace, Language.En)}.")));
            }
        }
    }

    private static Text? Line(AlarmFact fact, Alarm after, Workplace workplace)
    {
        string Who(Language language) => fact.By is { } by ? Name(by, workplace, language) : language == Language.Zh ? "系统" : "SiteBot";
        Text Say(string zh, string en, PrivateText? words = null) => new(
            $"{Who(Language.Zh)}{zh}{(words is null ? "。" : $"：{words.In(Language.Zh)}")}",
            $"{Who(Language.En)} {en}{(words is null ? "." : $": {words.In(Language.En)}")}");
        Text Told(string zh, string en, PrivateText words, ImmutableArray<ChainLevel> chain) => new(
            $"{Say(zh, en, words).Zh}（告知{Names(First(chain), workplace, Language.Zh)}）",
            $"{Say(zh, en, words).En} (told: {Names(First(chain), workplace, Language.En)})");

        return fact.Event switch
        {
            AlarmEvent.Raised e => e.Drill
                ? Told("发起演练告警", "raised a drill", e.Words, e.Chain)
                : Told($"报告{Names(e.Trouble).Zh}", $"reported {Names(e.Trouble).En}", e.Words, e.Chain),
            AlarmEvent.Joined e => Say("也报告了同一故障", "reported the same trouble", e.Words),
            AlarmEvent.DetailsTold e => Say("补充了情况", "told more", e.Affected ?? e.Words),
            AlarmEvent.Acknowledged => Say("已确认", "acknowledged it"),
            AlarmEvent.TakenOver => Say("接手处理", "took it over"),
            AlarmEvent.HelpAsked e => Say("请求支援", "asked for help", e.Words),
            AlarmEvent.HandedOn e => Say($"转交给{Name(e.To, workplace, Language.Zh)}", $"handed it to {Name(e.To, workplace, Language.En)}", e.Words),
            AlarmEvent.Climbed e when e.Level < after.Chain.Length => new Text(
                $"提前升级到{Names(after.Chain[e.Level].People, workplace, Language.Zh)}。",
                $"It went up to {Names(after.Chain[e.Level].People, workplace, Language.En)} before its time."),
            AlarmEvent.TakenBack => Say("作为误报撤回", "took it back as a false alarm"),
            AlarmEvent.Resolved e => e.ServiceRestored ? Say("报告业务已恢复", "reported service restored", e.What) : Say("解除告警", "resolved it", e.What),
            AlarmEvent.Relapsed e => Told("报告故障重现", "reported that the trouble is back", e.Words, e.Chain),
            _ => null,
        };
    }

    /// <summary>A trouble's name in a sentence.</summary>
    public static Text Names(Trouble trouble) => trouble switch
    {
        Trouble.Interruption => new Text("业务中断", "an interruption of service"),
        Trouble.SevereDegradation => new Text("性能严重下降", "severe degradation"),
        Trouble.Billing => new Text("计费问题", "a billing problem"),
        _ => new Text("停工", "works that must stop"),
    };

    private static ImmutableArray<string> First(ImmutableArray<ChainLevel> chain) => chain.IsEmpty ? [] : chain[0].People;

    private static string Names(IEnumerable<string> people, Workplace workplace, Language language) =>
        string.Join(language == Language.Zh ? "、" : ", ", people.Select(person => Name(person, workplace, language))) is { Length: > 0 } names ? names
        : language == Language.Zh ? "无人" : "nobody";

    private static string Name(string person, Workplace workplace, Language language) => workplace.Directory.FindPerson(person)?.Name.In(language) ?? person;
}
