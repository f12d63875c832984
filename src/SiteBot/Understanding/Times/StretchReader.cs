using System.Text.RegularExpressions;
using NodaTime;

namespace SiteBot.Understanding.Times;

/// <summary>
/// Finds the date, the window and the length that a message names: 明晚零点到四点, <c>tonight 0 to 4</c>, <c>2027-02-05 00:00-04:00</c>. The hours up to five of a night are
/// those after its midnight. A time without a date is the next such time.
/// </summary>
internal static partial class StretchReader
{
    private const int NightEnds = 6;
    private const string Part = @"凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|夜里|半夜|后半夜|深夜|晚|夜";
    private const string Hour = @"\d{1,2}|[零〇一二两三四五六七八九十]{1,3}|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight|noon";

    /// <summary>Reads what is named.</summary>
    /// <param name="folded">Text in its one spelling.</param>
    /// <param name="now">The local time now, where the message speaks of.</param>
    /// <param name="taken">Marks the characters that were read.</param>
    public static NamedStretch Read(string folded, LocalDateTime now, Span<bool> taken)
    {
        var dates = DateReader.Read(folded, now.Date);
        var lengths = LengthReader.Read(folded);
        var hidden = folded.ToCharArray();
        foreach (var date in dates)
        {
            taken[date.Start..date.End].Fill(true);
            hidden.AsSpan(date.Start, date.End - date.Start).Fill(' ');
        }

        foreach (var length in lengths)
        {
            taken[length.Start..length.End].Fill(true);
            hidden.AsSpan(length.Start, length.End - length.Start).Fill(' ');
        }

        NamedDate? named = dates.Count > 0 ? dates[0] : null;
        Duration? lasts = null;
        LocalDateTime? start = null;
        foreach (var length in lengths)
        {
            if (length.FromNow)
            {
                start ??= now.PlusMinutes((long)length.Length.TotalMinutes);
            }
            else
            {
                lasts ??= length.Length;
            }
        }

        LocalDateTime? end = null;
        var night = named is { Night: true };
        if (Window(new string(hidden), named, taken) is { } window)
        {
            start = On(window.From, window.Night || night);
            end = start.Value.Date + window.To;
            end = end <= start ? end.Value.PlusDays(1) : end;
            end = dates.Count > 1 && dates[1].Start > window.Middle && dates[1].Date + window.To > start ? dates[1].Date + window.To : end;
        }
        else if (ClockReader.Read(folded) is { Count: > 0 } times)
        {
            start = On(times[0].Time, night || (times[0].Part == DayPart.Night && named is null && times[0].Time.Hour < NightEnds));
            foreach (var time in times)
            {
                taken[time.Start..time.End].Fill(true);
            }
        }

        end ??= start is { } from && lasts is { } by ? from.PlusMinutes((long)by.TotalMinutes) : null;
        return new NamedStretch(named?.Date, start, end, lasts);

        LocalDateTime On(LocalTime time, bool ofNight)
        {
            if (named is { } day)
            {
                return (ofNight && time.Hour < NightEnds ? day.Date.PlusDays(StillThatNight(day.Date) ? 0 : 1) : day.Date) + time;
            }

            var today = now.Date + time;
            return today >= now ? today : today.PlusDays(1);
        }

        // At one in the morning "tonight at two" is an hour off.
        bool StillThatNight(LocalDate day) => day == now.Date && now.Hour < NightEnds - 1;
    }

