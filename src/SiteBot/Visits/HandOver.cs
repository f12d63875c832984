using NodaTime;
using SiteBot.Directory;
using SiteBot.Ledger;

namespace SiteBot.Visits;

/// <summary>Gives the visit to a colleague, who leads it from then on; at any hour, also while an operation runs.</summary>
public static class HandOver
{
    /// <summary>Decides.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="to">The colleague's id or name.</param>
    /// <param name="note">What to know, or null.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="now">When it is told.</param>
    /// <param name="by">Who tells it.</param>
    public static Decided Decide(Visit visit, string to, PrivateText? note, Workplace workplace, Instant now, string by)
    {
        if (TellingRights.ToAct(VisitSetting.Of(visit, workplace, now), by) is { } refusal)
        {
            return refusal;
        }

        if (workplace.Directory.FindNamed(to) is not { } person)
        {
            return Decided.Refused("hand-over-unknown", $"请换一个人：通讯录里没有“{to}”。", $"Name somebody else: there is no \"{to}\" in the directory.");
        }

        if (string.Equals(person.Id, visit.Lead, StringComparison.OrdinalIgnoreCase))
        {
            return Decided.Refused("hand-over-same", $"请换一个人：{person.Name.Zh} 本来就负责这次服务。", $"Name somebody else: {person.Name.En} leads this visit already.");
        }

        return person.Is(Role.Engineer) || person.Is(Role.Contractor)
            ? Decided.Facts(new VisitEvent.HandedOver(person.Id, note))
            : Decided.Refused(
                "hand-over-role", $"请交给工程师或外包商工程师：{person.Name.Zh} 不是。", $"Hand it to an engineer or a contractor's engineer: {person.Name.En} is neither.");
    }
}
