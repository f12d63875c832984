using NodaTime;

namespace SiteBot.Visits;

/// <summary>Puts a duty's reminder off. It stays owed and still lapses when it lapses.</summary>
public static class SnoozeDuty
{
    private static readonly Duration Longest = Duration.FromDays(3);

    /// <summary>Decides. The same moment is nothing new.</summary>
    public static Decided Decide(Visit visit, string duty, Instant until, Workplace workplace, Instant now, string by)
    {
        var (known, refusal) = DutyRights.Of(VisitSetting.Of(visit, workplace, now), duty, by);
        return known is null ? refusal!
            : until <= now ? Decided.Refused("snooze-past", "请写以后的时间。", "Write a time that lies ahead.")
            : until > now + Longest ? Decided.Refused("snooze-long", "最多推迟三天，请改近一些。", "Three days is the most: write an earlier time.")
            : visit.Duties.GetValueOrDefault(duty)?.SnoozedUntil == until ? Decided.Facts()
            : Decided.Facts(new VisitEvent.ReminderSnoozed(duty, until));
    }
}
