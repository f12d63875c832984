using NodaTime;
using SiteBot.Gate;
using SiteBot.Ledger;

namespace SiteBot.Visits;

/// <summary>How the service at the site runs now (6.5-2, 6.3-10). Whoever sees it may tell it.</summary>
public static class TellServiceState
{
    /// <summary>Decides. The same state is nothing new.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="state">The state.</param>
    /// <param name="what">What was seen, or what was done to restore it.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="by">Who tells it.</param>
    public static Decided Decide(Visit visit, ServiceState state, PrivateText? what, Workplace workplace, string by) =>
        TellingRights.Over(visit) is { } over ? over
        : workplace.Directory.FindPerson(by) is null ? Decided.Refused(
            "state-unknown-person", "请让同事来报：您不在通讯录里。", "Have a colleague tell it: you are not in the directory.")
        : visit.ServiceState == state && (visit.ServiceStateSince is not null || state == ServiceState.Normal) ? Decided.Facts()
        : Decided.Facts(new VisitEvent.ServiceStateTold(state, what));
}
