using System.Collections.Immutable;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Windows;

namespace SiteBot.Standing;

/// <summary>One thing that holds at a site by policy.</summary>
/// <param name="What">What, in a few words.</param>
/// <param name="Owner">Whose policy it is.</param>
/// <param name="From">Since when or from when; null where it always holds.</param>
/// <param name="Until">Until when, exclusive; null where it holds until somebody changes it.</param>
/// <param name="Freeze">The id of a freeze kept by chat, so that it can be taken back; else null.</param>
public sealed record PolicyLine(Text What, PolicyOwner Owner, Instant? From = null, Instant? Until = null, string? Freeze = null);

/// <summary>What holds at a site where the standard is silent: whose it is, and until when. The nearest of site, customer, regional office and default wins; freezes add up.</summary>
/// <param name="Site">The site's id.</param>
/// <param name="Zone">The zone that its times are told in.</param>
/// <param name="Lines">The windows, the peaks, the ages, the limit of a night, then the freezes that are not over, by their start.</param>
public sealed record PolicySummary(string Site, DateTimeZone Zone, ImmutableArray<PolicyLine> Lines)
{
    /// <summary>What is kept of the site's equipment and what depends on it or it on.</summary>
    public ImmutableArray<Dependency> Dependencies { get; init; } = [];

    /// <summary>What holds at <paramref name="site"/>.</summary>
    public static PolicySummary Of(Site site, Workplace workplace, Instant now)
    {
        var policy = workplace.Directory.PolicyOf(site);
        var lines = ImmutableArray.CreateBuilder<PolicyLine>();
        lines.Add(new(new($"夜间窗口 {Say(policy.NightWindow.Value)}（重大操作）", $"night window {Say(policy.NightWindow.Value)} (major operations)"), policy.NightWindow.Owner));
        lines.Add(new(
            new($"操作窗口 {Say(policy.EveningWindow.Value)}（影响业务的操作）", $"evening window {Say(policy.EveningWindow.Value)} (operations that affect service)"),
            policy.EveningWindow.Owner));
        var peaks = policy.TrafficPeaks.Value.Select(Say).ToList();
        lines.Add(new(
            peaks.Count == 0 ? new("没有话务高峰时段", "no traffic peaks") : new($"话务高峰 {string.Join("、", peaks)}", $"traffic peaks {string.Join(", ", peaks)}"),
            policy.TrafficPeaks.Owner));
        lines.Add(new(
            new($"备份不超过 {policy.BackupMaxAgeHours.Value} 小时", $"a backup no older than {policy.BackupMaxAgeHours.Value} hours"),
            policy.BackupMaxAgeHours.Owner));
        if (policy.ReadOnlyBackupMaxAgeHours != policy.BackupMaxAgeHours)
        {
            lines.Add(new(
                new($"只读操作的备份不超过 {policy.ReadOnlyBackupMaxAgeHours.Value} 小时", $"for read-only work a backup no older than {policy.ReadOnlyBackupMaxAgeHours.Value} hours"),
                policy.ReadOnlyBackupMaxAgeHours.Owner));
        }

        if (policy.OperationsPerNight is { } most)
        {
            lines.Add(new(new($"每晚最多 {most.Value} 项操作", $"at most {most.Value} operations a night"), most.Owner));
        }

        foreach (var freeze in VisitPolicy.Freezes(site, policy, workplace).Where(freeze => freeze.To > now))
        {
            lines.Add(new(
                freeze.Reason is { } why ? new($"封网：{why}", $"change freeze: {why}") : new("封网", "change freeze"),
                freeze.Owner, freeze.From, freeze.To, freeze.Id));
        }

        return new PolicySummary(site.Id, site.Zone, lines.ToImmutable())
        {
            Dependencies = [.. workplace.Standing.Dependencies.Where(one => IsAt(one.Equipment, site) || IsAt(one.On, site))],
        };
    }

    /// <summary>A line as a sentence: what, whose, from and until when by the site's clock.</summary>
    public Text Sentence(PolicyLine line, Instant now)
    {
        var clock = new SiteClock(Zone, now);
        var (zh, en) = (line.From, line.Until) switch
        {
            ({ } from, { } to) => ($"，{clock.Say(from, now)} 至 {clock.Say(to, now)}", $", {clock.Say(from, now)} to {clock.Say(to, now)}"),
            _ => ("", ""),
        };
        var owner = line.Owner.Level == PolicyLevel.Default
            ? new Text("系统默认", "the default")
            : new Text($"{line.Owner.Name.Zh}的政策", $"policy of {line.Owner.Name.En}");
        return new($"{line.What.Zh}{zh}（{owner.Zh}）", $"{line.What.En}{en} ({owner.En})");
    }

    private static bool IsAt(string equipment, Site site) => equipment.StartsWith(site.Id + "/", StringComparison.OrdinalIgnoreCase);

    private static string Say(DayWindow window) => $"{window.From.Hour:00}:{window.From.Minute:00}–{window.To.Hour:00}:{window.To.Minute:00}";
}
