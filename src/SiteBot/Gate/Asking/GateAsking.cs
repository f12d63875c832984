using NodaTime;
using SiteBot.Visits;

namespace SiteBot.Gate.Asking;

/// <summary>"Can I do it now?", as somebody asks it in a visit.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Operation">The operation named; null for the one of the plan.</param>
/// <param name="Moment">For when; null for now. A moment that has passed counts as now: a late question is decided for the moment of answering.</param>
/// <param name="Now">Business time.</param>
/// <param name="By">The id of who asks.</param>
/// <param name="Unique">What makes the decision's id unique within the visit: short, no white space, chosen by the caller.</param>
public sealed record GateAsking(Visit Visit, OperationKind? Operation, Instant? Moment, Instant Now, string By, string Unique)
{
    /// <summary>Of leaving the site: how; null where nobody has said, which is asked back.</summary>
    public LeavingMode? Leaving { get; init; }

    /// <summary>Of leaving the site: the id of the colleague who takes over or watches meanwhile, or null.</summary>
    public string? WatchedBy { get; init; }

    /// <summary>Of powered commissioning: whether the shelf is in service; null takes what the plan says, else it is asked back.</summary>
    public bool? ShelfInService { get; init; }

    /// <summary>The id that the decision gets.</summary>
    public string Decision => $"{Visit.Id}.{Unique}";
}

/// <summary>What must be known before anything can be decided.</summary>
public enum GateQuestion
{
    /// <summary>Which operation: neither the question nor the plan names one.</summary>
    WhichOperation,

    /// <summary>Whether the shelf is in service, before it is powered (then it is a hardware operation).</summary>
    ShelfInService,

    /// <summary>Back tomorrow, handed over, or finished for good.</summary>
    HowLeaving,

    /// <summary>Handed over to whom: a colleague of the directory.</summary>
    ToWhom,
}

/// <summary>The words of the questions.</summary>
public static class GateQuestionText
{
    private static readonly Text Which = new("请说明是什么操作：升级、割接、修改数据、更换硬件、只读查看……", "Tell which operation: upgrade, cutover, data change, hardware, read-only…");
    private static readonly Text Shelf = new("请先确认：这个机框已经在承载业务了吗？在承载就按硬件操作判断。", "Tell first: is this shelf in service already? If it is, it is judged as a hardware operation.");
    private static readonly Text Leaving = new("怎么离开：明天再来、交给同事，还是全部完成不再返回？", "How do you leave: back tomorrow, handed over to a colleague, or finished for good?");
    private static readonly Text Whom = new("交给谁？请写通讯录里的同事姓名。", "Handed over to whom? Name a colleague of the directory.");

    /// <summary>The sentence to ask.</summary>
    public static Text Sentence(this GateQuestion question) => question switch
    {
        GateQuestion.WhichOperation => Which,
        GateQuestion.ShelfInService => Shelf,
        GateQuestion.HowLeaving => Leaving,
        _ => Whom,
    };
}

/// <summary>What asking the gate came to: an answer, a question back, or a refusal. Exactly one of the three is there.</summary>
public sealed record GateReply
{
    private GateReply()
    {
    }

    /// <summary>The answer, or null.</summary>
    public GateAnswer? Answer { get; private init; }

    /// <summary>What must be said first, or null. Nothing was decided.</summary>
    public GateQuestion? Question { get; private init; }

    /// <summary>Why nothing can be decided, or null.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>Decided.</summary>
    public static implicit operator GateReply(GateAnswer answer) => new() { Answer = answer };

    /// <summary>Asked back.</summary>
    public static implicit operator GateReply(GateQuestion question) => new() { Question = question };

    /// <summary>Refused.</summary>
    public static implicit operator GateReply(Refusal refusal) => new() { Refusal = refusal };
}
