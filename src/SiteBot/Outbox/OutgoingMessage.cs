using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Outbox;

/// <summary>Whom a message is for.</summary>
/// <param name="Value"><c>person/ID</c> or <c>channel/OFFICE</c>.</param>
public readonly record struct Recipient(string Value)
{
    /// <summary>A person of the directory, in the personal chat.</summary>
    public static Recipient Person(string id) => new("person/" + id);

    /// <summary>The field-service channel of a regional office.</summary>
    public static Recipient Channel(string office) => new("channel/" + office);

    /// <summary>True for a regional office's channel.</summary>
    public bool IsChannel => Value.StartsWith("channel/", StringComparison.Ordinal);

    /// <summary>The person's or the regional office's id.</summary>
    public string Id => Value[(Value.IndexOf('/') + 1)..];

    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>How soon a message must be out. Urgent goes before routine.</summary>
public enum Urgency
{
    /// <summary>Alarms, consents for a near window, warnings of a running operation.</summary>
    Urgent = 0,

    /// <summary>All else.</summary>
    Routine = 1,
}

/// <summary>A message to somebody who is not in the turn. It says what is to be told, not how it looks: it is rendered when it is
/// delivered, from the facts of then, so that a late message still tells the truth.</summary>
/// <param name="Key">Deterministic, unique for all time; the same key is never sent as a second message. At most 200 characters.</param>
/// <param name="To">Whom for.</param>
/// <param name="Urgency">How soon.</param>
/// <param name="DueAt">Not before this moment, business time.</param>
/// <param name="Kind">What is told; the channel's side knows how each kind looks. At most 60 characters.</param>
/// <param name="About">The stream that it is rendered from.</param>
/// <param name="Data">JSON with the ids that rendering needs; nothing private.</param>
/// <param name="Slot">Where it is shown in place: a message with the same recipient and slot updates the one that stands there; null for a message of its own. At most 200 characters.</param>
public sealed record OutgoingMessage(
    string Key, Recipient To, Urgency Urgency, Instant DueAt, string Kind, StreamId About, string Data, string? Slot);

/// <summary>A way to reach a person or a channel.</summary>
/// <param name="To">Whom.</param>
/// <param name="Reference">The channel's own conversation reference, JSON.</param>
/// <param name="ServiceUrl">The address that was vouched for when it was learned.</param>
/// <param name="Tenant">The tenant, or an empty text where the channel has none.</param>
/// <param name="At">When it was learned, business time.</param>
public sealed record Address(Recipient To, string Reference, string ServiceUrl, string Tenant, Instant At);
