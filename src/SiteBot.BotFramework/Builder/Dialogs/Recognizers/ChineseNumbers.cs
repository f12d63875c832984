using System.Globalization;
using System.Text.RegularExpressions;

namespace SiteBot.BotFramework.Builder.Dialogs.Recognizers;

/// <summary>Numbers in Chinese numerals, <c>一百二十三</c>, <c>两千三</c>, <c>三点五</c>, <c>二〇二四</c>, or digits with them, <c>1.5万</c>. Ordinals too: <c>第二</c>.</summary>
internal static partial class ChineseNumbers
{
    private const string Digits = "零一二三四五六七八九";

    public static IEnumerable<FoundNumber> Find(string text) =>
        Number().Matches(text).Select(match => FoundNumber.At(text, match.Index, match.Length, Read(match)));

    /// <summary><c>第二</c>, <c>第2</c>, <c>第十二</c>.</summary>
    public static IEnumerable<FoundNumber> FindOrdinals(string text)
    {
        foreach (Match match in Ordinal().Matches(text))
        {
            var number = NumberRecognizer.Find(match.Groups["number"].Value, Prompts.PromptCultureModels.Chinese.Locale);
            if (number is [var only])
            {
                yield return FoundNumber.At(text, match.Index, match.Length, only.Value);
            }
        }
    }

    private static decimal Read(Match match)
    {
        var value = Whole(match.Groups["whole"].Value);
        decimal place = 1;
        foreach (var digit in match.Groups["fraction"].Value)
        {
            place /= 10;
            value += Digit(digit) * place;
        }

        return match.Groups["sign"].Success ? -value : value;
    }

    /// <summary>
    /// Below 万 a digit counts its unit; 万 and 亿 count all before them. A last digit with no unit takes the next smaller one, as people say it:
    /// 两千三 is 2,300; after 零 it is itself. Digits in a row are read as digits.
    /// </summary>
    private static decimal Whole(string numerals)
    {
        decimal total = 0;
        decimal section = 0;
        decimal? pending = null;
        decimal unitBefore = 1;
        foreach (var word in Part().Matches(numerals).Select(part => part.Value))
        {
            switch (word)
            {
                case "十" or "百" or "千":
                    var unit = word == "十" ? 10 : word == "百" ? 100 : 1_000;
                    section += (pending ?? 1) * unit;
                    (pending, unitBefore) = (null, unit);
                    break;
                case "万" or "亿":
                    var scale = word == "万" ? 10_000 : 100_000_000;
                    total = scale > 10_000 ? (total + section + (pending ?? 0)) * scale : total + ((section + (pending ?? 0)) * scale);
                    (section, pending, unitBefore) = (0, null, scale);
                    break;
                default:
                    var digit = word.Length == 1 && !char.IsAsciiDigit(word[0]) ? Digit(word[0]) : decimal.Parse(word, CultureInfo.InvariantCulture);
                    unitBefore = digit == 0 || pending is not null ? 1 : unitBefore;
                    pending = ((pending ?? 0) * 10) + digit;
                    break;
            }
        }

        return total + section + ((pending ?? 0) * (unitBefore > 1 && pending < 10 ? unitBefore / 10 : 1));
    }

    private static int Digit(char numeral) => numeral switch
    {
        '〇' => 0,
        '两' => 2,
        _ => Digits.IndexOf(numeral, StringComparison.Ordinal),
    };

    [GeneratedRegex(@"(?<sign>负)?(?<whole>(?:[零〇一二两三四五六七八九十]|(?<![a-z_\d.])\d+(?:\.\d+)?[十百千万亿])(?:[零〇一二两三四五六七八九十百千万亿]|(?<=[十百千万亿])\d+)*)(?:点(?<fraction>[零〇一二三四五六七八九]+))?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"[十百千万亿]|[零〇一二两三四五六七八九]|[\d.]+", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"第\s*(?<number>[零〇一二两三四五六七八九十百千]+|\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();
}
