using NodaTime;

namespace SiteBot.Standing;

/// <summary>A freeze kept by chat is taken back. One of the directory file is changed there.</summary>
public static class ThawVerb
{
    /// <summary>Decides. Taken back already is nothing new.</summary>
    public static StandingDecided Decide(string id, string by, Instant now, Workplace workplace)
    {
        if (workplace.Standing.Freezes.FirstOrDefault(freeze => freeze.Id == id) is not { } freeze)
        {
            return StandingDecided.Nothing;
        }

        var owner = FreezeOwner.Find(freeze.Of, workplace.Directory) ?? new FreezeOwner(freeze.Of, Text.Same(freeze.Of), DateTimeZone.Utc, []);
        return StandingRights.ToFreeze(owner, by, workplace, now) is { } refusal ? refusal : new StandingEvent.Thawed(id);
    }
}
