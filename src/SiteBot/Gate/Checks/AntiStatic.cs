namespace SiteBot.Gate.Checks;

/// <summary>6.3-7: an anti-static measure while hardware is handled; 5.3-3 asks for the wrist strap in powered commissioning.</summary>
internal sealed class AntiStatic : ICheck
{
    private static readonly Finding NoHardware = Finding.NotApplicable(new("不动硬件，此项不适用。", "No hardware is handled; the check does not apply."));

    private static readonly Finding On = Finding.Pass(new("防静电措施已到位。", "The anti-static measure is on."));

    private static readonly (Finding Not, Finding Unsaid) Coat = (
        Finding.Fail(new("请穿上防静电服或采取其他防静电措施，再动硬件（6.3-7）。", "Put on an anti-static coat or take another measure before you touch hardware (6.3-7).")),
        Finding.Missing(new("请确认已穿防静电服或采取其他防静电措施（6.3-7）。", "Confirm that you wear an anti-static coat or have taken another measure (6.3-7).")));

    private static readonly (Finding Not, Finding Unsaid) Strap = (
        Finding.Fail(new("请戴上防静电手环再上电调测；只穿防静电服不够（5.3-3）。", "Put on the wrist strap before powered work; a coat is not enough (5.3-3).")),
        Finding.Missing(new("请确认已戴防静电手环；只穿防静电服不够（5.3-3）。", "Confirm that the wrist strap is on; a coat is not enough (5.3-3).")));

    public string Id => "anti_static";

    public Text Title { get; } = new("防静电", "anti-static measure");

    public Text Wanted { get; } = new("防静电措施到位", "the anti-static measure is on");

    public string? ProvisionFor(OperationKind kind, string? declared) => kind == OperationKind.PowerOn ? "5.3-3" : declared;

    public Finding Examine(Case it)
    {
        if (it.Kind is not (OperationKind.Hardware or OperationKind.PowerOn) && !it.Operation.HandlesHardware)
        {
            return NoHardware;
        }

        var (not, unsaid) = it.Kind == OperationKind.PowerOn ? Strap : Coat;
        return it.Evidence.AntiStatic?.Confirmed switch { true => On, false => not, null => unsaid };
    }
}
