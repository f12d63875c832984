using NodaTime;
using SiteBot.Approvals;
using SiteBot.Gate.Asking;
using SiteBot.Ledger;

namespace SiteBot.Visits;

/// <summary>Data of the equipment was changed (6.3-9): recorded at once, and a backup from before it is too old from then on.</summary>
public static class RecordDataChange
{
    /// <summary>Decides.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="what">What was changed, from what and to what; asked for where it is missing.</param>
    /// <param name="changedAt">When, where it is told late; null for now.</param>
    /// <param name="by">Who tells it.</param>
    /// <param name="now">Business time.</param>
    /// <param name="workplace">What decisions may look at.</param>
    public static Decided Decide(Visit visit, PrivateText? what, Instant? changedAt, string by, Instant now, Workplace workplace) =>
        RightTo.Tell(visit, by, workplace, now) is { } stranger ? stranger
        : !visit.IsOpen ? AskGate.Ended
        : what is null ? Decided.Refused("data-change-what", "请写明改了什么、从什么改成什么（6.3-9）。", "Write what you changed, from what and to what (6.3-9).")
        : Decided.Facts(new VisitEvent.DataChanged(what)).At(changedAt);
}
