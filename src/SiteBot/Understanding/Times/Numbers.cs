namespace SiteBot.Understanding.Times;

/// <summary>Small numbers written in digits or words.</summary>
internal static class Numbers
{
    private static readonly string[] Ones =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty"];

    /// <summary>An English number up to 59, or digits; -1 for anything else.</summary>
    public static int En(string text)
    {
        if (int.TryParse(text, out var digits))
        {
            return digits;
        }

        var sum = -1;
        foreach (var word in text.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            var one = Array.IndexOf(Ones, word);
            var ten = Array.IndexOf(Tens, word);
            if (word is "o" or "oh")
            {
                sum = 0;
            }
            else if (ten < 2 && one < 0)
            {
                return -1;
            }
            else
            {
                sum = Math.Max(sum, 0) + (ten >= 2 ? ten * 10 : one);
            }
        }

        return sum;
    }

    /// <summary>A Chinese number up to 99, or digits; -1 for anything else.</summary>
    public static int Zh(string text)
    {
        if (text.Length == 0)
        {
            return -1;
        }

        if (int.TryParse(text, out var digits))
        {
            return digits;
        }

        var (sum, last) = (0, -1);
        foreach (var c in text)
        {
            var value = "零一二三四五六七八九".IndexOf(c switch { '〇' => '零', '两' => '二', _ => c }, StringComparison.Ordinal);
            if (value >= 0)
            {
                last = last > 0 && value >= 0 && !text.Contains('十', StringComparison.Ordinal) ? (last * 10) + value : value;
            }
            else if (c == '十')
            {
                sum = (last < 0 ? 1 : last) * 10;
                last = 0;
            }
            else if (c == '廿')
            {
                (sum, last) = (20, 0);
            }
            else
            {
                return -1;
            }
        }

        return sum + Math.Max(last, 0);
    }
}
