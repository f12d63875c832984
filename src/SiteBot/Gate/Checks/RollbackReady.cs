namespace SiteBot.Gate.Checks;

/// <summary>5.5-1: a rollback measure is ready. The provision asks it of operations one is unsure of; asking it of all is policy, and the reasons say so.</summary>
internal sealed class RollbackReady : ICheck
{
    private static readonly Text Fits = new("回退用时不超过操作用时", "the rollback fits into the operation's time");

    private static readonly Finding Ready = Finding.Pass(new("回退措施已准备好。", "The rollback measure is ready."));

    private static readonly Finding NotReady = Finding.Fail(new(
        "请备好回退步骤和所需时间：你说过还没准备好（5.5-1；对所有操作要求回退是政策）。",
        "Make the rollback ready, its steps and its minutes: you said that it is not (5.5-1; asking it of every operation is policy)."));

    private static readonly Finding Unsaid = Finding.Missing(new(
        "请备好回退措施并报告所需分钟数（5.5-1；对所有操作要求回退是政策）。",
        "Make a rollback ready and tell how many minutes it takes (5.5-1; asking it of every operation is policy)."));

    public string Id => "rollback";

    public Text Title { get; } = new("回退措施", "rollback ready");

    public Text Wanted { get; } = new("回退措施准备好", "the rollback is ready");

    public Finding Examine(Case it)
    {
        var rollback = it.Evidence.Rollback;
        if (rollback?.Ready == false)
        {
            return NotReady;
        }

        if (rollback?.Minutes > it.Operation.DurationMinutes)
        {
            return Finding.Fail(
                new(
                    $"请缩短回退或加长操作时间：回退要 {rollback.Minutes} 分钟，超过全部 {it.Operation.DurationMinutes} 分钟（5.5-1）。",
                    $"Shorten the rollback or plan more time: it takes {rollback.Minutes} minutes and the whole operation only {it.Operation.DurationMinutes} (5.5-1)."),
                Fits);
        }

        return rollback?.Ready == true ? Ready : Unsaid;
    }
}
