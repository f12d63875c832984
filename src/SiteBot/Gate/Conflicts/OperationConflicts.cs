using System.Collections.Immutable;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Windows;

namespace SiteBot.Gate.Conflicts;

/// <summary>In what two operations are in each other's way.</summary>
public enum ConflictKind
{
    /// <summary>Both are on the same equipment.</summary>
    SameEquipment,

    /// <summary>The one's equipment depends on the other's.</summary>
    DependentEquipment,

    /// <summary>Both are at the same site.</summary>
    SameSite,

    /// <summary>Both need the same engineer.</summary>
    EngineerTwice,

    /// <summary>Both need the same escort.</summary>
    EscortTwice,

    /// <summary>Both need the same person of remote support.</summary>
    RemoteSupportTwice,

    /// <summary>The night holds as many operations already as the policy allows.</summary>
    NightFull,
}

/// <summary>A warning. No provision asks for it, so it blocks nothing.</summary>
/// <param name="Kind">In what they are in each other's way.</param>
/// <param name="With">The other operations; one, save for a full night.</param>
/// <param name="Warning">What to do, with the other party's name and times of the asking site.</param>
public sealed record OperationConflict(ConflictKind Kind, ImmutableArray<PlannedOperation> With, Text Warning);

/// <summary>How many operations a night may hold, and whose policy says so.</summary>
/// <param name="Most">As many.</param>
/// <param name="Owner">Whose policy it is; its operations are counted.</param>
public sealed record NightLimit(int Most, PolicyOwner Owner)
{
    internal bool Counts(PlannedOperation operation) => Owner.Level switch
    {
        PolicyLevel.Site => operation.Site == Owner.Id,
        PolicyLevel.Customer => operation.Customer == Owner.Id,
        PolicyLevel.RegionalOffice => operation.Office == Owner.Id,
        _ => true,
    };
}

/// <summary>Finds what else is planned in an operation's stretch that is in its way.</summary>
public static class OperationConflicts
{
    /// <summary>The warnings for <paramref name="planned"/>, by kind and then by time.</summary>
    /// <param name="planned">The operation asked about.</param>
    /// <param name="others">All others that are planned or run; one of the same visit is passed over.</param>
    /// <param name="zone">The zone of the asking site: its nights are counted, its clock is told.</param>
    /// <param name="limit">The policy's limit for a night, or null where it sets none.</param>
    public static ImmutableArray<OperationConflict> Of(PlannedOperation planned, IEnumerable<PlannedOperation> others, DateTimeZone zone, NightLimit? limit = null)
    {
        var clock = new SiteClock(zone, planned.From);
        var found = new List<OperationConflict>();
        var rest = others.Where(o => o.Visit != planned.Visit).OrderBy(o => o.From).ThenBy(o => o.Visit, StringComparer.Ordinal).ToList();
        foreach (var other in rest.Where(planned.Meets))
        {
            var when = clock.SayStretch(other.From, other.To, planned.From);
            Place(planned, other, when, found);
            People(planned, other, when, found);
        }

        if (limit is not null && Night(planned, rest, clock, limit) is { } full)
        {
            found.Add(full);
        }

        return [.. found.OrderBy(c => c.Kind)];
    }

    // Of what is true of the place only the narrowest is said.
    private static void Place(PlannedOperation planned, PlannedOperation other, string when, List<OperationConflict> found)
    {
        var who = other.Engineer.Name;
        if (planned.Equipment is { } equipment && equipment == other.Equipment)
        {
            Add(ConflictKind.SameEquipment, new(
                $"请先与 {who} 商定：同一设备 {equipment.Id} 在 {when} 已安排{other.Name.Zh}。",
                $"Settle it with {who} first: {other.Name.En} is planned on the same equipment {equipment.Id}, {when}."));
        }
        else if (other.Equipment is { } theirs && (planned.Dependents.Contains(theirs) || (planned.Equipment is { } ours && other.Dependents.Contains(ours))))
        {
            Add(ConflictKind.DependentEquipment, new(
                $"请先与 {who} 商定：与本设备相互依赖的 {theirs.Id} 在 {when} 已安排{other.Name.Zh}。",
                $"Settle it with {who} first: {other.Name.En} is planned on {theirs.Id}, which this equipment depends on or which depends on it, {when}."));
        }
        else if (planned.Site == other.Site)
        {
            Add(ConflictKind.SameSite, new(
                $"请先与 {who} 商定：同一站点在 {when} 已安排{other.Name.Zh}。",
                $"Settle it with {who} first: {other.Name.En} is planned at the same site, {when}."));
        }

        void Add(ConflictKind kind, Text warning) => found.Add(new OperationConflict(kind, [other], warning));
    }

    private static void People(PlannedOperation planned, PlannedOperation other, string when, List<OperationConflict> found)
    {
        if (planned.Engineer.IsSameAs(other.Engineer))
        {
            Add(ConflictKind.EngineerTwice, planned.Engineer, new("工程师", "the engineer"));
        }

        if (planned.Escort is { } escort && escort.IsSameAs(other.Escort))
        {
            Add(ConflictKind.EscortTwice, escort, new("陪同人员", "the escort"));
        }

        if (planned.RemoteSupport is { } remote && remote.IsSameAs(other.RemoteSupport))
        {
            Add(ConflictKind.RemoteSupportTwice, remote, new("远程支持", "remote support"));
        }

        void Add(ConflictKind kind, NeededPerson person, Text part) => found.Add(new OperationConflict(kind, [other], new(
            $"请换人或换时间：{part.Zh} {person.Name} 在 {when} 已安排参加 {other.Engineer.Name} 的{other.Name.Zh}（{other.Visit}）。",
            $"Take somebody else or another time: {part.En}, {person.Name}, is booked for {other.Engineer.Name}'s {other.Name.En} ({other.Visit}), {when}.")));
    }

    private static OperationConflict? Night(PlannedOperation planned, List<PlannedOperation> rest, SiteClock clock, NightLimit limit)
    {
        // A night goes from noon to noon, so that what begins before and after midnight is one night's.
        var local = clock.Local(planned.From);
        var evening = local.TimeOfDay >= LocalTime.Noon ? local.Date : local.Date.PlusDays(-1);
        var (from, to) = (clock.At(evening, LocalTime.Noon), clock.At(evening.PlusDays(1), LocalTime.Noon));
        ImmutableArray<PlannedOperation> held = [.. rest.Where(o => limit.Counts(o) && o.From >= from && o.From < to)];
        if (held.Length < limit.Most)
        {
            return null;
        }

        var names = held.Select(o => o.Engineer.Name).Distinct().ToList();
        return new OperationConflict(ConflictKind.NightFull, held, new(
            $"请换一个晚上，或与 {string.Join("、", names)} 商定：{evening.Month:00}-{evening.Day:00} 晚已有 {held.Length} 项操作，{limit.Owner.Name.Zh}的政策最多 {limit.Most} 项。",
            $"Take another night, or settle it with {string.Join(", ", names)}: the night of {evening.Month:00}-{evening.Day:00} holds {held.Length} already, and the policy of {limit.Owner.Name.En} allows {limit.Most}."));
    }
}
