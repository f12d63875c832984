using SiteBot.Windows;

namespace SiteBot.Gate.Checks;

/// <summary>6.5-5: the customer agrees to this operation at this time; for powered commissioning 5.5-1 asks for it.</summary>
internal sealed class CustomerConsent : ICheck
{
    private readonly ConsentExamination examination;

    public CustomerConsent() => examination = new(new("用户", "the customer"), Wanted);

    public string Id => "customer_consent";

    public Text Title { get; } = new("用户同意", "customer's consent");

    public Text Wanted { get; } = new("用户同意本次操作", "the customer consents");

    public string? ProvisionFor(OperationKind kind, string? declared) => kind == OperationKind.PowerOn ? "5.5-1" : declared;

    public Finding Examine(Case it) => examination.Weigh(it, it.Evidence.CustomerConsent, ProvisionFor(it.Kind, "6.5-5"), inWriting: false);

    public void Bound(Case it, Finding finding, List<StartRule> rules) => ConsentExamination.Bound(it.Evidence.CustomerConsent, finding, rules);
}
