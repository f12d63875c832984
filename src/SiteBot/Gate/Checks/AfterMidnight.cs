using SiteBot.Windows;

namespace SiteBot.Gate.Checks;

/// <summary>6.3-9: a major operation, while the service runs normally, is done after midnight. Until when is the site's policy.</summary>
internal sealed class AfterMidnight : ICheck
{
    private static readonly Finding Night = Finding.Pass(new("在零点以后的夜间窗口内。", "It lies in the night window, after midnight."));

    public string Id => "after_midnight";

    public Text Title { get; } = new("零点以后", "after midnight");

    public Text Wanted { get; } = new("在夜间窗口内", "it lies in the night window");

    public Finding Examine(Case it) =>
        !it.Live ? SharedReasons.NotInService
        : !it.Major ? SharedReasons.NotMajor
        : it.Restoring ? SharedReasons.TimeWaivedToRestore
        : !it.LengthKnown ? SharedReasons.LengthUnknown
        : it.Keeps(it.Night) ? Night
        : Outside(it);

    public void Bound(Case it, Finding finding, List<StartRule> rules) => rules.Add(it.Night);

    private static Finding Outside(Case it)
    {
        var whose = PolicyOwners.Policy(it.Policy.Owners?.NightWindow);
        var (window, minutes) = (it.Policy.NightWindow, it.Operation.DurationMinutes);
        return Finding.NotYet(new(
            $"请在零点以后进行重大操作（6.3-9）：从现在起 {minutes} 分钟不全在夜间窗口内。窗口 {window}（零点以后）是{whose.Zh}。",
            $"Do a major operation after midnight (6.3-9): {minutes} minutes from now do not lie in the night window. The window {window}, after midnight, is {whose.En}."));
    }
}
