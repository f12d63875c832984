using System.Text.RegularExpressions;
using NodaTime;

namespace SiteBot.Understanding.Times;

/// <summary>Finds times of day in folded text: <c>half past one tonight</c>, <c>2 am</c>, <c>凌晨两点半</c>, <c>23:30</c>. Knows no date and no clock.</summary>
public static partial class ClockReader
{
    private const string EnHour = @"\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
    private const string EnMinute = @"oh five|o five|five|ten|fifteen|twenty five|twenty-five|twenty|thirty five|thirty-five|thirty|forty five|forty-five|forty|fifty five|fifty-five|fifty|\d{2}";
    private const string EnPart = @"a\.?m\b\.?|p\.?m\b\.?|in the (?:early |late )?(?:morning|afternoon|evening)|at night|this (?:morning|afternoon|evening)|tonight|tomorrow (?:morning|afternoon|evening|night)|after midnight|o'?\s?clock(?: (?:in the (?:morning|afternoon|evening)|at night|tonight|sharp))?";
    private const string ZhPart = "凌晨|清晨|早上|早晨|上午|中午|下午|午后|傍晚|晚上|晚间|夜里|夜间|半夜|后半夜|深夜|今晚|明晚|今夜|明早|今早|明晨|今晨|午夜|夜晚|当晚|早|晚|夜";
    private const string ZhNumber = "[零〇一二两三四五六七八九十廿0-9]";

    /// <summary>The times named, in the order in which they stand.</summary>
    /// <param name="folded">Text in its one spelling.</param>
    public static IReadOnlyList<NamedTime> Read(string folded)
    {
        var times = new List<NamedTime>();
        var context = ContextPart(folded);
        foreach (Match match in Pattern().Matches(folded))
        {
            if (ReadOne(match, folded, context) is { } time)
            {
                times.Add(time);
            }
        }

        return times;
    }

    private static NamedTime? ReadOne(Match match, string folded, DayPart context)
    {
        string At(string name) => match.Groups[name].Value;
        bool Has(string name) => match.Groups[name].Success && match.Groups[name].Length > 0;
        NamedTime? Made(int hour, int minute, DayPart part) => hour is < 0 or > 24 || minute is < 0 or > 59
            ? null
            : new NamedTime(new LocalTime(Turn(hour, part == DayPart.None ? context : part) % 24, minute), match.Index, match.Index + match.Length, part);

        if (Has("zh"))
        {
            var part = ZhDayPart(At("zp"));
            var hour = Numbers.Zh(At("zh"));
            var minute = At("zm") switch
            {
                "" or "整" => 0,
                "半" => 30,
                "一刻" => 15,
                "三刻" => 45,
                var other => Numbers.Zh(other),
            };
            // 快一点, 有一点: a little, not one o'clock.
            if (hour == 1 && At("zh") == "一" && part == DayPart.None && !Has("zm")
                && (match.Index == 0 || "快慢早晚有差好这那第点少多大小高低轻重近远".Contains(folded[match.Index - 1], StringComparison.Ordinal)
                    || Follows(folded, match.Index + match.Length, "儿") || Follows(folded, match.Index + match.Length, "也")))
            {
                return null;
            }

            var less = Has("zl") ? At("zl") == "一刻" ? 15 : Numbers.Zh(At("zl")) : 0;
            return less > 0 ? Made(hour == 0 ? 23 : hour - 1, 60 - less, part) : Made(hour, minute, part);
        }

        if (Has("ch"))
        {
            return Made(Numbers.Zh(At("ch")), int.Parse(At("cm")), ZhDayPart(At("cp")) is var zh && zh != DayPart.None ? zh : EnDayPart(At("ca")));
        }

        if (Has("rel"))
        {
            var by = At("rel") switch { "half" => 30, "quarter" or "a quarter" => 15, var other => Numbers.En(other) };
            var hour = At("rh") switch { "midnight" => 0, "noon" or "midday" => 12, var other => Numbers.En(other) };
            var part = EnDayPart(At("ra"));
            return At("rw") is "to" or "before" or "til" or "till" ? Made(hour == 0 ? 23 : hour - 1, 60 - by, At("rh") == "noon" ? DayPart.Noon : part) : Made(hour, by, part);
        }

        if (Has("eh"))
        {
            return Made(Numbers.En(At("eh")), Has("em") ? Numbers.En(At("em")) : 0, EnDayPart(At("ea")));
        }

        if (Has("ah"))
        {
            return Made(Numbers.En(At("ah")), Has("am") ? Numbers.En(At("am")) : 0, DayPart.None);
        }

        if (Has("mil"))
        {
            return Made(int.Parse(At("mil")[..2]), int.Parse(At("mil")[2..]), DayPart.Morning);
        }

        return At("word") is "midnight" or "午夜" or "子夜" ? new NamedTime(LocalTime.Midnight, match.Index, match.Index + match.Length, DayPart.Night)
            : new NamedTime(LocalTime.Noon, match.Index, match.Index + match.Length, DayPart.Noon);
    }

