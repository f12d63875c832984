using NodaTime;
using SiteBot.Gate;

namespace SiteBot.Standing;

/// <summary>A version is released (6.5-6), or exceptionally so under a number: kept by the product's support or an administrator.</summary>
public static class ReleaseVerb
{
    private const int LongestWord = 60;

    /// <summary>Decides. Released so already is nothing new.</summary>
    /// <param name="product">The product's id.</param>
    /// <param name="version">The version, kept exactly as written.</param>
    /// <param name="exceptionalNumber">The number of the exceptional release, or null.</param>
    /// <param name="by">Who tells it.</param>
    /// <param name="now">Business time.</param>
    /// <param name="workplace">Directory and standing facts.</param>
    public static StandingDecided Decide(string product, string version, string? exceptionalNumber, string by, Instant now, Workplace workplace)
    {
        if (workplace.Directory.FindProduct(product) is not { } known)
        {
            return StandingDecided.Refused("release-product", "请写明哪个产品：通讯录里没有。", "Tell which product: the directory has no such.");
        }

        if (StandingRights.ToRelease(known, by, workplace, now) is { } refusal)
        {
            return refusal;
        }

        if (!IsWord(version) || (exceptionalNumber is not null && !IsWord(exceptionalNumber)))
        {
            return StandingDecided.Refused("release-version", "请写版本号（不含空格），异常发布再写编号。", "Write the version, without spaces, and for an exceptional release its number.");
        }

        var entry = VersionRegister.Entry(known.Id, version, workplace);
        var wanted = exceptionalNumber is null ? ReleaseStatus.Released : ReleaseStatus.Exceptional;
        return entry?.Status == wanted && entry.Number == exceptionalNumber
            ? StandingDecided.Nothing
            : new StandingEvent.Released(known.Id, version, exceptionalNumber);
    }

    internal static bool IsWord(string text) => text.Length is > 0 and <= LongestWord && !text.Any(char.IsWhiteSpace);
}
