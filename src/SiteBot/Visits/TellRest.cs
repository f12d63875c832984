using NodaTime;
using SiteBot.Approvals;

namespace SiteBot.Visits;

/// <summary>The running operation still takes so many minutes: where they do not fit its window, the engineer hears it at once.</summary>
public static class TellRest
{
    private const int Most = 43_200;

    /// <summary>Decides.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="minutes">What is left, a rollback included.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="now">Business time.</param>
    /// <param name="by">Who tells it.</param>
    public static Decided Decide(Visit visit, int minutes, Workplace workplace, Instant now, string by) =>
        RightTo.Act(visit, by, workplace, now) is { } stranger ? stranger
        : visit.Running is null ? Decided.Refused("operation-none", "没有在进行的操作；开始时请点“开始”。", "No operation is running; press \"start\" when you begin one.")
        : minutes is < 0 or > Most ? Decided.Refused("rest-minutes", "请写还要多少分钟。", "Write how many minutes are left.")
        : Decided.Facts(new VisitEvent.RestTold(minutes));
}
