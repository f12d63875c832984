namespace SiteBot.Gate.Checks;

/// <summary>Every check there is. A name in <c>dialogs/gate.yaml</c> without a class here is a fault of the file.</summary>
internal static class AllChecks
{
    /// <summary>The checks that <c>dialogs/gate.yaml</c> names under <c>checks</c>.</summary>
    public static readonly IReadOnlyList<ICheck> Named =
    [
        new OwnEquipment(),
        new VersionReleased(),
        new DocumentsRead(),
        new PlanAgreed(),
        new RequestSigned(),
        new Escort(),
        new WorkCardWorn(),
        new BackupTaken(),
        new AntiStatic(),
        new MediaConsent(),
        new RollbackReady(),
        new ExpertReviewed(),
        new ProductSupportConsent(),
        new OfficeConsent(),
        new CustomerConsent(),
        new RemoteSupportReady(),
        new ToolConfirmed(),
        new NoFreeze(),
        new NotPeak(),
        new AfterMidnight(),
    ];

    /// <summary>The provisions that an operation may name in its list directly: starting works and leaving the site.</summary>
    public static readonly IReadOnlyList<ICheck> Provisions =
    [
        new ProvisionMet("5.2-2", new("机房制度和安全规范", "room and safety rules"), new("已了解机房管理制度和安全操作规范", "the equipment-room rules and safety rules are known")),
        new ProvisionMet("5.2-3", new("危险源登记和环境验收", "hazards and environment"), new("危险源登记表已填、环境验收报告双方已签字", "the hazard register is filled in and both sides have signed the environment acceptance report")),
        new ProvisionMet("5.2-4", new("书面工程计划", "written project plan"), new("书面工程计划双方已签字", "the written project plan is signed by both sides")),
        new ServiceRestored(),
        new ProvisionMet("5.4-5", new("割接后观察", "watch after the cutover"), new("割接后的观察期已满、设备正常，或有指定同事接替观察", "the watch after the cutover is over and the equipment runs normally, or a named colleague watches")),
        new ProvisionMet("6.3-12", new("清理现场并告别", "cleared up, leave taken"), new("现场已清理、已向值班人员告别", "the site is cleared up and you have taken leave of the duty staff")),
        new ProvisionMet("6.4-2", new("培训记录已签字", "training record signed"), new("培训记录单用户已签字", "the customer has signed the training record")),
    ];
}
