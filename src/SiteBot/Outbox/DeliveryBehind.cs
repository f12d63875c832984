using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Ledger;

namespace SiteBot.Outbox;

/// <summary>The alarm that messages do not go out.</summary>
public static class DeliveryBehind
{
    /// <summary>The kind of its messages; their data is a <see cref="DeliveryBehindData"/>.</summary>
    public const string Kind = "delivery-behind";

    /// <summary>To each administrator, once for each moment since which everything waits.</summary>
    /// <param name="directory">Who is an administrator, deputies of the day too.</param>
    /// <param name="lag">How far behind; with an oldest due message.</param>
    /// <param name="now">Business time.</param>
    public static IEnumerable<OutgoingMessage> Alarm(CompanyDirectory directory, OutboxLag lag, Instant now)
    {
        var since = lag.OldestDue ?? now;
        var data = new DeliveryBehindData(since, lag.Due).Json();
        return directory.Holders(Role.Administrator, now.InUtc().Date).Select(holder => Recipient.Person(holder.Person.Id)).Select(to => new OutgoingMessage(
            $"delivery-behind/{since.ToUnixTimeSeconds()}/{to}", to, Urgency.Urgent, now, Kind, StreamId.Standing, data, Slot: null));
    }
}

/// <summary>What is told of a delivery that is behind; JSON in <see cref="OutgoingMessage.Data"/>.</summary>
/// <param name="Since">Since when the oldest message is due.</param>
/// <param name="Due">How many messages wait.</param>
public sealed record DeliveryBehindData(Instant Since, int Due)
{
    /// <summary>Reads a message's data.</summary>
    public static DeliveryBehindData Read(string json) => JsonSerializer.Deserialize(json, DeliveryBehindJson.Instance.DeliveryBehindData)!;

    /// <summary>As the message carries it.</summary>
    public string Json() => JsonSerializer.Serialize(this, DeliveryBehindJson.Instance.DeliveryBehindData);
}

/// <summary>The source-generated JSON of the alarm.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DeliveryBehindData))]
internal sealed partial class DeliveryBehindJson : JsonSerializerContext
{
    public static DeliveryBehindJson Instance { get; } = new(FactJson.Options());
}
