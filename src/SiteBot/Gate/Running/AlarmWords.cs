using System.Text.RegularExpressions;

namespace SiteBot.Gate.Running;

/// <summary>An alarm of the equipment that is told while an operation runs, and whether it is among those to expect. Pure.</summary>
public static partial class AlarmWords
{
    /// <summary>The alarm that a message tells of, as far as it names one; null where it tells of none: a question, an alarm that went away, or that there is none.</summary>
    public static string? Told(string message)
    {
        var text = message.Trim();
        if (text.Length is 0 or > 500 || Elsewise().IsMatch(text))
        {
            return null;
        }

        if (Appeared().Match(text) is not { Success: true } told)
        {
            return null;
        }

        // Its name stands before or behind the word.
        var name = told.Groups["a"].Captures.Select(capture => capture.Value).MaxBy(value => value.Length) ?? "";
        return name.Trim(' ', ':', '：', ',', '，', '.', '。', '!', '！', '"', '“', '”', '的');
    }

    /// <summary>True where the plan's list of alarms to expect names it. A plan without a list expects none.</summary>
    /// <param name="alarm">The alarm as it was told.</param>
    /// <param name="expected">The plan's list: items with commas, semicolons or lines between.</param>
    public static bool IsExpected(string alarm, string? expected)
    {
        var told = Bare(alarm);
        return told.Length > 0 && (expected ?? "").Split([',', '，', ';', '；', '、', '\n', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Bare).Any(item => item.Length > 1 && (told.Contains(item, StringComparison.Ordinal) || (told.Length > 2 && item.Contains(told, StringComparison.Ordinal))));
    }

    private static string Bare(string words) => string.Concat(Noise().Replace(words.ToLowerInvariant(), "").Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"[?？]|吗|怎么|如果|是不是|有没有|哪些|什么|没有|没|无告警|消失|消除|清除|恢复|正常|解除|预期|屏蔽|检查|确认|\b(?:no|not|none|clear(?:ed|s)?|gone|resolved|expected|if|what|which|how|check(?:ed)?|mask(?:ed)?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Elsewise();

    [GeneratedRegex(
        @"^(?:.{0,20}?)(?:出现|冒出|产生|来|报|弹出|上报|收到|看到|新增|跳出|有)(?:了)?(?:一个|一条|个|条|新的?|几条|很多|大量)*(?:告警)?\s*[:：]?\s*(?<a>.*?)\s*(?:的)?(?:告警)(?:了|\s*[:：]?\s*(?<a>.+))?[。.!！]?$"
        + @"|^(?:.{0,20}?)(?:出现|冒出|产生|报|弹出|上报|收到|看到|新增)(?:了)?(?:一个|一条|个|条|新的?|几条)*(?:告警)\s*[:：]?\s*(?<a>.+)$"
        + @"|^(?:新)?告警\s*[:：]\s*(?<a>.+)$"
        + @"|^(?:(?:there(?:'s| is| are)|i (?:see|got|get|have)|we (?:see|got|get|have)|got|getting|seeing|see) )?(?:an?|another|some|new|unexpected|the)?(?: ?new)? ?alarms?(?: (?:came up|appeared|raised|is up|on the (?:nms|screen)))?\s*[:：]\s*(?<a>.+)$"
        + @"|^(?:(?:there(?:'s| is| are)|i (?:see|got|get|have)|we (?:see|got|get|have)|got|getting|seeing|see) )(?:an? |another |some |new )*(?<a>.*?) ?alarms?(?: (?<a>.+))?[.!]?$"
        + @"|^(?:an? |new |another )*(?<a>.*?) ?alarms? (?:came up|appeared|popped up|was raised|is raised|is up|just came|came in)[.!]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Appeared();

    [GeneratedRegex(@"告警|alarms?|\b(?:the|an?|on|of)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Noise();
}
