using NodaTime;
using SiteBot.Host.Settings;
using SiteBot.Outbox;

namespace SiteBot.Host.Delivery;

/// <summary>How outgoing messages are delivered: the settings <c>Delivery:*</c>.</summary>
internal sealed record DeliveryOptions
{
    /// <summary>How long a claimed message is this host's alone, on the database's clock; a dead host's messages are taken over after it.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After so long without an answer an attempt has failed; at most half of <see cref="Lease"/>.</summary>
    public TimeSpan Attempt { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>How many messages one claim takes.</summary>
    public int Batch { get; init; } = 128;

    /// <summary>How many messages this host holds at once, being sent or about to be.</summary>
    public int InFlight { get; init; } = 512;

    /// <summary>The longest time without a look at the outbox.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a host that stops waits for what it is sending.</summary>
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>When what did not go through is tried again.</summary>
    public RetrySchedule Retry { get; init; } = RetrySchedule.Usual;

    /// <summary>What the channel takes, shared by the hosts of one store.</summary>
    public DeliveryLimits Limits { get; init; } = DeliveryLimits.Teams;

    /// <summary>Overdue by more than this, administrators are alarmed.</summary>
    public Duration AlarmAfter { get; init; } = Duration.FromMinutes(5);

    /// <summary>How often hosts that share a store show each other that they are there; one is missed after four. No setting.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Reads and checks the group.</summary>
    public static DeliveryOptions Read(SettingsReader reader)
    {
        var lease = reader.Number("Delivery:LeaseSeconds", 30, 10, 600, "How long a claimed message is one host's alone; a dead host's messages are taken over after it.");
        var attempt = reader.Number("Delivery:AttemptSeconds", 12, 1, 300, "After so long without an answer an attempt has failed; at most half of Delivery:LeaseSeconds.");
        if (attempt > lease / 2)
        {
            reader.Fault($"Delivery:AttemptSeconds is {attempt}; write at most half of Delivery:LeaseSeconds, {lease / 2}.");
        }

        var batch = reader.Number("Delivery:Batch", 128, 1, 1000, "How many messages one claim takes.");
        var options = new DeliveryOptions
        {
            Lease = TimeSpan.FromSeconds(lease),
            Attempt = TimeSpan.FromSeconds(attempt),
            Batch = batch,
            InFlight = Math.Max(batch, reader.Number("Delivery:InFlight", 512, 1, 10_000, "How many messages one host holds at once; never fewer than Delivery:Batch.")),
            LookEvery = TimeSpan.FromMilliseconds(reader.Number("Delivery:LookMilliseconds", 1000, 50, 60_000, "The longest time without a look at the outbox; where several hosts share a store, at most a second.")),
            StopWithin = TimeSpan.FromSeconds(reader.Number("Delivery:StopSeconds", 5, 0, 60, "How long a host that stops waits for what it is sending.")),
            Retry = ReadRetry(reader),
            Limits = ReadLimits(reader),
            AlarmAfter = Duration.FromMinutes(reader.Number("Delivery:AlarmMinutes", 5, 1, 1440, "Overdue by more than this, administrators are alarmed.")),
        };
        return options;
    }

    private static RetrySchedule ReadRetry(SettingsReader reader)
    {
        var first = reader.Number("Delivery:RetryFirstSeconds", 2, 1, 600, "The longest wait after the first attempt; it doubles with each.");
        var longest = reader.Number("Delivery:RetryLongestSeconds", 300, 1, 43_200, "What waits grow to.");
        var urgent = reader.Number("Delivery:RetryLongestUrgentSeconds", 60, 1, 43_200, "What waits grow to for urgent messages.");
        if (first > longest || first > urgent)
        {
            reader.Fault($"Delivery:RetryFirstSeconds is {first}; write no more than Delivery:RetryLongestSeconds and Delivery:RetryLongestUrgentSeconds.");
        }

        var attempts = reader.Number("Delivery:Attempts", 100, 1, 10_000, "After so many attempts a message is given up; sitebot outbox lists and requeues it.");
        return new(Duration.FromSeconds(first), Duration.FromSeconds(longest), Duration.FromSeconds(urgent), attempts);
    }

    private static DeliveryLimits ReadLimits(SettingsReader reader) => new(
        [
            .. Limit(reader, "Delivery:ConversationPerSecond", 7, 1, "Messages in any second to one conversation; 0 for any number."),
            .. Limit(reader, "Delivery:ConversationPer2Seconds", 8, 2, "Messages in any two seconds to one conversation; 0 for any number."),
            .. Limit(reader, "Delivery:ConversationPer30Seconds", 60, 30, "Messages in any half minute to one conversation; 0 for any number."),
            .. Limit(reader, "Delivery:ConversationPerHour", 1800, 3600, "Messages in any hour to one conversation; 0 for any number."),
        ],
        [.. Limit(reader, "Delivery:TenantPerSecond", 50, 1, "Requests in any second to all conversations; 0 for any number. The hosts of one store share each of these limits.")]);

    private static IEnumerable<RateLimit> Limit(SettingsReader reader, string name, int usual, int seconds, string purpose) =>
        reader.Number(name, usual, 0, 100_000, purpose) is var count && count == 0 ? [] : [new RateLimit(count, Duration.FromSeconds(seconds))];
}
