using SiteBot.Reading;

namespace SiteBot.Procedures;

/// <summary>How the closed lists of procedures are spelt in files.</summary>
public static class ProcedureWords
{
    /// <summary>Who owes something.</summary>
    public static WordList<Owner> Owners { get; } = new(
        ("engineer", Owner.Engineer),
        ("contractor", Owner.Contractor),
        ("supervisor", Owner.Supervisor),
        ("project_manager", Owner.ProjectManager),
        ("support_center", Owner.SupportCenter),
        ("regional_office", Owner.RegionalOffice),
        ("remote_support", Owner.RemoteSupport),
        ("expert", Owner.Expert));

    /// <summary>Kinds of evidence.</summary>
    public static WordList<Evidence> Evidences { get; } =
        new(("word", Evidence.Word), ("name_time", Evidence.NameTime), ("photo", Evidence.Photo));

    /// <summary>Kinds of fields.</summary>
    public static WordList<FieldKind> FieldKinds { get; } = new(
        ("text", FieldKind.Text),
        ("name", FieldKind.Name),
        ("time", FieldKind.Time),
        ("phone", FieldKind.Phone),
        ("number", FieldKind.Number),
        ("minutes", FieldKind.Minutes),
        ("yes_no", FieldKind.YesNo),
        ("choice", FieldKind.Choice),
        ("version", FieldKind.Version),
        ("location", FieldKind.Location),
        ("equipment", FieldKind.Equipment));

    /// <summary>What choosing an option says of its step.</summary>
    public static WordList<OptionMeaning> Meanings { get; } =
        new(("done", OptionMeaning.Done), ("failed", OptionMeaning.Failed), ("problem", OptionMeaning.Problem));

    /// <summary>What doing a step tells.</summary>
    public static WordList<Mark> Marks { get; } = new(
        ("arrived", Mark.Arrived),
        ("appointment", Mark.Appointment),
        ("photo_allowed", Mark.PhotoAllowed),
        ("online_allowed", Mark.OnlineAllowed),
        ("data_changed", Mark.DataChanged),
        ("cutover", Mark.Cutover),
        ("training", Mark.Training),
        ("version_problem", Mark.VersionProblem),
        ("works_stopped", Mark.WorksStopped),
        ("works_resumed", Mark.WorksResumed),
        ("report_interval", Mark.ReportInterval),
        ("archived", Mark.Archived));

    /// <summary>Whose consent.</summary>
    public static WordList<ConsentOf> Consents { get; } = new(("product_support", ConsentOf.ProductSupport), ("office", ConsentOf.Office));

    /// <summary>What a plan holds.</summary>
    public static WordList<PlanItem> PlanItems { get; } = new(
        ("equipment", PlanItem.Equipment),
        ("current_version", PlanItem.CurrentVersion),
        ("target_version", PlanItem.TargetVersion),
        ("window", PlanItem.Window),
        ("duration", PlanItem.Duration),
        ("major", PlanItem.Major),
        ("sure", PlanItem.Sure),
        ("hardware", PlanItem.Hardware),
        ("tool", PlanItem.Tool),
        ("live", PlanItem.Live),
        ("alarms", PlanItem.Alarms));

    /// <summary>Rhythms of duties.</summary>
    public static WordList<Rhythm> Rhythms { get; } = new(
        ("once", Rhythm.Once), ("day", Rhythm.Day), ("week", Rhythm.Week), ("watch", Rhythm.Watch), ("ahead", Rhythm.Ahead));

    /// <summary>Moments of a visit.</summary>
    public static WordList<Anchor> Anchors { get; } = new(
        ("started", Anchor.Started),
        ("appointment", Anchor.Appointment),
        ("arrived", Anchor.Arrived),
        ("operation_ended", Anchor.OperationEnded),
        ("left", Anchor.Left),
        ("closed", Anchor.Closed));
}
