using System.Text.RegularExpressions;

namespace SiteBot.LocalChat.DirectLine;

/// <summary>Teams' <c>&lt;at&gt;Name&lt;/at&gt;</c> as text that Web Chat shows.</summary>
internal static partial class Mentions
{
    /// <summary>Each mention replaced; <c>$1</c> stands for the name.</summary>
    public static string Shown(string text, string replacement) => Tag().Replace(text, replacement);

    [GeneratedRegex("<at[^<>]*>([^<>]*)</at>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
