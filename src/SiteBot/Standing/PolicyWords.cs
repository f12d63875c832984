using System.Text.RegularExpressions;
using SiteBot.Directory;

namespace SiteBot.Standing;

/// <summary>"Which policy holds here", "这里按什么规定", "policy of BJ-077": the question what holds at a site where the standard is silent. Pure.</summary>
public static partial class PolicyWords
{
    /// <summary>True where a message asks it; <paramref name="site"/> is the site that it names, null for the one where the person is.</summary>
    public static bool Ask(string message, CompanyDirectory directory, out Site? site)
    {
        site = null;
        var typed = message.Trim().TrimStart('/').TrimEnd('?', '？', '.', '。', '!', '！', ' ');
        if (typed.Length > 100 || Question().Match(typed) is not { Success: true } asked)
        {
            return false;
        }

        var words = asked.Groups["site"].Value.Trim(' ', '：', ':', '，', ',');
        if (words.Length == 0 || Here().IsMatch(words))
        {
            return true;
        }

        var owners = FreezeOwner.Named(words, directory).Where(owner => owner.Of.StartsWith("site/", StringComparison.Ordinal)).ToList();
        site = owners is [var only] ? directory.FindSite(only.Of["site/".Length..]) : null;
        return site is not null;
    }

    [GeneratedRegex(
        @"^(?:(?:which|what) (?:site )?(?:policy|policies|rules?)(?: of ours)? (?:holds?|apply|applies|counts?|is in force|are in force|do we have|is it)(?: (?:at|for|in|on))?(?<site>.*)"
        + @"|(?:show (?:me )?)?(?:the )?(?:site(?:'s)? )?polic(?:y|ies)(?: (?:of|for|at|in|that holds?|that apply|that applies))?(?<site>.*)"
        + @"|(?<site>.*?)(?:现在|目前)?(?:的)?(?:是|按|按照|执行|适用|用|有)?(?:什么|哪个|哪些|哪条|怎样的|谁的)(?:站点)?(?:政策|策略|规定)(?:有效|生效|适用|来的|办)?"
        + @"|(?:查看|看一?下|显示)?(?<site>.*?)(?:的)?(?:站点)?(?:政策|策略)(?:是什么|有哪些)?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Question();

    [GeneratedRegex(@"^(?:here|now|here now|this site|our site|at this site|at here|the site|these nights|tonight|这里|这儿|此处|本站|本站点|这个站点|这个站|该站点|今晚|我们站|当前站点|现在)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Here();
}
