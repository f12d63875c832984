using NodaTime;
using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Reminders;

namespace SiteBot.Visits;

/// <summary>Tells that a duty was done for one of its days or weeks.</summary>
public static class DoDuty
{
    /// <summary>Decides. Done already is nothing new.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="duty">The duty's id.</param>
    /// <param name="occasion">Which one, <c>yyyy-MM-dd</c>; null for the oldest that is owed.</param>
    /// <param name="note">What was done, or null.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="now">When it is told.</param>
    /// <param name="by">Who tells it.</param>
    public static Decided Decide(Visit visit, string duty, string? occasion, PrivateText? note, Workplace workplace, Instant now, string by)
    {
        var setting = VisitSetting.Of(visit, workplace, now);
        var (known, refusal) = DutyRights.Of(setting, duty, by);
        if (known is null)
        {
            return refusal!;
        }

        // A duty that a step meets is told by it: the step asks for what the standard wants to know.
        if (known.Step is { } step && setting.Procedure.FindStep(step) is { } meets)
        {
            return Decided.Refused("duty-by-step", $"请填这一项：{meets.Title.Zh}。", $"Tell this line of the checklist: {meets.Title.En}.");
        }

        var owed = DutyOccasions.Of(setting, known, visit.StartedAt, now + Duration.FromTicks(1)).ToList();
        var wanted = occasion is null ? owed.Find(one => !one.IsDone) : owed.Find(one => one.Occasion == occasion);
        return wanted is null ? Decided.Refused("duty-not-owed", $"现在不用做：{known.Title.Zh}。", $"It is not owed now: {known.Title.En}.")
            : wanted.IsDone ? Decided.Facts()
            : known.Every == Rhythm.Watch && wanted.Reminders[0].At > now ? Decided.Refused(
                "watch-early", $"请到时候再报：这次观察要到 {setting.Clock.Local(wanted.Reminders[0].At):HH:mm}。",
                $"Tell it then: this look is due at {setting.Clock.Local(wanted.Reminders[0].At):HH:mm}.")
            : Decided.Facts(new VisitEvent.DutyDone(duty, wanted.Occasion, note));
    }
}
