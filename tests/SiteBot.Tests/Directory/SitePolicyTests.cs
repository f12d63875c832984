using NodaTime;
using SiteBot.Directory;

namespace SiteBot.Tests.Directory;

public sealed class SitePolicyTests
{
    [Fact]
    public void Where_nobody_says_the_defaults_hold()
    {
        var policy = Policy("", "", "");
        Assert.Equal(new DayWindow(new LocalTime(0, 0), new LocalTime(6, 0)), policy.NightWindow.Value);
        Assert.Equal(new DayWindow(new LocalTime(22, 0), new LocalTime(6, 0)), policy.EveningWindow.Value);
        Assert.Equal(2, policy.TrafficPeaks.Value.Length);
        Assert.Empty(policy.Freezes);
        Assert.Equal((24, 24, 15, 30, 3), (policy.BackupMaxAgeHours.Value, policy.ReadOnlyBackupMaxAgeHours.Value, policy.AcknowledgeMinutes.Value, policy.SilenceMinutes.Value, policy.WatchDays.Value));
        Assert.Equal(new DayWindow(new LocalTime(8, 30), new LocalTime(18, 0)), policy.CivilHours.Value);
        Assert.Null(policy.OperationsPerNight);
        Assert.Equal(PolicyLevel.Default, policy.WatchDays.Owner.Level);
    }

    [Theory]
    [InlineData("watchDays: 4", "watchDays: 5", "watchDays: 6", 4, PolicyLevel.Site, "S-1")]
    [InlineData("", "watchDays: 5", "watchDays: 6", 5, PolicyLevel.Customer, "CM")]
    [InlineData("", "", "watchDays: 6", 6, PolicyLevel.RegionalOffice, "BJ")]
    [InlineData("", "", "", 3, PolicyLevel.Default, "")]
    public void The_nearest_policy_wins_and_is_named(string site, string customer, string office, int days, PolicyLevel level, string owner)
    {
        var watch = Policy(site, customer, office).WatchDays;
        Assert.Equal((days, level, owner), (watch.Value, watch.Owner.Level, watch.Owner.Id));
    }

    [Fact]
    public void Each_value_finds_its_own_nearest_policy()
    {
        var policy = Policy("watchDays: 4", "silenceMinutes: 10", "nightWindow: {from: \"01:00\", to: \"05:00\"}, watchDays: 9");
        Assert.Equal((PolicyLevel.Site, PolicyLevel.Customer, PolicyLevel.RegionalOffice), (policy.WatchDays.Owner.Level, policy.SilenceMinutes.Owner.Level, policy.NightWindow.Owner.Level));
    }

    [Fact]
    public void An_empty_list_of_peaks_means_that_there_are_none()
    {
        var peaks = Policy("trafficPeaks: []", "", "").TrafficPeaks;
        Assert.Empty(peaks.Value);
        Assert.Equal(PolicyLevel.Site, peaks.Owner.Level);
    }

    [Theory]
    [InlineData("backupMaxAgeHours: 48", "", 48, PolicyLevel.Site)]
    [InlineData("backupMaxAgeHours: 48", "readOnlyBackupMaxAgeHours: 12", 12, PolicyLevel.RegionalOffice)]
    public void The_age_for_read_only_work_is_the_other_one_unless_somebody_says(string site, string office, int hours, PolicyLevel level)
    {
        var age = Policy(site, "", office).ReadOnlyBackupMaxAgeHours;
        Assert.Equal((hours, level), (age.Value, age.Owner.Level));
    }

    [Fact]
    public void Freezes_of_all_levels_add_up_by_their_beginning()
    {
        var policy = Policy(FreezeFrom(7), FreezeFrom(5), FreezeFrom(6));
        Assert.Equal([PolicyLevel.Customer, PolicyLevel.RegionalOffice, PolicyLevel.Site], policy.Freezes.Select(freeze => freeze.Owner.Level));
    }

    private static string FreezeFrom(int day) => $"freezes: [{{from: \"2027-02-0{day}T00:00:00+08:00\", to: \"2027-02-20T00:00:00+08:00\", reason: Spring Festival}}]";

    private static SitePolicy Policy(string site, string customer, string office)
    {
        var text = Small.With("policy: {watchDays: 2}", $"policy: {{{office}}}")
            .Replace("en: Operator}, policy: {}", $"en: Operator}}, policy: {{{customer}}}", StringComparison.Ordinal)
            .Replace("equipment: [", $"policy: {{{site}}}, equipment: [", StringComparison.Ordinal);
        var directory = DirectoryReader.Read("d.yaml", text);
        return directory.PolicyOf(directory.Sites[0]);
    }
}
