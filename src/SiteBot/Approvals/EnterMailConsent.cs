using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Ledger;
using SiteBot.Visits;

namespace SiteBot.Approvals;

/// <summary>A consent that came by e-mail is entered (6.5-3): it counts as written, and who entered it stands beside it. What was only said is no mail.</summary>
public static class EnterMailConsent
{
    /// <summary>Decides.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="role">Whose consent.</param>
    /// <param name="givenBy">Who wrote the mail, by name.</param>
    /// <param name="file">The hash of the mail or its picture, or null.</param>
    /// <param name="by">Who enters it; the visit's lead may.</param>
    /// <param name="now">Business time.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="unique">What makes its id unique within the visit.</param>
    public static Decided Decide(
        Visit visit, ApproverRole role, PrivateText? givenBy, string? file, string by, Instant now, Workplace workplace, string unique)
    {
        if (RightTo.Act(visit, by, workplace, now) is { } stranger)
        {
            return stranger;
        }

        if (!visit.IsOpen)
        {
            return AskGate.Ended;
        }

        if (PlannedScope.Of(visit.Plan) is not { } scope)
        {
            var lacks = PlannedScope.Lacks(visit.Plan).Titles();
            return Decided.Refused("plan-incomplete", $"请先补全计划：{lacks.Zh}。同意是针对它们给的。", $"Complete the plan first: {lacks.En}. The consent is given for exactly that.");
        }

        if (Wire.Read<OperationKind>(scope.Operation) is not { } kind || !AskConsents.RolesFor(kind, workplace.Gate).Contains(role))
        {
            return Decided.Refused(
                "consent-not-needed", $"不用录入：这个操作不需要{role.Title().Zh}的同意。", $"Nothing is to be entered: this operation needs no consent of {role.Title().En}.");
        }

        if (scope.To <= now)
        {
            return Decided.Refused("window-over", "请先定新的时间窗口：计划的窗口已经过了。", "Set a new window first: the planned one is over.");
        }

        return (Answered(visit, role, scope, workplace, now) ?? Giver(visit, role, givenBy, workplace, now)) is { } refusal
            ? refusal
            : Decided.Facts(new VisitEvent.ConsentByMail($"{unique}.mail", role, scope, givenBy!, file));
    }

    // A no on record is settled with who said it, not by a mail of somebody else.
    private static Refusal? Answered(Visit visit, ApproverRole role, WorkScope scope, Workplace workplace, Instant now) =>
        visit.Consents.Where(request => request.Role == role && request.Scope == scope && request.AnsweredAt is not null).OrderBy(request => request.AnsweredAt).LastOrDefault() switch
        {
            { State: ConsentState.Approved } given => new Refusal("consent-given", ConsentStory.Of(given, visit, workplace, now)),
            { State: ConsentState.Rejected } rejected => new Refusal("consent-rejected", new Text(
                $"请与对方商定后重新征求：{ConsentStory.Of(rejected, visit, workplace, now).Zh}", $"Settle it and ask again: {ConsentStory.Of(rejected, visit, workplace, now).En}")),
            _ => null,
        };

    private static Refusal? Giver(Visit visit, ApproverRole role, PrivateText? givenBy, Workplace workplace, Instant now)
    {
        if (givenBy?.Value is not { } name)
        {
            return new Refusal("consent-mail-who", new Text("请写明邮件是谁发的。", "Tell who wrote the mail."));
        }

        // Somebody outside the directory may be a superior; somebody in it has the role or has not.
        if (workplace.Directory.People.FirstOrDefault(person => IsNamed(person, name)) is not { } giver)
        {
            return null;
        }

        if (RightTo.Same(giver.Id, visit.Lead))
        {
            return Approvers.Of(visit, role, visit.Lead, workplace, now).IsEmpty
                ? Approvers.Nobody(visit, role, workplace, now)
                : new Refusal("consent-own", new Text(
                    $"请向其他人征求：{giver.Name.Zh}负责这次操作，不能同意自己的操作。",
                    $"Ask somebody else: {giver.Name.En} leads this visit, and nobody consents to work of their own."));
        }

        return Approvers.Holders(visit, role, workplace, now).Any(holder => holder.Person.Id == giver.Id)
            ? null
            : new Refusal("consent-mail-role", new Text(
                $"请取得{role.Title().Zh}的邮件：{giver.Name.Zh}不是。", $"Get the mail of {role.Title().En}: {giver.Name.En} is not."));
    }

    private static bool IsNamed(Person person, string name) =>
        new[] { person.Id, person.Name.Zh, person.Name.En }.Any(known => string.Equals(known.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase));
}
