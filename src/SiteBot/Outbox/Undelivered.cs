using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Outbox;

/// <summary>What follows when a message is given up: who caused it is told, and where the person has blocked the bot the regional office's channel is told in their stead.</summary>
/// <remarks>Pure, with keys made from the message's own: a repeat asks for nothing twice. What is told of an undelivered message leads to nothing further, so that nothing goes round in a circle.</remarks>
public static class Undelivered
{
    /// <summary>The kind of message that tells a sender; its data is an <see cref="UndeliveredData"/>.</summary>
    public const string Kind = "delivery-failed";

    /// <summary>How the reason of a message begins that is kept until its recipient can be reached: learning an address puts it back.</summary>
    public const string KeptUnreachable = "unreachable";

    private const string InStead = "for";

    /// <summary>What is to be told.</summary>
    /// <param name="message">The message that is given up.</param>
    /// <param name="why">What it failed of.</param>
    /// <param name="senders">Who caused it, ids.</param>
    /// <param name="office">Whose channel takes over; null where there is none.</param>
    /// <param name="now">Business time.</param>
    public static ImmutableArray<OutgoingMessage> Consequences(OutgoingMessage message, FailureKind why, ImmutableArray<string> senders, string? office, Instant now)
    {
        if (message.Kind == Kind || InSteadOf(message) is not null)
        {
            return [];
        }

        var takesOver = why == FailureKind.Blocked && !message.To.IsChannel ? office : null;
        var data = new UndeliveredData(message.Key, message.Kind, message.To.Value, ReasonOf(why), takesOver).Json();
        var told = senders
            .Where(sender => message.To.IsChannel || !string.Equals(sender, message.To.Id, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(Recipient.Person)
            .Select(to => new OutgoingMessage(KeyOf(message, "undelivered", to), to, message.Urgency, now, Kind, message.About, data, Slot: null));
        return takesOver is null ? [.. told] : [Redirected(message, Recipient.Channel(takesOver), now), .. told];
    }

    /// <summary>The person in whose stead a channel is told this; null where it was for the channel from the beginning.</summary>
    public static string? InSteadOf(OutgoingMessage message) =>
        message.To.IsChannel && message.Data.Contains($"\"{InStead}\"", StringComparison.Ordinal)
            ? (JsonNode.Parse(message.Data) as JsonObject)?[InStead]?.GetValue<string>()
            : null;

    /// <summary>How <see cref="UndeliveredData.Why"/> names a failure.</summary>
    public static string ReasonOf(FailureKind why) => why switch
    {
        FailureKind.Blocked => "blocked",
        FailureKind.Unreachable => KeptUnreachable,
        _ => "given-up",
    };

    private static OutgoingMessage Redirected(OutgoingMessage message, Recipient to, Instant now)
    {
        var data = JsonNode.Parse(message.Data) as JsonObject ?? [];
        data[InStead] = message.To.Id;
        return message with { Key = KeyOf(message, "in-stead", to), To = to, DueAt = now, Data = data.ToJsonString(Written) };
    }

    private static string KeyOf(OutgoingMessage message, string what, Recipient to)
    {
        var key = $"{what}/{message.Key}/{to}";
        return key.Length <= 200 ? key : $"{what}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}";
    }

    private static readonly JsonSerializerOptions Written = new() { Encoder = FactJson.Encoder };
}

/// <summary>What is told of a message that was given up; JSON in <see cref="OutgoingMessage.Data"/>. Nothing private.</summary>
/// <param name="Key">The message's key.</param>
/// <param name="Kind">The message's kind.</param>
/// <param name="To">Whom it was for, as <see cref="Recipient.Value"/>.</param>
/// <param name="Why"><c>blocked</c>, <c>unreachable</c> or <c>given-up</c>.</param>
/// <param name="Office">The regional office whose channel was told instead, or null.</param>
public sealed record UndeliveredData(string Key, string Kind, string To, string Why, string? Office = null)
{
    /// <summary>Reads a message's data.</summary>
    public static UndeliveredData Read(string json) => JsonSerializer.Deserialize(json, UndeliveredJson.Instance.UndeliveredData)!;

    /// <summary>As the message carries it.</summary>
    public string Json() => JsonSerializer.Serialize(this, UndeliveredJson.Instance.UndeliveredData);
}

/// <summary>The source-generated JSON of what is told of undelivered messages.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(UndeliveredData))]
internal sealed partial class UndeliveredJson : JsonSerializerContext
{
    public static UndeliveredJson Instance { get; } = new(FactJson.Options());
}
