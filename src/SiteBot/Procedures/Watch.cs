using NodaTime;
using SiteBot.Directory;
using SiteBot.Reminders;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Procedures;

/// <summary>The watch after a cutover (5.4-5): a day at least, since the standard says one to three days; how many of them is the policy of the site.</summary>
internal static class Watch
{
    private static readonly Duration Least = Duration.FromHours(24);

    /// <summary>What a provision's watch still asks for, or null where it asks for nothing.</summary>
    public static Text? Owed(VisitSetting setting, string provision)
    {
        foreach (var duty in setting.Procedure.Duties.Where(duty => duty.Every == Rhythm.Watch && duty.Provisions.Contains(provision) && duty.AppliesIn(setting.ConditionsAt(setting.Now))))
        {
            var owed = DutyOccasions.Of(setting, duty, Instant.MinValue, Instant.MaxValue).Where(occasion => !occasion.IsDone).ToList();
            var least = setting.MomentOf(duty.From) + Least;
            if (owed.Count > 0 || least > setting.Now)
            {
                var (policyZh, policyEn) = Policy(setting);
                var earliest = least is { } end ? setting.Clock.Say(end, setting.Now) : "";
                return new Text(
                    $"请继续值守观察：还差 {owed.Count} 次报告，最早 {earliest} 撤离。规范要求一至三天、不少于 24 小时（{provision}）；{policyZh}。",
                    $"Stay on watch: {owed.Count} more reports are owed, and nobody leaves before {earliest}. The standard asks for one to three days, never under 24 hours ({provision}); {policyEn}.");
            }
        }

        return null;
    }

    private static (string Zh, string En) Policy(VisitSetting setting)
    {
        var owner = setting.Site is { } site ? setting.Directory.PolicyOf(site).WatchDays.Owner : PolicyOwner.Default;
        return ($"{setting.WatchDays} 天是政策（{owner.Name.Zh}）", $"that it is {setting.WatchDays} of them is policy ({owner.Name.En})");
    }
}
