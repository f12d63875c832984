using System.Globalization;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Turns;
using SiteBot.Visits;

namespace SiteBot.Teams.Actions;

/// <summary>The plan as a form's inputs change it: what is left blank stays as it was.</summary>
internal static class PlanInputs
{
    /// <summary>The whole plan after the inputs.</summary>
    public static WorkPlan Read(Turn turn, Visit visit, CardInput card)
    {
        var plan = visit.Plan;
        var zone = turn.Workplace.Directory.FindSite(visit.Site)?.Zone;
        var (from, to) = zone is null ? default : SiteMoment.Window(zone, card["f_date"], card["f_from"], card["f_to"]);
        return plan with
        {
            Operation = card["f_operation"] ?? plan.Operation,
            Equipment = card["f_equipment"] ?? plan.Equipment,
            CurrentVersion = card["f_current"] ?? plan.CurrentVersion,
            TargetVersion = card["f_target"] ?? plan.TargetVersion,
            ExceptionalRelease = card["f_exceptional"] ?? plan.ExceptionalRelease,
            From = from ?? plan.From,
            To = to ?? plan.To,
            DurationMinutes = int.TryParse(card["f_minutes"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : plan.DurationMinutes,
            Major = YesNo(card["f_major"]) ?? plan.Major,
            MinorReason = card["f_minor_reason"] ?? plan.MinorReason,
            EngineerIsSure = YesNo(card["f_sure"]) ?? plan.EngineerIsSure,
            HandlesHardware = YesNo(card["f_hardware"]) ?? plan.HandlesHardware,
            ToolChanged = YesNo(card["f_tool"]) ?? plan.ToolChanged,
            Live = YesNo(card["f_live"]) ?? plan.Live,
            RestoresService = YesNo(card["f_restores"]) ?? plan.RestoresService,
            ThirdParty = YesNo(card["f_third_party"]) ?? plan.ThirdParty,
            AlarmsToExpect = card["f_alarms"] ?? plan.AlarmsToExpect,
        };
    }

    private static bool? YesNo(string? value) => value switch { "yes" => true, "no" => false, _ => null };
}
