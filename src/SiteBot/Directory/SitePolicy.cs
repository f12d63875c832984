using System.Collections.Immutable;
using NodaTime;

namespace SiteBot.Directory;

/// <summary>Who may write a policy, the nearest to a site last.</summary>
public enum PolicyLevel
{
    /// <summary>What SiteBot ships with.</summary>
    Default,
    RegionalOffice,
    Customer,
    Site,
}

/// <summary>Whose policy it is, so that a reason can say so.</summary>
/// <param name="Level">The level.</param>
/// <param name="Id">The id of the site, customer or regional office; empty for the defaults.</param>
/// <param name="Name">Its name.</param>
public sealed record PolicyOwner(PolicyLevel Level, string Id, Text Name)
{
    /// <summary>The defaults, where nobody says otherwise.</summary>
    public static PolicyOwner Default { get; } = new(PolicyLevel.Default, "", new Text("系统默认", "the default"));
}

/// <summary>A value of a policy and whose it is.</summary>
public sealed record Owned<T>(T Value, PolicyOwner Owner);

/// <summary>
/// What holds at one site: of each property the nearest value of site, customer, regional office and defaults; of freezes all. None of it is the standard's:
/// where the standard is silent, this is local policy, and a reason says whose.
/// </summary>
public sealed record SitePolicy(
    Owned<DayWindow> NightWindow,
    Owned<DayWindow> EveningWindow,
    Owned<ImmutableArray<DayWindow>> TrafficPeaks,
    ImmutableArray<Owned<Freeze>> Freezes,
    Owned<int> BackupMaxAgeHours,
    Owned<int> ReadOnlyBackupMaxAgeHours,
    Owned<int> AcknowledgeMinutes,
    Owned<int> SilenceMinutes,
    Owned<int> WatchDays,
    Owned<DayWindow> CivilHours,
    Owned<int>? OperationsPerNight)
{
    private static readonly DayWindow Night = new(LocalTime.Midnight, new LocalTime(6, 0));
    private static readonly DayWindow Evening = new(new LocalTime(22, 0), new LocalTime(6, 0));
    private static readonly DayWindow Civil = new(new LocalTime(8, 30), new LocalTime(18, 0));

    private static readonly ImmutableArray<DayWindow> Peaks =
        [new(new LocalTime(8, 0), new LocalTime(12, 0)), new(new LocalTime(18, 0), new LocalTime(22, 0))];

    /// <summary>Merges the policies of a site, its customer and its regional office.</summary>
    public static SitePolicy Merge(Site site, Customer customer, RegionalOffice office) => Merge(
        (site.Policy, new PolicyOwner(PolicyLevel.Site, site.Id, site.Name)),
        (customer.Policy, new PolicyOwner(PolicyLevel.Customer, customer.Id, customer.Name)),
        (office.Policy, new PolicyOwner(PolicyLevel.RegionalOffice, office.Id, office.Name)));

    // The nearest stands first.
    private static SitePolicy Merge(params ReadOnlySpan<(PolicyValues Values, PolicyOwner Owner)> levels)
    {
        var backup = Nearest(levels, values => values.BackupMaxAgeHours) ?? ByDefault(24);
        return new SitePolicy(
            NearestWindow(levels, values => values.NightWindow, Night),
            NearestWindow(levels, values => values.EveningWindow, Evening),
            Nearest(levels, values => values.TrafficPeaks) ?? ByDefault(Peaks),
            AllFreezes(levels),
            backup,
            Nearest(levels, values => values.ReadOnlyBackupMaxAgeHours) ?? backup,
            Nearest(levels, values => values.AcknowledgeMinutes) ?? ByDefault(15),
            Nearest(levels, values => values.SilenceMinutes) ?? ByDefault(30),
            Nearest(levels, values => values.WatchDays) ?? ByDefault(3),
            NearestWindow(levels, values => values.CivilHours, Civil),
            Nearest(levels, values => values.OperationsPerNight));
    }

    private static Owned<T>? Nearest<T>(ReadOnlySpan<(PolicyValues Values, PolicyOwner Owner)> levels, Func<PolicyValues, T?> of)
        where T : struct
    {
        foreach (var (values, owner) in levels)
        {
            if (of(values) is { } value)
            {
                return new Owned<T>(value, owner);
            }
        }

        return null;
    }

    private static Owned<DayWindow> NearestWindow(
        ReadOnlySpan<(PolicyValues Values, PolicyOwner Owner)> levels, Func<PolicyValues, DayWindow?> of, DayWindow otherwise)
    {
        foreach (var (values, owner) in levels)
        {
            if (of(values) is { } value)
            {
                return new Owned<DayWindow>(value, owner);
            }
        }

        return ByDefault(otherwise);
    }

    private static ImmutableArray<Owned<Freeze>> AllFreezes(ReadOnlySpan<(PolicyValues Values, PolicyOwner Owner)> levels)
    {
        var freezes = new List<Owned<Freeze>>();
        foreach (var (values, owner) in levels)
        {
            freezes.AddRange(values.Freezes.Select(freeze => new Owned<Freeze>(freeze, owner)));
        }

        return [.. freezes.OrderBy(freeze => freeze.Value.From)];
    }

    private static Owned<T> ByDefault<T>(T value) => new(value, PolicyOwner.Default);
}
