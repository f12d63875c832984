using NodaTime;
using SiteBot.Ledger;
using SiteBot.Visits;

namespace SiteBot.Approvals;

/// <summary>An approver's answer.</summary>
/// <param name="Approved">True for consent.</param>
/// <param name="From">The start of a shorter window, or null for the asked one.</param>
/// <param name="To">The end of a shorter window, or null for the asked one.</param>
/// <param name="Reason">Why not; a remark on a yes.</param>
public sealed record ConsentAnswer(bool Approved, Instant? From = null, Instant? To = null, PrivateText? Reason = null);

/// <summary>Somebody who was asked consents, for the window asked or a shorter one in it, or rejects with a reason (6.5-3). The first answer counts.</summary>
public static class AnswerConsent
{
    /// <summary>Decides. The same answer of the same person again is nothing new.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="request">The request's id, as the card carries it.</param>
    /// <param name="scope">The hash of the scope that the card showed.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="now">Business time.</param>
    /// <param name="workplace">What decisions may look at.</param>
    public static Decided Decide(Visit visit, string request, string scope, ConsentAnswer answer, string by, Instant now, Workplace workplace)
    {
        if (ConsentRights.Find(visit, request, scope, out var asked) is { } unknown)
        {
            return unknown;
        }

        if (ConsentRights.ToAnswer(asked, visit, by, now, workplace) is { } refusal)
        {
            return refusal;
        }

        if (asked.State != ConsentState.Open)
        {
            return IsSame(asked, answer, by) ? Decided.Facts() : new Refusal("consent-answered", Told(ConsentStory.Of(asked, visit, workplace, now)));
        }

        if (!visit.IsOpen)
        {
            return Decided.Refused("visit-ended", "不用答复了：这次现场服务已经结束。", "Nothing is left to answer: this visit is over.");
        }

        if (asked.Scope.To <= now)
        {
            return Decided.Refused(
                "window-over", "太晚了：要同意的窗口已经结束，请让工程师改时间后重新申请。", "It is too late: the window asked for is over. Have the engineer set another and ask again.");
        }

        if (!answer.Approved)
        {
            return answer.Reason is null
                ? Decided.Refused("consent-reason", "请写明为什么不同意，工程师要据此改。", "Write why not: the engineer goes by it.")
                : Decided.Facts(new VisitEvent.ConsentAnswered(request, false, null, null, answer.Reason));
        }

        return Shorter(asked, answer, visit, now, workplace) is { } wrong
            ? wrong
            : Decided.Facts(new VisitEvent.ConsentAnswered(
                request, true, answer.From == asked.Scope.From ? null : answer.From, answer.To == asked.Scope.To ? null : answer.To, answer.Reason));
    }

    private static Refusal? Shorter(ConsentRequest asked, ConsentAnswer answer, Visit visit, Instant now, Workplace workplace)
    {
        var (from, to) = (answer.From ?? asked.Scope.From, answer.To ?? asked.Scope.To);
        var clock = ConsentStory.ClockOf(visit, workplace, now);
        string Say(Instant at) => Windows.SiteTimeText.Say(clock, at, now);
        if (from < asked.Scope.From || to > asked.Scope.To || from >= to || to <= now)
        {
            return new Refusal("consent-window", new Text(
                $"请在申请的窗口内选：{Say(asked.Scope.From)} 至 {Say(asked.Scope.To)}，结束要晚于开始和现在。",
                $"Choose within the window asked for, {Say(asked.Scope.From)} to {Say(asked.Scope.To)}, ending after it begins and after now."));
        }

        var needed = visit.Plan.DurationMinutes is { } minutes && (from, to) != (asked.Scope.From, asked.Scope.To) ? Duration.FromMinutes(minutes) : Duration.Zero;
        return to - from >= needed ? null : new Refusal("consent-window-short", new Text(
            $"请留够 {visit.Plan.DurationMinutes} 分钟，或者拒绝：操作连回退要这么久。",
            $"Leave at least {visit.Plan.DurationMinutes} minutes, or reject it: the operation takes that long, a rollback included."));
    }

    private static bool IsSame(ConsentRequest asked, ConsentAnswer answer, string by) =>
        RightTo.Same(asked.AnsweredBy, by) && asked.State == (answer.Approved ? ConsentState.Approved : ConsentState.Rejected)
        && (!answer.Approved || (asked.Granted.From == (answer.From ?? asked.Scope.From) && asked.Granted.To == (answer.To ?? asked.Scope.To)));

    private static Text Told(Text story) => new($"不用再答复了：{story.Zh}", $"Nothing is left to answer: {Lower(story.En)}");

    // A sentence goes on in lower case, save where it begins with a name.
    private static string Lower(string sentence) =>
        sentence.StartsWith("It ", StringComparison.Ordinal) || sentence.StartsWith("Nobody ", StringComparison.Ordinal) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
}
