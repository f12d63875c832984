using NodaTime;

namespace SiteBot.Visits;

/// <summary>The engineer is back at the site.</summary>
public static class ReturnToSite
{
    /// <summary>Decides. There already is nothing new.</summary>
    public static Decided Decide(Visit visit, Workplace workplace, Instant now, string by) =>
        TellingRights.ToAct(VisitSetting.Of(visit, workplace, now), by) is { } refusal ? refusal
        : visit.IsOnSite ? Decided.Facts()
        : visit.Left is null ? Decided.Refused("return-never-there", "请先报到场。", "Tell me first that you arrived.")
        : Decided.Facts(new VisitEvent.Arrived());
}
