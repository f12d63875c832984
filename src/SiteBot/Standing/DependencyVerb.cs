using NodaTime;
using SiteBot.Directory;

namespace SiteBot.Standing;

/// <summary>One piece of equipment depends on another, so that work on both at once is warned of. The directory has no word for it: it is kept by the support of either product or an administrator.</summary>
public static class DependencyVerb
{
    private const int Most = 2000;

    /// <summary>Decides. Kept already is nothing new.</summary>
    /// <param name="equipment">What depends: <c>BJ-077/BSC-2</c>.</param>
    /// <param name="on">On what: <c>BJ-042/MSC-1</c>.</param>
    /// <param name="by">Who tells it.</param>
    /// <param name="now">Business time.</param>
    /// <param name="workplace">Directory and standing facts.</param>
    public static StandingDecided Decide(string equipment, string on, string by, Instant now, Workplace workplace)
    {
        if (PlacedEquipment.Find(equipment, workplace.Directory) is not { } what || PlacedEquipment.Find(on, workplace.Directory) is not { } onWhat)
        {
            return StandingDecided.Refused("dependency-equipment", "请写通讯录里的两台设备，如：BSC-2 依赖 MSC-1。", "Name two pieces of equipment of the directory, such as: BSC-2 depends on MSC-1.");
        }

        if (StandingRights.ToDepend(what, onWhat, by, workplace, now) is { } refusal)
        {
            return refusal;
        }

        if (what.Of == onWhat.Of)
        {
            return StandingDecided.Refused("dependency-itself", "请写两台不同的设备。", "Name two different pieces of equipment.");
        }

        return workplace.Standing.Dependencies.Any(known => known.Equipment == what.Of && known.On == onWhat.Of) ? StandingDecided.Nothing
            : workplace.Standing.Dependencies.Length >= Most
                ? StandingDecided.Refused("dependency-many", $"请先撤销不用的：最多 {Most} 条依赖。", $"Take back some that hold no more: {Most} dependencies are kept at most.")
                : new StandingEvent.DependencyTold(what.Of, onWhat.Of);
    }

    /// <summary>Takes one back. Taken back already is nothing new.</summary>
    public static StandingDecided Withdraw(string equipment, string on, string by, Instant now, Workplace workplace)
    {
        if (workplace.Standing.Dependencies.FirstOrDefault(known => known.Equipment == equipment && known.On == on) is not { } kept)
        {
            return StandingDecided.Nothing;
        }

        // What left the directory is an administrator's alone.
        return StandingRights.ToDepend(PlacedEquipment.Find(kept.Equipment, workplace.Directory), PlacedEquipment.Find(kept.On, workplace.Directory), by, workplace, now) is { } refusal
            ? refusal
            : new StandingEvent.DependencyWithdrawn(kept.Equipment, kept.On);
    }
}
