namespace SiteBot.Gate.Checks;

/// <summary>6.3-3: a contractor's engineer wears the work card, with the badge of the product at hand.</summary>
internal sealed class WorkCardWorn : ICheck
{
    private static readonly Finding NoContractor = Finding.NotApplicable(new("不是外包商工程师操作，此项不适用。", "No contractor does this; the check does not apply."));

    private static readonly Finding Worn = Finding.Pass(new("工作卡已佩戴，标牌与产品相符。", "The work card is worn and its badge matches the product."));

    private static readonly Finding Wrong = Finding.Fail(new(
        "请佩戴与本次产品对应的工作卡和标牌，或换有该产品认证的工程师：现在的不符（6.3-3）。",
        "Wear the work card with this product's badge, or have an engineer certified for it: the present one does not match (6.3-3)."));

    private static readonly Finding Unsaid = Finding.Missing(new(
        "请确认已佩戴工程施工工作卡，且标牌与本次产品相符（6.3-3）。",
        "Confirm that the work card is worn and that its badge matches the product (6.3-3)."));

    public string Id => "work_card";

    public Text Title { get; } = new("工作卡", "work card");

    public Text Wanted { get; } = new("佩戴与产品相符的工作卡", "the work card for this product is worn");

    public Finding Examine(Case it) =>
        !it.Operation.ByContractor ? NoContractor : it.Evidence.WorkCard?.Matches switch { true => Worn, false => Wrong, null => Unsaid };
}
