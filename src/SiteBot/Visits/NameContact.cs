using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Visits;

/// <summary>Names the customer's contact.</summary>
public static class NameContact
{
    /// <summary>Decides. The same contact is nothing new.</summary>
    public static Decided Decide(Visit visit, PrivateText? name, PrivateText? phone, Workplace workplace, Instant now, string by) =>
        TellingRights.ToAct(VisitSetting.Of(visit, workplace, now), by) is { } refusal ? refusal
        : name is null && phone is null ? Decided.Refused("contact-missing", "请写用户联系人的姓名或电话。", "Write the contact's name or phone number.")
        : visit.ContactName == name && visit.ContactPhone == phone ? Decided.Facts()
        : Decided.Facts(new VisitEvent.ContactNamed(name, phone));
}
