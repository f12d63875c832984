using System.Text.RegularExpressions;
using NodaTime;

namespace SiteBot.Understanding.Times;

/// <summary>Finds how long something takes, or how soon it begins, in folded text: <c>for two hours</c>, <c>90 min</c>, 一个半小时, <c>in half an hour</c>, 两小时后.</summary>
internal static partial class LengthReader
{
    /// <summary>A length that is named.</summary>
    /// <param name="Length">How long.</param>
    /// <param name="FromNow">True where it tells how soon, not how long.</param>
    /// <param name="Start">Where it begins in the folded text.</param>
    /// <param name="End">Where it ends, exclusive.</param>
    internal readonly record struct NamedLength(Duration Length, bool FromNow, int Start, int End);

    /// <summary>The lengths named, in the order in which they stand. What lies in the past (<c>two hours ago</c>) is none.</summary>
    public static IReadOnlyList<NamedLength> Read(string folded)
    {
        var lengths = new List<NamedLength>();
        foreach (Match match in Pattern().Matches(folded))
        {
            var minutes = Minutes(match);
            if (minutes is > 0 and <= 7 * 24 * 60 && match.Groups["past"].Length == 0)
            {
                lengths.Add(new NamedLength(Duration.FromMinutes((long)Math.Round(minutes)), match.Groups["soon"].Length > 0 || match.Groups["later"].Length > 0, match.Index, match.Index + match.Length));
            }
        }

        return lengths;
    }

    private static double Minutes(Match match)
    {
        double Value(string name) => double.TryParse(match.Groups[name].Value, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var digits) ? digits
            : match.Groups[name].Value is "a" or "an" ? 1
            : Math.Max(Numbers.En(match.Groups[name].Value), Numbers.Zh(match.Groups[name].Value));
        bool Has(string name) => match.Groups[name].Length > 0;
        if (Has("half"))
        {
            return 30;
        }

        var sum = Has("h") ? Value("h") * 60 : 0;
        sum += Has("hh") ? 30 : 0;
        return sum + (Has("m") ? Value("m") : 0);
    }

    [GeneratedRegex(
        @"(?<soon>\bin |\bafter )?(?:\bfor |\btakes? |\babout )*(?:"
        + @"(?<half>\bhalf an hour|\bhalf hour|半个?小时|半个?钟头)"
        + @"|(?<h>\b\d{1,2}(?:\.\d)?|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b|[一二两三四五六七八九十]{1,2})(?<hh>个半|\s*(?:and a half))?\s*(?:个)?(?:hours?\b|hrs?\b|h\b|小时|钟头)(?:\s*(?:and)?\s*(?<hh>a half|半)|\s*(?:and)?\s*(?<m>\d{1,2}|thirty|fifteen|twenty|forty|ten|三十|十五|二十|四十|十)\s*(?:minutes?|mins?|m\b|分钟?))?"
        + @"|(?<m>\b\d{1,3}|\b(?:five|ten|fifteen|twenty|thirty|forty|forty[- ]five|fifty|sixty|ninety)\b|[一二两三四五六七八九]?十[一二三四五六七八九]?)[\s-]*(?:minutes?\b|mins?\b|分钟))"
        + @"(?<past>\s*(?:ago\b|以?前|之前))?(?<later>\s*(?:from now|later\b|以?后|之后|过后))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
