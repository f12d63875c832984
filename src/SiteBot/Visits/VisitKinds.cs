using SiteBot.Ledger;

namespace SiteBot.Visits;

/// <summary>The names under which a visit's events are kept. A name, once used, keeps its meaning for ever.</summary>
internal static class VisitKinds
{
    private static readonly VisitJson Json = VisitJson.Instance;

    public static EventKinds<VisitEvent> All { get; } = new(
        ("visit-started", 1, Json.Started),
        ("planned", 1, Json.Planned),
        ("contact-named", 1, Json.ContactNamed),
        ("step-told", 1, Json.StepTold),
        ("step-withdrawn", 1, Json.StepWithdrawn),
        ("consent-asked", 1, Json.ConsentAsked),
        ("consent-answered", 1, Json.ConsentAnswered),
        ("consent-withdrawn", 1, Json.ConsentWithdrawn),
        ("consent-by-mail", 1, Json.ConsentByMail),
        ("service-state-told", 1, Json.ServiceStateTold),
        ("operation-started", 1, Json.OperationStarted),
        ("done-without-go", 1, Json.DoneWithoutGo),
        ("operation-ended", 1, Json.OperationEnded),
        ("rest-told", 1, Json.RestTold),
        ("data-changed", 1, Json.DataChanged),
        ("arrived", 1, Json.Arrived),
        ("left", 1, Json.EventLeft),
        ("handed-over", 1, Json.HandedOver),
        ("appointment-moved", 1, Json.AppointmentMoved),
        ("form-produced", 1, Json.FormProduced),
        ("form-signed", 1, Json.FormSigned),
        ("forms-archived", 1, Json.FormsArchived),
        ("question-noted", 1, Json.QuestionNoted),
        ("question-answered", 1, Json.QuestionAnswered),
        ("reminder-snoozed", 1, Json.ReminderSnoozed),
        ("duty-done", 1, Json.DutyDone),
        ("duty-handed-on", 1, Json.DutyHandedOn),
        ("procedure-moved", 1, Json.ProcedureMoved),
        ("closed", 1, Json.Closed),
        ("cancelled", 1, Json.Cancelled));
}
