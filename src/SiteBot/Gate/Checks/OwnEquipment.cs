namespace SiteBot.Gate.Checks;

/// <summary>6.5-5: leave third-party equipment alone.</summary>
internal sealed class OwnEquipment : ICheck
{
    private static readonly Finding Ours = Finding.Pass(new("是本公司的设备。", "The equipment is our own."));

    private static readonly Finding TheirOwn = Finding.Fail(new(
        "不要动：这是第三方设备（6.5-5），任何人都不能放行。请交给设备所属方处理。",
        "Leave it alone: it is a third party's equipment (6.5-5), and nobody can waive that. Hand it to its owner."));

    public string Id => "own_equipment";

    public Text Title { get; } = new("本公司设备", "our own equipment");

    public Text Wanted { get; } = new("设备不属于第三方", "the equipment is not a third party's");

    public Finding Examine(Case it) => it.Operation.ThirdParty ? TheirOwn : Ours;
}
