using SiteBot.Windows;

namespace SiteBot.Gate.Checks;

/// <summary>No change freeze of the customer or the regional office is touched: a local policy, not the standard.</summary>
internal sealed class NoFreeze : ICheck
{
    private static readonly Finding Free = Finding.Pass(new("没有封网。", "No change freeze is touched."));

    public string Id => "no_freeze";

    public Text Title { get; } = new("不在封网期", "no change freeze");

    public Text Wanted { get; } = new("封网结束或为本次操作解除", "the change freeze has ended or is lifted");

    public Finding Examine(Case it) =>
        !it.Live ? SharedReasons.NotInService
        : it.Operation.LeavesServiceAlone ? SharedReasons.LeavesServiceAlone
        : it.Restoring ? SharedReasons.TimeWaivedToRestore
        : !it.LengthKnown ? SharedReasons.LengthUnknown
        : it.Keeps(it.Freezes) ? Free
        : Frozen(it);

    public void Bound(Case it, Finding finding, List<StartRule> rules) => rules.Add(it.Freezes);

    private static Finding Frozen(Case it)
    {
        var end = it.Now + it.Length;
        var index = 0;
        while (!it.Policy.Freezes[index].Occurrence.Touches(it.Now, end))
        {
            index++;
        }

        var freeze = it.Policy.Freezes[index];
        var owner = it.Policy.Owners?.OfFreeze(index) ?? new Text("用户、办事处", "the customer or the regional office");
        var (from, to) = (it.Say(freeze.Occurrence.From), it.Say(freeze.Occurrence.To));
        var (zh, en) = freeze.Reason is { } why ? ($"（{why}）", $" ({why})") : ("", "");
        return Finding.NotYet(new(
            $"请等封网结束，或请{owner.Zh}解除：{from} 至 {to} 封网{zh}。这是本地政策，不是标准条款。",
            $"Wait for the change freeze to end, or ask {owner.En} to lift it: {from} to {to}{en}. It is a local policy, not the standard."));
    }
}
