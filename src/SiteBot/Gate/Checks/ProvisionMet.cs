namespace SiteBot.Gate.Checks;

/// <summary>A provision that must be met before works start or the site is left for good; the engineer says whether it is, or that it does not apply.</summary>
internal sealed class ProvisionMet(string provision, Text title, Text wanted) : ICheck
{
    private readonly Finding met = Finding.Pass(new($"{wanted.Zh}。", $"On record: {wanted.En}."));

    private readonly Finding notMet = Finding.Fail(new(
        $"请先做到，再确认：{wanted.Zh}（{provision}）。你说过还没有。",
        $"See to it, then confirm that {wanted.En} ({provision}). You said that it is not so yet."));

    private readonly Finding unsaid = Finding.Missing(new($"请确认：{wanted.Zh}（{provision}）。", $"Confirm that {wanted.En} ({provision})."));

    private readonly Finding doesNotApply = Finding.NotApplicable(new($"本次不适用（{provision}），已有说明。", $"On record: it does not apply to this visit ({provision})."));

    public string Id => provision;

    public Text Title => title;

    public Text Wanted => wanted;

    public Finding Examine(Case it) => it.Evidence.Provisions.GetValueOrDefault(provision) switch
    {
        { Applies: false } => doesNotApply,
        { Confirmed: true } => met,
        { Confirmed: false } => notMet,
        _ => unsaid,
    };
}
