using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Tests.Outbox;

/// <summary>Messages that wait in the outbox.</summary>
internal static class Waiting
{
    public static readonly Instant Night = Instant.FromUtc(2026, 3, 10, 15, 30);

    public static OutgoingMessage Message(
        string key, string to = "wang.fang", Urgency urgency = Urgency.Routine, int due = 0, string? slot = null, string data = """{"visit":"7"}""", string kind = "duty-reminder") =>
        new(key, Recipient.Person(to), urgency, Night + Duration.FromMinutes(due), kind, StreamId.Visit("7"), data, slot);

    public static ClaimedMessage Claimed(string key, string to = "wang.fang", Urgency urgency = Urgency.Routine, int due = 0, string? slot = null) =>
        new(Message(key, to, urgency, due, slot), 0, null);
}
