using NodaTime;
using SiteBot.Gate;

namespace SiteBot.Standing;

/// <summary>A release is taken back: from now on nobody may use the version, whatever the directory says.</summary>
public static class WithdrawRelease
{
    /// <summary>Decides. What is not released is nothing to take back.</summary>
    public static StandingDecided Decide(string product, string version, string by, Instant now, Workplace workplace)
    {
        if (workplace.Directory.FindProduct(product) is not { } known)
        {
            return StandingDecided.Refused("release-product", "请写明哪个产品：通讯录里没有。", "Tell which product: the directory has no such.");
        }

        if (StandingRights.ToRelease(known, by, workplace, now) is { } refusal)
        {
            return refusal;
        }

        return workplace.Standing.ReleaseOf(known.Id, version) is { Withdrawn: true } ? StandingDecided.Nothing
            : VersionRegister.Entry(known.Id, version, workplace)?.Status == ReleaseStatus.Unreleased
                ? StandingDecided.Refused("release-none", $"不用撤回：{known.Id} {version} 没有发布。", $"Nothing is to be taken back: {known.Id} {version} is not released.")
                : new StandingEvent.ReleaseWithdrawn(known.Id, version);
    }
}
