using NodaTime;
using SiteBot.Directory;
using SiteBot.Ledger;
using SiteBot.Visits;

namespace SiteBot.Approvals;

/// <summary>Who gave a consent takes it back, until the operation begins.</summary>
public static class WithdrawConsent
{
    /// <summary>Decides. Taken back already is nothing new.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="request">The request's id.</param>
    /// <param name="scope">The hash of the scope that the card showed.</param>
    /// <param name="reason">Why, or null.</param>
    /// <param name="by">Who takes it back. A consent by mail is taken back by those who have the role, or by who entered it.</param>
    /// <param name="now">Business time.</param>
    /// <param name="workplace">What decisions may look at.</param>
    public static Decided Decide(Visit visit, string request, string scope, PrivateText? reason, string by, Instant now, Workplace workplace)
    {
        if (ConsentRights.Find(visit, request, scope, out var given) is { } unknown)
        {
            return unknown;
        }

        if (!MayWithdraw(given, visit, by, now, workplace))
        {
            return given.AnsweredAt is null
                ? Decided.Refused("consent-not-given", "没有可撤回的：这个申请还没有人同意。", "There is nothing to take back: nobody has consented yet.")
                : new Refusal("consent-not-yours", new Text(
                    $"请让{ConsentStory.Who(given, workplace).Zh}撤回：谁同意的谁才能撤回。",
                    $"Leave it to {ConsentStory.Who(given, workplace).En}: only who gave a consent takes it back."));
        }

        if (given.State == ConsentState.Withdrawn)
        {
            return Decided.Facts();
        }

        if (given.State != ConsentState.Approved)
        {
            return new Refusal("consent-not-given", ConsentStory.Of(given, visit, workplace, now));
        }

        return visit.Operations.Any(run => run.Operation == given.Scope.Operation && (run.EndedAt is null || run.StartedAt >= given.AnsweredAt))
            ? Decided.Refused(
                "operation-started", "太晚了：操作已经开始。要停下来，请马上给工程师打电话。", "It is too late: the operation has begun. Call the engineer at once if it must stop.")
            : Decided.Facts(new VisitEvent.ConsentWithdrawn(request, reason));
    }

    internal static bool MayWithdraw(ConsentRequest given, Visit visit, string by, Instant now, Workplace workplace) =>
        given.AnsweredAt is not null
        && (RightTo.Same(given.AnsweredBy, by)
            || (given.ByMailOf is not null && Approvers.Holders(visit, given.Role, workplace, now).Any(holder => RightTo.Same(holder.Person.Id, by))));
}