    private static (LocalTime From, LocalTime To, bool Night, int Middle)? Window(string text, NamedDate? date, Span<bool> taken)
    {
        foreach (Match match in Range().Matches(text))
        {
            string At(string name) => match.Groups[name].Value;
            bool Has(string name) => match.Groups[name].Length > 0;
            var clear = date is not null || Has("am") || Has("bm") || Has("au") || Has("bu") || Has("ap") || Has("bp") || Has("ae") || Has("be") || Has("from") || Has("night");
            var (a, b) = (Number(At("a")), Number(At("b")));
            if (!clear || a is < 0 or > 24 || b is < 0 or > 24)
            {
                continue;
            }

            var (am, bm) = (Has("am") ? int.Parse(At("am")) : At("ah") == "半" ? 30 : 0, Has("bm") ? int.Parse(At("bm")) : At("bh") == "半" ? 30 : 0);
            if (am > 59 || bm > 59)
            {
                continue;
            }

            var (partA, partB) = (DayPartOf(At("ap"), At("ae")), DayPartOf(At("bp"), At("be")));
            var night = (Has("night") || partA == DayPart.Night) && !Has("am");
            var evening = Has("night") || date is { Night: true };
            var from = Turn(a, partA ?? (Has("am") ? null : evening ? DayPart.Night : partB));
            var to = Turn(b, partB);
            if (partA is null && partB is { } && !evening && from >= to && from < 12)
            {
                from += 12;
            }
            else if (partA is null && partB is { } && !evening && from >= to)
            {
                from -= 12;
            }

            // "11 pm to 3", "2 pm to 4", "9 to 5": of both readings the one that ends sooner.
            if (partB is null && b is > 0 and < 12 && !Has("bm") && (to <= from % 24 || from >= 12) && to + 12 > from && to + 12 < 24)
            {
                to += 12;
            }

            taken[match.Index..(match.Index + match.Length)].Fill(true);
            return (new LocalTime(from % 24, am), new LocalTime(to % 24, bm), night || from == 24, match.Index + (match.Length / 2));
        }

        return null;
    }

    private static int Number(string text) => text switch { "midnight" => 0, "noon" => 12, "zero" => 0, _ => Math.Max(Numbers.En(text), Numbers.Zh(text)) };

    private static DayPart? DayPartOf(string zh, string en) => (zh, en) switch
    {
        ("凌晨" or "后半夜", _) => DayPart.SmallHours,
        ("清晨" or "早上" or "上午", _) => DayPart.Morning,
        ("中午", _) => DayPart.Noon,
        ("下午", _) => DayPart.Afternoon,
        ("傍晚", _) => DayPart.Evening,
        ({ Length: > 0 }, _) => DayPart.Night,
        (_, { Length: > 0 }) => en.TrimStart()[0] == 'a' ? DayPart.SmallHours : DayPart.Afternoon,
        _ => null,
    };

    private static int Turn(int hour, DayPart? part) => part switch
    {
        DayPart.SmallHours when hour == 12 => 0,
        DayPart.Noon when hour is >= 1 and <= 2 => hour + 12,
        DayPart.Afternoon when hour is >= 1 and <= 11 => hour + 12,
        DayPart.Evening when hour is >= 4 and <= 11 => hour + 12,
        DayPart.Night when hour is >= 6 and <= 11 => hour + 12,
        DayPart.Night when hour == 12 => 24,
        _ => hour,
    };

    [GeneratedRegex(
        @"(?<night>\b(?:tonight|at night)\b[\s,]*)?(?<from>\bfrom |\bbetween |从)?(?<ap>" + Part + @")?(?<![\d.:/v-])(?<a>" + Hour + @")(?::(?<am>\d{2})(?!\d))?\s*(?<au>点钟?|时|o'clock|h\b|hrs\b)?(?<ah>半)?(?<ae> ?[ap]\.?m\b\.?)?"
        + @"\s*(?:-+|~|到|至|\bto\b|\buntil\b|\btill\b|\band\b|和)\s*(?:第二天|次日|the next day )?(?<bp>" + Part + @")?(?<b>" + Hour + @")(?![\d./-])(?::(?<bm>\d{2})(?!\d))?\s*(?<bu>点钟?|时|o'clock|h\b|hrs\b)?(?<bh>半)?(?<be> ?[ap]\.?m\b\.?)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
