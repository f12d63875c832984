using SiteBot.Windows;

namespace SiteBot.Gate.Checks;

/// <summary>6.5-5: outside every traffic peak, and in the evening. Which hours these are is {whose.En}.</summary>
internal sealed class NotPeak : ICheck
{
    private const int PeaksSaid = 4;

    private static readonly Finding Quiet = Finding.Pass(new("避开了话务高峰，在晚间窗口内。", "It keeps clear of the traffic peaks and lies in the evening window."));

    public string Id => "not_peak";

    public Text Title { get; } = new("避开高峰、在晚间", "off-peak, in the evening");

    public Text Wanted { get; } = new("避开高峰并在晚间窗口内", "it keeps clear of the peaks and lies in the evening window");

    public Finding Examine(Case it)
    {
        if (!it.Live)
        {
            return SharedReasons.NotInService;
        }

        if (it.Operation.LeavesServiceAlone)
        {
            return SharedReasons.LeavesServiceAlone;
        }

        if (it.Restoring)
        {
            return SharedReasons.TimeWaivedToRestore;
        }

        return !it.LengthKnown ? SharedReasons.LengthUnknown
            : !it.Keeps(it.Peaks) ? InPeak(it)
            : !it.Keeps(it.Evening) ? NotEvening(it)
            : Quiet;
    }

    public void Bound(Case it, Finding finding, List<StartRule> rules)
    {
        rules.Add(it.Peaks);
        rules.Add(it.Evening);
    }

    private static Finding InPeak(Case it)
    {
        var peaks = string.Join(", ", it.Policy.TrafficPeaks.Take(PeaksSaid)) + (it.Policy.TrafficPeaks.Count > PeaksSaid ? ", …" : "");
        var minutes = it.Operation.DurationMinutes;
        var whose = PolicyOwners.Policy(it.Policy.Owners?.TrafficPeaks);
        return Finding.NotYet(new(
            $"请避开话务高峰（6.5-5）：从现在起 {minutes} 分钟会碰到高峰。高峰时段 {peaks} 是{whose.Zh}。",
            $"Keep clear of the traffic peaks (6.5-5): {minutes} minutes from now touch one. The peaks {peaks} are {whose.En}."));
    }

    private static Finding NotEvening(Case it)
    {
        var minutes = it.Operation.DurationMinutes;
        var whose = PolicyOwners.Policy(it.Policy.Owners?.EveningWindow);
        return Finding.NotYet(new(
            $"请在晚间进行（6.5-5）：从现在起 {minutes} 分钟不全在晚间窗口内。窗口 {it.Policy.EveningWindow} 是{whose.Zh}。",
            $"Do it in the evening (6.5-5): {minutes} minutes from now do not lie in the evening window. The window {it.Policy.EveningWindow} is {whose.En}."));
    }
}
