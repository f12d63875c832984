using NodaTime;

namespace SiteBot.Visits;

/// <summary>Ends a visit that owes nothing any more.</summary>
public static class CloseVisit
{
    private const int MostNamed = 8;

    /// <summary>Decides; refused with every open guard and with what is owed.</summary>
    public static Decided Decide(Visit visit, Workplace workplace, Instant now, string by)
    {
        var setting = VisitSetting.Of(visit, workplace, now);
        if (TellingRights.ToAct(setting, by) is { } refusal)
        {
            return refusal;
        }

        var owed = ClosingLedger.Of(visit, workplace, now).Where(line => line.HoldsClosing).ToList();
        if (owed.Count == 0)
        {
            return Decided.Facts(new VisitEvent.Closed());
        }

        var (zh, en) = (string.Join("；", owed.Take(MostNamed).Select(line => line.Title.Zh)), string.Join("; ", owed.Take(MostNamed).Select(line => line.Title.En)));
        var more = owed.Count - MostNamed;
        return Decided.Refused(
            "close-owed",
            $"请先完成：{zh}{(more > 0 ? $"；另有 {more} 项" : "")}。",
            $"First: {en}{(more > 0 ? $"; and {more} more" : "")}.");
    }
}
