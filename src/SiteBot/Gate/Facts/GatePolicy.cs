using SiteBot.Directory;
using SiteBot.Windows;

namespace SiteBot.Gate;

/// <summary>Where the standard is silent: what the policies of a site, its customer and its regional office come to for the gate. Each property has its own default.</summary>
public sealed record GatePolicy
{
    /// <summary>The policy of a site of which nothing is said.</summary>
    public static GatePolicy Default { get; } = new();

    /// <summary>Where major operations fit; only what lies after midnight counts (6.3-9).</summary>
    /// <exception cref="ArgumentException">It lies wholly before a midnight.</exception>
    public DailyWindow NightWindow
    {
        get;
        init => field = value.LiesBeforeMidnight ? throw new ArgumentException("A night window holds time after midnight.", nameof(value)) : value;
    } = DailyWindow.Of(0, 0, 6, 0);

    /// <summary>Where operations that affect service fit (6.5-5).</summary>
    public DailyWindow EveningWindow { get; init; } = DailyWindow.Of(22, 0, 6, 0);

    /// <summary>The traffic peaks of each day; an empty list means none.</summary>
    public IReadOnlyList<DailyWindow> TrafficPeaks { get; init; } = [DailyWindow.Of(8, 0, 12, 0), DailyWindow.Of(18, 0, 22, 0)];

    /// <summary>The change freezes, in any order.</summary>
    public IReadOnlyList<ChangeFreeze> Freezes { get; init; } = [];

    /// <summary>How old a backup may be, in hours, 1 to 8,760.</summary>
    public int BackupMaxAgeHours { get; init; } = 24;

    /// <summary>How old it may be for a read-only inspection; null means as for all.</summary>
    public int? ReadOnlyBackupMaxAgeHours { get; init; }

    /// <summary>Whose policy each value is; null where that is not known. Not part of the facts' JSON.</summary>
    public PolicyOwners? Owners { get; init; }

    /// <summary>What holds at a site, as the directory merges it.</summary>
    public static GatePolicy From(SitePolicy policy) => new()
    {
        NightWindow = Daily(policy.NightWindow.Value),
        EveningWindow = Daily(policy.EveningWindow.Value),
        TrafficPeaks = [.. policy.TrafficPeaks.Value.Select(Daily)],
        Freezes = [.. policy.Freezes.Select(f => new ChangeFreeze(f.Value.From, f.Value.To, f.Value.Reason))],
        BackupMaxAgeHours = policy.BackupMaxAgeHours.Value,
        ReadOnlyBackupMaxAgeHours = policy.ReadOnlyBackupMaxAgeHours.Value,
        Owners = new PolicyOwners(
            policy.NightWindow.Owner.Name,
            policy.EveningWindow.Owner.Name,
            policy.TrafficPeaks.Owner.Name,
            policy.BackupMaxAgeHours.Owner.Name,
            policy.ReadOnlyBackupMaxAgeHours.Owner.Name,
            [.. policy.Freezes.Select(f => f.Owner.Name)]),
    };

    private static DailyWindow Daily(DayWindow window) => new(window.From, window.To);

    /// <summary>How old a backup may be for an operation of <paramref name="kind"/>, in hours.</summary>
    public int BackupAgeFor(OperationKind kind) => kind == OperationKind.ReadOnly ? ReadOnlyBackupMaxAgeHours ?? BackupMaxAgeHours : BackupMaxAgeHours;

    /// <inheritdoc />
    public bool Equals(GatePolicy? other) =>
        other is not null && NightWindow == other.NightWindow && EveningWindow == other.EveningWindow
        && TrafficPeaks.SequenceEqual(other.TrafficPeaks) && Freezes.SequenceEqual(other.Freezes)
        && BackupMaxAgeHours == other.BackupMaxAgeHours && ReadOnlyBackupMaxAgeHours == other.ReadOnlyBackupMaxAgeHours;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(NightWindow, EveningWindow, TrafficPeaks.Count, Freezes.Count, BackupMaxAgeHours, ReadOnlyBackupMaxAgeHours);
}
