using System.Text.Json.Serialization;

namespace SiteBot.Visits;

/// <summary>The source-generated JSON of a visit's facts and snapshots.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Visit))]
[JsonSerializable(typeof(VisitEvent.Started))]
[JsonSerializable(typeof(VisitEvent.Planned))]
[JsonSerializable(typeof(VisitEvent.ContactNamed))]
[JsonSerializable(typeof(VisitEvent.StepTold))]
[JsonSerializable(typeof(VisitEvent.StepWithdrawn))]
[JsonSerializable(typeof(VisitEvent.ConsentAsked))]
[JsonSerializable(typeof(VisitEvent.ConsentAnswered))]
[JsonSerializable(typeof(VisitEvent.ConsentWithdrawn))]
[JsonSerializable(typeof(VisitEvent.ConsentByMail))]
[JsonSerializable(typeof(VisitEvent.ServiceStateTold))]
[JsonSerializable(typeof(VisitEvent.OperationStarted))]
[JsonSerializable(typeof(VisitEvent.DoneWithoutGo))]
[JsonSerializable(typeof(VisitEvent.OperationEnded))]
[JsonSerializable(typeof(VisitEvent.RestTold))]
[JsonSerializable(typeof(VisitEvent.DataChanged))]
[JsonSerializable(typeof(VisitEvent.Arrived))]
[JsonSerializable(typeof(VisitEvent.Left), TypeInfoPropertyName = "EventLeft")]
[JsonSerializable(typeof(VisitEvent.HandedOver))]
[JsonSerializable(typeof(VisitEvent.AppointmentMoved))]
[JsonSerializable(typeof(VisitEvent.FormProduced))]
[JsonSerializable(typeof(VisitEvent.FormSigned))]
[JsonSerializable(typeof(VisitEvent.FormsArchived))]
[JsonSerializable(typeof(VisitEvent.QuestionNoted))]
[JsonSerializable(typeof(VisitEvent.QuestionAnswered))]
[JsonSerializable(typeof(VisitEvent.ReminderSnoozed))]
[JsonSerializable(typeof(VisitEvent.DutyDone))]
[JsonSerializable(typeof(VisitEvent.DutyHandedOn))]
[JsonSerializable(typeof(VisitEvent.ProcedureMoved))]
[JsonSerializable(typeof(VisitEvent.Closed))]
[JsonSerializable(typeof(VisitEvent.Cancelled))]
internal sealed partial class VisitJson : JsonSerializerContext
{
    /// <summary>The context with the ledger's way of writing.</summary>
    public static VisitJson Instance { get; } = new(Ledger.FactJson.Options());
}
