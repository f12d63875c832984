using SiteBot.Directory;

namespace SiteBot.Gate;

/// <summary>Whose policy each value is, by its name, so that a reason can say so. No verdict depends on it.</summary>
/// <param name="NightWindow">Of the night window.</param>
/// <param name="EveningWindow">Of the evening window.</param>
/// <param name="TrafficPeaks">Of the peaks.</param>
/// <param name="BackupAge">Of the age of a backup.</param>
/// <param name="ReadOnlyBackupAge">Of its age for a read-only inspection.</param>
/// <param name="Freezes">Of each freeze, in the order of <see cref="GatePolicy.Freezes"/>.</param>
public sealed record PolicyOwners(Text NightWindow, Text EveningWindow, Text TrafficPeaks, Text BackupAge, Text ReadOnlyBackupAge, IReadOnlyList<Text> Freezes)
{
    /// <summary>Whose freeze the one at <paramref name="index"/> is, or null.</summary>
    public Text? OfFreeze(int index) => index >= 0 && index < Freezes.Count ? Freezes[index] : null;

    // Follows "是" and "is".
    internal static Text Policy(Text? owner) =>
        owner is null ? new("本站点的政策", "the site's policy")
        : owner == PolicyOwner.Default.Name ? new("系统默认的政策", "the default policy")
        : new($"{owner.Zh}的政策", $"the policy of {owner.En}");
}
