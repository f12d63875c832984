using SiteBot.Windows;

namespace SiteBot.Gate.Checks;

/// <summary>6.5-3: product support's written consent to an upgrade, a cutover or a test that may interrupt service on live equipment.</summary>
internal sealed class ProductSupportConsent : ICheck
{
    private const string Provision = "6.5-3";

    private readonly ConsentExamination examination;

    public ProductSupportConsent() => examination = new(FixedBy.ProductSupport.Title(), Wanted);

    public string Id => "product_support_consent";

    public Text Title { get; } = new("产品用服同意", "product support's consent");

    public Text Wanted { get; } = new("产品用服书面同意", "product support consents in writing");

    public Finding Examine(Case it) =>
        !it.Live ? SharedReasons.NotInService
        : examination.Weigh(it, it.Evidence.ProductSupportConsent, Provision, inWriting: true);

    public void Bound(Case it, Finding finding, List<StartRule> rules) => ConsentExamination.Bound(it.Evidence.ProductSupportConsent, finding, rules);
}
