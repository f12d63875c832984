using NodaTime;
using SiteBot.Directory;
using SiteBot.Procedures;

namespace SiteBot.Visits;

/// <summary>How a visit stands for the conditions of its steps and duties. Only a week on site ends although nothing is told.</summary>
internal static class VisitConditions
{
    private const int Week = 7;

    public static ConditionContext Of(VisitSetting setting)
    {
        var visit = setting.Visit;
        var plan = visit.Plan;
        var lead = setting.Directory.FindPerson(visit.Lead);
        var stopped = setting.Marked(Mark.WorksStopped).Select(record => (Instant?)record.HappenedAt).Max();
        var resumed = setting.Marked(Mark.WorksResumed).Select(record => (Instant?)record.HappenedAt).Max();
        return new ConditionContext
        {
            IsContractor = lead?.Is(Role.Contractor) == true,
            BySupportCentre = lead?.Is(Role.ProductSupport) == true || lead?.Is(Role.RemoteSupport) == true,
            Major = plan.Major ?? (plan.Operation is "upgrade" or "cutover" or "disruptive_test"),
            Live = plan.Live ?? true,
            Restoring = plan.RestoresService,
            HandlesHardware = plan.HandlesHardware,
            ToolChanged = plan.ToolChanged,
            EngineerIsSure = plan.EngineerIsSure,
            ChangesSomething = plan.Operation is not "read_only",
            PhotoAllowed = setting.Marked(Mark.PhotoAllowed).Any(),
            OnlineAllowed = setting.Marked(Mark.OnlineAllowed).Any(),
            TrainingTookPlace = setting.Marked(Mark.Training).Any(),
            CutoverTookPlace = setting.Marked(Mark.Cutover).Any() || visit.Operations.Any(run => run.Operation == "cutover" && run.EndedAt is not null),
            VersionProblem = setting.Marked(Mark.VersionProblem).Any(),
            WorksStopped = stopped is not null && (resumed is null || resumed < stopped),
            QuestionsOpen = visit.Questions.Any(question => question.AnsweredAt is null),
        };
    }

    public static bool OverAWeek(VisitSetting setting, Instant moment) =>
        setting.MomentOf(Anchor.Arrived) is { } arrived
        && (setting.ShorterReports is { } shorter && shorter.Since <= moment
            || Period.DaysBetween(setting.Clock.DateOf(arrived), setting.Clock.DateOf(Instant.Min(moment, setting.MomentOf(Anchor.Left) ?? moment))) >= Week);
}
