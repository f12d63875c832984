using System.Text.RegularExpressions;
using NodaTime;

namespace SiteBot.Understanding.Times;

/// <summary>A date that stands in a message.</summary>
/// <param name="Date">The date.</param>
/// <param name="Start">Where it begins in the folded text.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Night">True where its evening or night is meant: hours up to five are those of the next day.</param>
internal readonly record struct NamedDate(LocalDate Date, int Start, int End, bool Night);

/// <summary>Finds dates in folded text: <c>2027-02-05</c>, <c>2月5日</c>, <c>5 Feb</c>, <c>tomorrow night</c>, 下周五. A day without its year or month is the next such day, today included.</summary>
internal static partial class DateReader
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>The dates named, in the order in which they stand.</summary>
    public static IReadOnlyList<NamedDate> Read(string folded, LocalDate today)
    {
        var dates = new List<NamedDate>();
        foreach (Match match in Pattern().Matches(folded))
        {
            if (One(match, today) is { } date)
            {
                dates.Add(new NamedDate(date, match.Index, match.Index + match.Length, match.Groups["n"].Length > 0));
            }
        }

        return dates;
    }

    private static LocalDate? One(Match match, LocalDate today)
    {
        int Value(string name) => match.Groups[name].Length == 0 ? 0 : Math.Max(0, Numbers.Zh(match.Groups[name].Value));
        bool Has(string name) => match.Groups[name].Length > 0;
        if (Has("y"))
        {
            return Made(Value("y"), Value("m"), Value("d"));
        }

        if (Has("dy"))
        {
            return Made(Value("dy"), Value("dm"), Value("dd"));
        }

        if (Has("zm"))
        {
            return Next(today, Value("zm"), Value("zd"));
        }

        if (Has("zo"))
        {
            return NextDay(today, Value("zo"));
        }

        if (Has("mon"))
        {
            var month = Array.IndexOf(Months, match.Groups["mon"].Value[..3]) + 1;
            return Has("ey") ? Made(Value("ey"), month, Value("ed")) : Next(today, month, Value("ed"));
        }

        if (Has("wd"))
        {
            return Weekday(today, Array.IndexOf(Days, match.Groups["wd"].Value[..3]) + 1, match.Groups["wn"].Value.StartsWith("next", StringComparison.Ordinal));
        }

        if (Has("zw"))
        {
            var day = "一二三四五六日天".IndexOf(match.Groups["zw"].Value, StringComparison.Ordinal);
            return match.Groups["zn"].Value is "本" or "这"
                ? today.PlusDays(Math.Min(day, 6) + 1 - (int)today.DayOfWeek)
                : Weekday(today, Math.Min(day, 6) + 1, match.Groups["zn"].Length > 0);
        }

        return today.PlusDays(match.Groups["rel"].Value switch
        {
            var word when word.StartsWith("the day after", StringComparison.Ordinal) => 2,
            var word when word.StartsWith("大后", StringComparison.Ordinal) => 3,
            var word when word.StartsWith('后') => 2,
            var word when word.StartsWith("tom", StringComparison.Ordinal) || word.StartsWith('明') || word.StartsWith('次') => 1,
            _ => 0,
        });
    }

    private static LocalDate? Made(int year, int month, int day) =>
        year is > 1999 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private static LocalDate? Next(LocalDate today, int month, int day) =>
        Made(today.Year, month, day) is { } date && date >= today ? date : Made(today.Year + 1, month, day) ?? Made(today.Year, month, day);

    private static LocalDate? NextDay(LocalDate today, int day)
    {
        for (var month = 0; month < 3; month++)
        {
            var in_ = today.PlusMonths(month);
            if (Made(in_.Year, in_.Month, day) is { } date && date >= today)
            {
                return date;
            }
        }

        return null;
    }

    // "Friday" is the next one, today included; "next Friday" and 下周五 lie in the week after this one.
    private static LocalDate Weekday(LocalDate today, int day, bool nextWeek) => nextWeek
        ? today.PlusDays(7 + day - (int)today.DayOfWeek)
        : today.PlusDays((day - (int)today.DayOfWeek + 7) % 7);

    [GeneratedRegex(
        @"(?<![\d.v])(?<y>20\d{2})\s*[-/.年]\s*(?<m>\d{1,2})\s*[-/.月]\s*(?<d>\d{1,2})(?![\d.])[日号]?(?<n>晚上?|夜里?|深夜)?"
        + @"|(?<![\d.v])(?<dd>\d{1,2})[./](?<dm>\d{1,2})[./](?<dy>20\d{2})(?!\d)(?<n> night)?"
        + @"|(?<zm>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?<zd>[0-9]{1,2}|[一二三四五六七八九十廿]{1,3})[日号]?(?<n>晚上?|夜里?|深夜)?"
        + @"|(?<![\d第])(?<zo>[12]?\d|3[01])[日号](?!\s*[a-z楼机位站线板柜门局基框槽])(?<n>晚上?|夜里?|深夜)?"
        + @"|\b(?<ed>[12]?\d|3[01])(?:st|nd|rd|th)?(?: of)? (?<mon>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b\.?,?(?: (?<ey>20\d{2}))?(?<n> (?:night|evening))?"
        + @"|\b(?<mon>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|t|ober|ember)?\.? (?<ed>[12]?\d|3[01])(?:st|nd|rd|th)?\b(?![:.])(?:,? (?<ey>20\d{2}))?(?<n> (?:night|evening))?"
        + @"|\b(?<wn>next |this |on |coming )?(?<wd>mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?\b(?<n> (?:night|evening))?"
        + @"|(?<zn>下下?个?|本|这个?)?(?:周|星期|礼拜)(?<zw>[一二三四五六日天])(?<n>晚上?|夜里?|深夜)?"
        + @"|(?<rel>\bthe day after tomorrow|\btomorrow|\btoday|大后天|后天|明天|明日|次日|今天|今日|当天)(?<n> night| evening|晚上?|夜里?|深夜)?"
        + @"|(?<rel>\b)(?<n>tonight\b)|(?<rel>[今明后])(?<n>晚上?|夜)|(?<rel>[今明后])(?:早|晨)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
