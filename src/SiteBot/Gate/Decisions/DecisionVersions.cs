using NodaTime;
using SiteBot.Reading;
using SiteBot.Windows;

namespace SiteBot.Gate.Decisions;

/// <summary>By what a decision was made, beside its facts. Texts are named by the lower-case hexadecimal SHA-256 of their content.</summary>
/// <param name="Standard">The code of conduct.</param>
/// <param name="Rules">The gate's rules.</param>
/// <param name="Policy">The policy that held at the site, as the gate saw it.</param>
/// <param name="Directory">The directory.</param>
/// <param name="TimeZoneData">The version of the time zone data, as NodaTime names it.</param>
/// <param name="Program">The version of SiteBot.</param>
public sealed record DecisionVersions(string Standard, string Rules, string Policy, string Directory, string TimeZoneData, string Program)
{
    /// <summary>The version of this program.</summary>
    public static string ThisProgram { get; } = typeof(DecisionVersions).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>The versions in force for a decision on <paramref name="facts"/>.</summary>
    /// <param name="facts">The facts, with the policy in them.</param>
    /// <param name="rules">The gate's rules.</param>
    /// <param name="standard">The content hash of the code of conduct.</param>
    /// <param name="directory">The content hash of the directory.</param>
    public static DecisionVersions InForce(Facts facts, GateRules rules, string standard, string directory) =>
        new(standard, rules.ContentHash, OfPolicy(facts.Site.Policy), directory, IanaZones.Version, ThisProgram);

    /// <summary>The version of a policy: the hash of its text as the facts carry it.</summary>
    public static string OfPolicy(GatePolicy policy) => new SourceFile("", FactsWriter.Write(policy)).ContentHash;

    internal IEnumerable<(Text What, string Version)> Named =>
    [
        (new("规范", "the standard"), Short(Standard)),
        (new("放行规则", "the gate's rules"), Short(Rules)),
        (new("本站点政策", "the site's policy"), Short(Policy)),
        (new("通讯录", "the directory"), Short(Directory)),
        (new("时区数据", "the time zone data"), TimeZoneData),
        (new("程序", "the program"), Program),
    ];

    // Enough of a hash for a person to compare; the whole of it stands in the record.
    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;
}
