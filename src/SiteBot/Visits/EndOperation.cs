using NodaTime;
using SiteBot.Approvals;
using SiteBot.Ledger;

namespace SiteBot.Visits;

/// <summary>The running operation ended: done, rolled back or failed, with what is left open (6.5-4).</summary>
public static class EndOperation
{
    /// <summary>Decides. The same end told again is nothing new.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="run">Which operation of the visit, from 1; null for the one that runs.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="openIssues">What is left, or null.</param>
    /// <param name="endedAt">When, where it is told late; null for now.</param>
    /// <param name="by">Who tells it.</param>
    /// <param name="now">Business time.</param>
    /// <param name="workplace">What decisions may look at.</param>
    public static Decided Decide(
        Visit visit, int? run, OperationOutcome outcome, PrivateText? openIssues, Instant? endedAt, string by, Instant now, Workplace workplace)
    {
        if (RightTo.Act(visit, by, workplace, now) is { } stranger)
        {
            return stranger;
        }

        var number = run ?? visit.Operations.Length;
        if (number < 1 || number > visit.Operations.Length)
        {
            return Decided.Refused("operation-none", "没有在进行的操作；开始时请点“开始”。", "No operation is running; press \"start\" when you begin one.");
        }

        var told = visit.Operations[number - 1];
        if (told.EndedAt is { } ended)
        {
            var at = Windows.SiteTimeText.Say(ConsentStory.ClockOf(visit, workplace, now), ended, now);
            return told.Outcome == outcome && (openIssues is null || openIssues == told.OpenIssues)
                ? Decided.Facts()
                : new Refusal("operation-ended", new Text(
                    $"不用再报：这次操作已于 {at} 结束，结果是{told.Outcome!.Value.Title().Zh}。还有遗留就报“完成情况和遗留问题”。",
                    $"Nothing is left to tell: it ended at {at}, {told.Outcome!.Value.Title().En}. If something is open, tell it with \"completion and open issues\"."));
        }

        return endedAt < told.StartedAt
            ? Decided.Refused("operation-end-before", "请改结束时间：早于开始时间。", "Write another time: it lies before the start.")
            : Decided.Facts(new VisitEvent.OperationEnded(outcome, openIssues)).At(endedAt);
    }
}

/// <summary>How outcomes are called.</summary>
public static class OperationOutcomeText
{
    private static readonly Text Done = new("完成", "done");
    private static readonly Text RolledBack = new("已回退", "rolled back");
    private static readonly Text Failed = new("失败", "failed");

    /// <summary>The words for an outcome, lower case in English.</summary>
    public static Text Title(this OperationOutcome outcome) => outcome switch
    {
        OperationOutcome.Done => Done,
        OperationOutcome.RolledBack => RolledBack,
        _ => Failed,
    };
}
