using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Visits;

/// <summary>Who will be late has phoned ahead, obtained the customer's understanding and agreed a new time (6.3-2, 5.1-2).</summary>
public static class MoveAppointment
{
    /// <summary>Decides. The same time is nothing new.</summary>
    public static Decided Decide(Visit visit, Instant to, PrivateText? why, Workplace workplace, Instant now, string by)
    {
        if (TellingRights.ToAct(VisitSetting.Of(visit, workplace, now), by) is { } refusal)
        {
            return refusal;
        }

        return visit.IsOnSite ? Decided.Refused("appointment-on-site", "不用改约：你已经到场。", "There is nothing to move: you are at the site.")
            : to <= now ? Decided.Refused("appointment-past", "请写新的约定时间：它要在将来。", "Write the new time: it must lie ahead.")
            : to == (visit.Appointment ?? visit.Plan.From) ? Decided.Facts()
            : Decided.Facts(new VisitEvent.AppointmentMoved(to, why));
    }
}
