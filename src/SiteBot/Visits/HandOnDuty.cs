using NodaTime;

namespace SiteBot.Visits;

/// <summary>Gives a duty to another person of the directory.</summary>
public static class HandOnDuty
{
    /// <summary>Decides. Handed to whose it is already is nothing new.</summary>
    public static Decided Decide(Visit visit, string duty, string to, Workplace workplace, Instant now, string by)
    {
        var setting = VisitSetting.Of(visit, workplace, now);
        var (known, refusal) = DutyRights.Of(setting, duty, by);
        return known is null ? refusal!
            : workplace.Directory.FindNamed(to) is not { } person ? Decided.Refused(
                "hand-on-unknown", $"请换一个人：通讯录里没有“{to}”。", $"Name somebody else: there is no \"{to}\" in the directory.")
            : DutyOwner.Of(setting, known, now).People is [var only] && string.Equals(only, person.Id, StringComparison.OrdinalIgnoreCase) ? Decided.Facts()
            : Decided.Facts(new VisitEvent.DutyHandedOn(duty, person.Id));
    }
}
