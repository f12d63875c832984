using SiteBot.Windows;

namespace SiteBot.Gate.Checks;

/// <summary>6.5-3: the written consent of the head of the regional office; for other operations that affect service 6.5-5 asks for it, not for writing.</summary>
internal sealed class OfficeConsent : ICheck
{
    private static readonly Finding WaivedToRestore = Finding.Waived(new(
        "先恢复业务（6.5-2）：6.5-3 只对升级、割接和可能中断业务的测试要求事先同意；负责人已按 6.5-1 接到通报。",
        "Restore first (6.5-2): 6.5-3 names only upgrades, cutovers and tests that may interrupt service, and 6.5-1 alarms the head of the regional office anyway."));

    private readonly ConsentExamination examination;

    public OfficeConsent() => examination = new(FixedBy.OfficeHead.Title(), Wanted);

    public string Id => "office_consent";

    public Text Title { get; } = new("办事处负责人同意", "consent of the head of the regional office");

    public Text Wanted { get; } = new("办事处负责人同意", "the head of the regional office consents");

    public string? ProvisionFor(OperationKind kind, string? declared) => AsksForWriting(kind) ? declared : "6.5-5";

    public Finding Examine(Case it)
    {
        if (!it.Live)
        {
            return SharedReasons.NotInService;
        }

        if (it.Operation.LeavesServiceAlone)
        {
            return SharedReasons.LeavesServiceAlone;
        }

        var written = AsksForWriting(it.Kind);
        return it.Restoring && !written && it.Evidence.OfficeConsent?.Decision != Answer.Rejected
            ? WaivedToRestore
            : examination.Weigh(it, it.Evidence.OfficeConsent, written ? "6.5-3" : "6.5-5", written);
    }

    public void Bound(Case it, Finding finding, List<StartRule> rules) => ConsentExamination.Bound(it.Evidence.OfficeConsent, finding, rules);

    private static bool AsksForWriting(OperationKind kind) => kind is OperationKind.Upgrade or OperationKind.Cutover or OperationKind.DisruptiveTest;
}
