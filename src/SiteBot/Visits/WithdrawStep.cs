using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Visits;

/// <summary>Takes back what was told of a step, with the reason: the step is open again, and the history keeps both.</summary>
public static class WithdrawStep
{
    /// <summary>Decides.</summary>
    public static Decided Decide(Visit visit, string step, PrivateText? reason, Workplace workplace, Instant now, string by)
    {
        var setting = VisitSetting.Of(visit, workplace, now);
        if (setting.Procedure.FindStep(step) is not { } known)
        {
            return Decided.Refused("step-unknown", "请看清单再选：没有这一项。", "Choose from the checklist: there is no such line.");
        }

        if (TellingRights.ToTell(setting, by) is { } refusal)
        {
            return refusal;
        }

        if (!visit.Steps.ContainsKey(step))
        {
            return Decided.Refused("step-not-told", $"不用更正：“{known.Title.Zh}”还没有报过。", $"There is nothing to correct: \"{known.Title.En}\" was not told yet.");
        }

        return reason is null
            ? Decided.Refused("reason-missing", $"请写明更正的原因：{known.Title.Zh}。", $"Write why you correct it: {known.Title.En}.")
            : Decided.Facts(new VisitEvent.StepWithdrawn(step, reason));
    }
}
