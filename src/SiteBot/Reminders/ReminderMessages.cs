using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Reminders;

/// <summary>What is told of duties, consents that wait, running operations and silence. Each is drawn from the visit as it is when it is delivered.</summary>
public static class ReminderMessages
{
    /// <summary>A duty is owed: to its owner, with done, later, hand on.</summary>
    public const string Duty = "duty-reminder";

    /// <summary>The last day of a duty has begun: to the head of the regional office.</summary>
    public const string Lapses = "duty-lapses";

    /// <summary>A duty is overdue: to the head of the regional office, once.</summary>
    public const string Overdue = "duty-overdue";

    /// <summary>A consent is still waited for: to those who may answer.</summary>
    public const string ConsentChase = "consent-chase";

    /// <summary>A consent is still waited for: to the engineer, and to deputies of those who may answer.</summary>
    public const string ConsentUnanswered = "consent-unanswered";

    /// <summary>The running operation nears or passes a time of its own; <see cref="ReminderData.What"/> says which.</summary>
    public const string Operation = "operation-warning";

    /// <summary>Nothing was heard from a site in trouble: to the engineer.</summary>
    public const string Silence = "silence";

    /// <summary>Still nothing was heard: to product support and the head of the regional office.</summary>
    public const string SilenceUp = "silence-up";

    /// <summary>The report of who escorts is about to be too old (6.3-6).</summary>
    public const string Escort = "escort-lapses";

    /// <summary>The visit's card in its regional office's channel, in place.</summary>
    public const string VisitCard = "visit-card";

    /// <summary>What is due this morning: to the managers of a regional office.</summary>
    public const string MorningDigest = "morning-digest";
}

/// <summary>What drawing a reminder needs beside the visit; JSON in <see cref="OutgoingMessage.Data"/>. Nothing private.</summary>
/// <param name="Visit">The visit's id; empty in a digest.</param>
/// <param name="Duty">The duty's id.</param>
/// <param name="Occasion">Which time of the duty.</param>
/// <param name="Owner">Who owes it.</param>
/// <param name="PassedOnFrom">Who owed it and has left the directory.</param>
/// <param name="Request">The request for consent.</param>
/// <param name="What">Of an operation: <c>roll-back-soon</c>, <c>roll-back-now</c>, <c>end-soon</c>, <c>end-over</c>, <c>takes-longer</c>.</param>
/// <param name="Operation">Which operation of the visit, from 1.</param>
/// <param name="Version">The visit's version when silence began.</param>
/// <param name="At">The moment that it is about.</param>
/// <param name="Office">The regional office of a digest.</param>
/// <param name="Date">The local date of a digest.</param>
public sealed record ReminderData(
    string Visit, string? Duty = null, string? Occasion = null, string? Owner = null, string? PassedOnFrom = null, string? Request = null,
    string? What = null, int? Operation = null, long? Version = null, Instant? At = null, string? Office = null, string? Date = null)
{
    /// <summary>Reads a message's data.</summary>
    public static ReminderData Read(string json) => JsonSerializer.Deserialize(json, ReminderJson.Instance.ReminderData)!;

    /// <summary>As the message carries it.</summary>
    public string Json() => JsonSerializer.Serialize(this, ReminderJson.Instance.ReminderData);
}

/// <summary>The source-generated JSON of what reminders carry.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ReminderData))]
internal sealed partial class ReminderJson : JsonSerializerContext
{
    public static ReminderJson Instance { get; } = new(FactJson.Options());
}
