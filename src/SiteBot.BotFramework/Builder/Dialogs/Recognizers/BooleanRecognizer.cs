using System.Text.RegularExpressions;
using SiteBot.BotFramework.Builder.Dialogs.Prompts;

namespace SiteBot.BotFramework.Builder.Dialogs.Recognizers;

/// <summary>A yes or a no in a text. The first word that is one counts; at one place the longer word does, so that 不可以 is not 可以.</summary>
internal static partial class BooleanRecognizer
{
    /// <summary>Null where the text says neither.</summary>
    public static bool? Find(string text, string culture)
    {
        var match = (culture == PromptCultureModels.Chinese.Locale ? Chinese() : English()).Match(text);
        return match.Success ? match.Groups["yes"].Success : null;
    }

    [GeneratedRegex(@"\b(?:(?<no>not\s+(?:ok|okay|sure|yet)|false|nope|nop|nah|no|never|disagree)|(?<yes>true|yes|yep|yup|yeah|yea|y|sure|okay|ok|agreed?|correct|confirmed?)|(?<no>n))\b|(?<yes>👍|👌)|(?<no>👎|✋|🖐)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex(@"(?<yes>没问题)|(?<no>不可以|不同意|不是的|不是|不行|不好|不对|不要|不用|没有|没|否定|否|拒绝|不)|(?<yes>可以|同意|确认|确定|是的|是|好的|好|行|对|嗯|要|👍|👌)|(?<no>👎|✋|🖐)", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();
}
