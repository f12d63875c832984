using System.Collections.Immutable;
using NodaTime;
using SiteBot.Ledger;
using SiteBot.Procedures;

namespace SiteBot.Visits;

/// <summary>Somebody tells that a step does not apply here, with the reason.</summary>
public static class SkipStep
{
    /// <summary>Decides. Only a step that may be skipped is; the same again is nothing new.</summary>
    public static Decided Decide(Visit visit, string step, PrivateText? reason, Workplace workplace, Instant now, string by)
    {
        var setting = VisitSetting.Of(visit, workplace, now);
        var checklist = Checklist.Of(visit, setting.Procedure, workplace, now);
        if (checklist.Find(step) is not { } line)
        {
            return Decided.Refused("step-unknown", "请看清单再选：没有这一项。", "Choose from the checklist: there is no such line.");
        }

        if (TellingRights.ToTell(setting, by) is { } refusal)
        {
            return refusal;
        }

        if (!line.Step.MaySkip)
        {
            var provisions = string.Join(", ", line.Step.Provisions);
            return line.Step.MayBeNo
                ? Decided.Refused("step-not-skipped", $"这一项请回答有或没有：{line.Step.Title.Zh}。", $"Answer this one with yes or no: {line.Step.Title.En}.")
                : Decided.Refused(
                    "step-not-skipped", $"请完成这一项：{line.Step.Title.Zh}是 {provisions} 要求的，不能跳过。",
                    $"Do this one: {line.Step.Title.En} is asked for by {provisions} and cannot be skipped.");
        }

        if (reason is null)
        {
            return Decided.Refused("reason-missing", $"请写明为什么不适用：{line.Step.Title.Zh}。", $"Write why it does not apply: {line.Step.Title.En}.");
        }

        return line.State == LineState.DoesNotApply
            ? Decided.Facts()
            : Decided.Facts(new VisitEvent.StepTold(
                step, StepOutcome.DoesNotApply, ImmutableSortedDictionary<string, string>.Empty,
                ImmutableSortedDictionary<string, PrivateText>.Empty.Add(StepTelling.Reason, reason), []));
    }
}
