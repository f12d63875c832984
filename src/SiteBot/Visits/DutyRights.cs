using NodaTime;
using SiteBot.Procedures;

namespace SiteBot.Visits;

/// <summary>Who may act on a duty: whose it is, and who may decide about the visit.</summary>
internal static class DutyRights
{
    /// <summary>The duty, or why <paramref name="by"/> may not act on it.</summary>
    public static (Duty? Duty, Refusal? Refusal) Of(VisitSetting setting, string duty, string by)
    {
        if (setting.Procedure.FindDuty(duty) is not { } known)
        {
            return (null, new Refusal("duty-unknown", new Text("请从待办里选：没有这一项。", "Choose from what is due: there is no such item.")));
        }

        var owner = DutyOwner.Of(setting, known, setting.Now);
        var refusal = TellingRights.Over(setting.Visit)
            ?? (owner.People.Contains(by, StringComparer.OrdinalIgnoreCase) ? null : TellingRights.ToAct(setting, by));
        return refusal is null ? (known, null) : (null, refusal);
    }
}
