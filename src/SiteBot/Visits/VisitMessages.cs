using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SiteBot.Approvals;
using SiteBot.Ledger;

namespace SiteBot.Visits;

/// <summary>What is told of a visit to people outside the turn, beside its reminders. Each is drawn from the visit as it is when it is delivered; its data is a <see cref="VisitMessageData"/>.
/// The channel's card of the visit is <see cref="Reminders.ReminderMessages.VisitCard"/> in the slot <see cref="Slot"/>.</summary>
public static class VisitMessages
{
    /// <summary>A request for consent with its presses, to each who may answer, in place: answered, void or withdrawn it shows that. Data: <c>Request</c>, <c>Scope</c>.</summary>
    public const string ConsentCard = "consent-card";

    /// <summary>A request was approved or rejected: to the engineer and who asked. Data: <c>Request</c>.</summary>
    public const string ConsentAnswered = "consent-answered";

    /// <summary>A consent was taken back before the start: to the engineer and who asked. Data: <c>Request</c>.</summary>
    public const string ConsentWithdrawn = "consent-withdrawn";

    /// <summary>A change of the plan voids a consent: to who gave it, and to the engineer where somebody else changed it. Data: <c>Request</c>, <c>Parts</c> (which parts of the scope changed).</summary>
    public const string ConsentVoided = "consent-voided";

    /// <summary>Somebody acted without a go: to the head of the regional office, at once. Data: <c>Run</c>, <c>Decision</c> (what stood against it).</summary>
    public const string DoneWithoutGo = "done-without-go";

    /// <summary>While an operation runs, what it was allowed on is no longer so: to the engineer. Data: <c>Run</c>, <c>Checks</c> (the ids of the checks that fell).</summary>
    public const string GoLapsed = "go-lapsed";

    /// <summary>The visit was handed over: to who leads it now, and to the former lead where somebody else did it. Data: none but the visit.</summary>
    public const string HandedOver = "visit-handed-over";

    /// <summary>The operation ended, with what is open (6.5-4): to remote support, product support and the head of the regional office, in place. Data: <c>Run</c>.</summary>
    public const string Completion = "operation-completion";

    /// <summary>The service runs again (6.5-2): to product support, the head of the regional office and the engineer. Left out for who hears it of an alarm in the same commit. Data: none but the visit.</summary>
    public const string ServiceRestored = "service-restored";

    /// <summary>The visit does not take place: to who was asked for a consent that is now for nothing, and to the engineer. Data: none but the visit.</summary>
    public const string Cancelled = "visit-cancelled";

    /// <summary>The slot of a visit's card in its channel.</summary>
    public static string Slot(string visit) => "visit/" + visit;

    /// <summary>The slot of a request's cards, one with each who may answer.</summary>
    public static string ConsentSlot(string visit, string request) => $"consent/{visit}/{request}";

    /// <summary>The slot in which an operation's end is told.</summary>
    public static string CompletionSlot(string visit, int run) => $"completion/{visit}/{run}";
}

/// <summary>What drawing a visit's message needs beside the visit; JSON in <see cref="Outbox.OutgoingMessage.Data"/>. Nothing private.</summary>
/// <param name="Visit">The visit's id.</param>
/// <param name="Version">The visit's version when it was decided.</param>
/// <param name="By">The id of who did it, or null for SiteBot itself.</param>
/// <param name="Request">The request for consent.</param>
/// <param name="Scope">The hash of its scope, for the card's presses.</param>
/// <param name="Parts">The parts of the scope that changed.</param>
/// <param name="Run">Which operation of the visit, from 1.</param>
/// <param name="Decision">The decision that stood against it.</param>
/// <param name="Checks">The checks that fell.</param>
public sealed record VisitMessageData(
    string Visit, long Version, string? By = null, string? Request = null, string? Scope = null, ImmutableArray<ScopePart>? Parts = null,
    int? Run = null, string? Decision = null, ImmutableArray<string>? Checks = null)
{
    /// <summary>Reads a message's data.</summary>
    public static VisitMessageData Read(string json) => JsonSerializer.Deserialize(json, VisitMessageJson.Instance.VisitMessageData)!;

    /// <summary>As the message carries it.</summary>
    public string Json() => JsonSerializer.Serialize(this, VisitMessageJson.Instance.VisitMessageData);
}

/// <summary>The source-generated JSON of what messages of visits carry.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(VisitMessageData))]
internal sealed partial class VisitMessageJson : JsonSerializerContext
{
    public static VisitMessageJson Instance { get; } = new(FactJson.Options());
}
