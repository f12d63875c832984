using SiteBot.Standard;

namespace SiteBot.Answers;

/// <summary>How an answer says how strictly a provision binds, the standard's or the operator's own.</summary>
internal static class ForceWords
{
    private static readonly Text Must = new("必须", "must");
    private static readonly Text MustNot = new("不得", "must not");
    private static readonly Text Should = new("应当", "should");

    /// <summary>The word.</summary>
    public static Text Of(Force force) => force switch
    {
        Force.Must => Must,
        Force.MustNot => MustNot,
        _ => Should,
    };
}
