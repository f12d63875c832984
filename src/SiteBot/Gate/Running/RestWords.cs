using System.Globalization;
using System.Text.RegularExpressions;

namespace SiteBot.Gate.Running;

/// <summary>"40 more minutes", "还要 40 分钟": how long the running operation still takes. Pure.</summary>
public static partial class RestWords
{
    /// <summary>The minutes that a message tells, or null where it tells none.</summary>
    public static int? Read(string message)
    {
        if (Told().Match(message.Trim()) is not { Success: true } told)
        {
            return null;
        }

        if (told.Groups["half"].Success)
        {
            return 30;
        }

        var count = told.Groups["n"].Value switch
        {
            "一" or "an" or "one" => 1,
            "两" or "two" => 2,
            "三" or "three" => 3,
            var digits => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture),
        };
        return told.Groups["h"].Success ? count * 60 : count;
    }

    [GeneratedRegex(
        @"^(?:操作|割接|升级|这边|我这边)?(?:大概|大约|预计|估计|应该)?(?:(?:还|再)(?:要|需要|需|得|差|剩|有)?|剩下?|还剩下?)(?:大概|大约)?\s*(?:(?<half>半\s*个?\s*(?:小时|钟头))|(?<n>\d{1,4}|[一两三])\s*(?:分钟|分|(?<h>个?\s*(?:小时|钟头))))(?:左右)?(?:才?能)?(?:可以)?(?:完成|做完|结束|搞定|弄完|好)?[。.!！]?$"
        + @"|^(?=.*\b(?:more|another|left|to go|remaining|longer|still|needed|takes?|needs?)\b)(?:(?:it|this|we|i)(?:'ll)? )?(?:(?:will|still|should|about|probably|takes?|needs?|require|requires) )*(?:(?:another|about|some) )*(?:(?<half>half an hour)|(?<n>\d{1,4}|an|one|two|three) (?:more )?(?:min(?:ute)?s?|(?<h>h(?:ou)?rs?|h)))(?: (?:more|left|to go|remaining|longer|needed))?[.!]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Told();
}
