namespace SiteBot.Gate.Checks;

/// <summary>6.3-11: a changed tool is confirmed by its provider and by the product expert.</summary>
internal sealed class ToolConfirmed : ICheck
{
    private static readonly Finding Unchanged = Finding.NotApplicable(new("没有更换工具，此项不适用。", "No tool was changed; the check does not apply."));

    private static readonly Finding Confirmed = Finding.Pass(new("更换的工具已由提供者和产品专家确认。", "The tool's provider and the product expert have confirmed the changed tool."));

    private static readonly Finding Unconfirmed = Finding.Missing(new(
        "请向工具提供者和产品专家确认更换的工具，并记录两人姓名（6.3-11）。",
        "Have the changed tool confirmed by its provider and by the product expert, and tell both names (6.3-11)."));

    public string Id => "tool_confirmed";

    public Text Title { get; } = new("工具已确认", "tool confirmed");

    public Text Wanted { get; } = new("更换的工具得到提供者和产品专家确认", "the changed tool is confirmed by its provider and the product expert");

    public Finding Examine(Case it) =>
        !it.Operation.ToolChanged ? Unchanged
        : it.Evidence.ToolConfirmed is { Provider: not null, Expert: not null } ? Confirmed
        : Unconfirmed;
}
