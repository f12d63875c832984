using System.Globalization;
using System.Text.RegularExpressions;

namespace SiteBot.BotFramework.Builder.Dialogs.Recognizers;

/// <summary>Numbers in digits: <c>-5</c>, <c>1,234.5</c>, and the 5 of <c>5km</c>; not the parts of <c>V5</c> or <c>2.3.4</c>, which are names.</summary>
internal static partial class DigitNumbers
{
    public static IEnumerable<FoundNumber> Find(string text)
    {
        foreach (Match match in Number().Matches(text))
        {
            if (decimal.TryParse(match.ValueSpan, NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
            {
                yield return FoundNumber.At(text, match.Index, match.Length, value);
            }
        }
    }

    [GeneratedRegex(@"(?<![a-z_\d.]|\d,)(?:(?<![\w-])-)?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\.?\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