    private static bool Follows(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    // Twelve-hour words onto the 24 hours of the day.
    private static int Turn(int hour, DayPart part) => part switch
    {
        DayPart.SmallHours or DayPart.Morning when hour == 12 => part == DayPart.SmallHours ? 0 : 12,
        DayPart.Noon when hour is >= 1 and <= 2 => hour + 12,
        DayPart.Afternoon when hour is >= 1 and <= 11 => hour + 12,
        DayPart.Evening when hour is >= 4 and <= 11 => hour + 12,
        DayPart.Evening when hour == 12 => 24,
        DayPart.Night when hour is >= 6 and <= 11 => hour + 12,
        DayPart.Night when hour == 12 => 24,
        _ => hour,
    };

    private static DayPart EnDayPart(string words) =>
        words.Length == 0 ? DayPart.None
        : words[0] == 'a' && !words.StartsWith("at", StringComparison.Ordinal) && !words.StartsWith("after", StringComparison.Ordinal) ? DayPart.SmallHours
        : words.StartsWith('p') ? DayPart.Afternoon
        : words.Contains("morning", StringComparison.Ordinal) ? DayPart.SmallHours
        : words.Contains("afternoon", StringComparison.Ordinal) ? DayPart.Afternoon
        : words.Contains("evening", StringComparison.Ordinal) ? DayPart.Evening
        : words.Contains("night", StringComparison.Ordinal) ? DayPart.Night
        : DayPart.None;

    private static DayPart ZhDayPart(string words) => words switch
    {
        "" => DayPart.None,
        "凌晨" or "后半夜" => DayPart.SmallHours,
        "清晨" or "早上" or "早晨" or "上午" or "明早" or "今早" or "明晨" or "今晨" or "早" => DayPart.Morning,
        "中午" => DayPart.Noon,
        "下午" or "午后" => DayPart.Afternoon,
        "傍晚" => DayPart.Evening,
        _ => DayPart.Night,
    };

    // A part of the day that stands elsewhere in the sentence: 今晚能不能两点升级, tonight at 2.
    private static DayPart ContextPart(string folded)
    {
        var match = Context().Match(folded);
        return !match.Success ? DayPart.None
            : match.Groups["en"].Success ? EnDayPart(match.Groups["en"].Value)
            : ZhDayPart(match.Groups["zh"].Value);
    }

    [GeneratedRegex(@"\b(?<en>tonight|tomorrow night|at night|(?:this|tomorrow|in the) (?:morning|afternoon|evening))\b|(?<zh>凌晨|早上|上午|中午|下午|傍晚|晚上|夜里|半夜|深夜|今晚|明晚|今夜|明早|今早)")]
    private static partial Regex Context();

    [GeneratedRegex(
        @"(?:(?<cp>" + ZhPart + @")\s*)?(?<![\d.:v/-])(?<ch>\d{1,2})(?:[:]|\.(?=\d{2}\s*(?:a\.?m|p\.?m)))(?<cm>\d{2})(?![\d.:])(?:\s*(?<ca>" + EnPart + @"))?"
        + @"|(?:(?<zp>" + ZhPart + @")的?\s*)?(?:差(?<zl>一刻|" + ZhNumber + @"{1,2})分?(?:钟)?(?:到)?)?(?<![\d.第])(?<zh>" + ZhNumber + @"{1,3})\s*(?:点钟?|时(?![候间段长刻效限]))(?!建议|要求|意见|注意|以上)(?:过?(?<zm>半|一刻|三刻|整|" + ZhNumber + @"{1,3})分?)?"
        + @"|(?<!\bfrom |\bbetween )(?:\b(?:at|by|around|until|till) )?\b(?<rel>half|a quarter|quarter|" + EnMinute + "|" + EnHour + @")(?: minutes?)? (?<rw>past|after|to|before|til|till) (?<rh>midnight|noon|midday|" + EnHour + @")\b(?!\s*(?:hours?|minutes?|mins?|days?|engineers?|people|sites?))(?:\s*(?<ra>" + EnPart + @"))?"
        + @"|\b(?<rel>half) (?<rh>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?:\s*(?<ra>" + EnPart + @"))?"
        + @"|(?:\b(?:at|by|around|until|till|before|after|from|about)\s+)?(?<![\d.v/:-])\b(?<eh>" + EnHour + @")(?:[ :](?<em>" + EnMinute + @"))?\s*(?<ea>" + EnPart + @")"
        + @"|\b(?:at|by|until|till|from|before|after|around|about|@)\s+(?<mil>[01]\d[0-5]\d|2[0-3][0-5]\d)\b(?:\s*(?:h|hrs|hours)\b)?"
        + @"|(?:\b(?:at|around|by|until|till|before|after|from|about)|@)\s+(?:about |around )?(?<ah>" + EnHour + @")(?: (?<am>" + EnMinute + @"))?\b(?![\d.:%/-])(?!\s*(?:hours?|hrs?|minutes?|mins?|min|days?|weeks?|percent|%|sites?|cells?|people|engineers?|of|boards?|calls?|subscribers?|least|more|point|th|st|nd|rd))"
        + @"|\b(?<word>midnight|noon|midday)\b|(?<word>午夜(?![零一二两三四五六七八九十\d])|子夜|正午|中午(?![零一二两三四五六七八九十\d吃休]))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
