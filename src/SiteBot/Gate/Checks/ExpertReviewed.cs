namespace SiteBot.Gate.Checks;

/// <summary>5.5-1: an expert reviews an operation that the engineer is not sure of.</summary>
internal sealed class ExpertReviewed : ICheck
{
    private static readonly Finding Sure = Finding.NotApplicable(new("你对操作有把握，不需要专家审核。", "You are sure of the operation; no review is needed."));

    private static readonly Finding Approved = Finding.Pass(new("专家已审核通过。", "An expert has reviewed and approved it."));

    private static readonly Finding Rejected = Finding.Fail(new(
        "请按专家意见修改方案后再送审：审核未通过（5.5-1）。",
        "Change the plan as the expert says and ask again: the review rejected it (5.5-1)."));

    private static readonly Finding Absent = Finding.Missing(new(
        "请专家审核，或确认你对操作有把握：没有把握的操作须经审核（5.5-1）。",
        "Ask an expert to review it, or say that you are sure of it: an operation you are unsure of needs a review (5.5-1)."));

    private static readonly Finding Incomplete = Finding.Missing(new(
        "请补全审核结论、审核人和时间；不能是将来的时间（5.5-1）。",
        "Tell the review's outcome, who gave it and when; a time ahead of now does not count (5.5-1)."));

    public string Id => "expert_review";

    public Text Title { get; } = new("专家审核", "expert review");

    public Text Wanted { get; } = new("专家审核通过", "an expert approves it");

    public Finding Examine(Case it)
    {
        if (it.Operation.EngineerIsSure == true)
        {
            return Sure;
        }

        return it.Evidence.ExpertReview is not { } review ? Absent
            : review.Outcome == Answer.Rejected ? Rejected
            : review.Outcome == Answer.Approved && review.Signed.HoldsAt(it.Now) ? Approved
            : Incomplete;
    }
}
