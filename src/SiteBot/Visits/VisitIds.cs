using NodaTime;

namespace SiteBot.Visits;

/// <summary>Names visits so that people can say them: site, day, running number.</summary>
public static class VisitIds
{
    /// <summary>An id such as <c>BJ-042-0311-1</c>.</summary>
    /// <param name="site">The site's id.</param>
    /// <param name="day">The site's local day of the work.</param>
    /// <param name="known">Ids that are taken, as far as the caller knows.</param>
    /// <param name="unique">What makes it unique against those that the caller does not know (ended visits, another host): letters or digits; empty for nothing.</param>
    public static string New(string site, LocalDate day, IEnumerable<string> known, string unique = "")
    {
        var stem = $"{site}-{day.Month:00}{day.Day:00}-";
        var last = known.Where(id => id.StartsWith(stem, StringComparison.OrdinalIgnoreCase)).Select(id => NumberIn(id.AsSpan(stem.Length))).DefaultIfEmpty(0).Max();
        return $"{stem}{last + 1}{unique}";
    }

    private static int NumberIn(ReadOnlySpan<char> rest)
    {
        var digits = 0;
        while (digits < rest.Length && digits < 6 && char.IsAsciiDigit(rest[digits]))
        {
            digits++;
        }

        return digits == 0 ? 0 : int.Parse(rest[..digits], System.Globalization.CultureInfo.InvariantCulture);
    }
}
