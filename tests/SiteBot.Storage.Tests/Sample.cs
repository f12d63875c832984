using System.Collections.Immutable;
using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Storage.Tests;

/// <summary>Facts and messages of a cutover night, as the tests need them.</summary>
internal static class Sample
{
    public static readonly Instant Night = Instant.FromUtc(2026, 3, 10, 15, 30);
    public static readonly StreamId Visit = StreamId.Visit("7");
    public static readonly Recipient Li = Recipient.Person("li.wei");

    public static Fact Fact(string data = """{"step":"backup"}""", string kind = "step-done") =>
        new(kind, 1, Night, Night + Duration.FromMinutes(2), "li.wei", data, SiteBot.Ledger.Fact.NothingPrivate);

    public static Fact Fact(params (string Name, string Value)[] secrets) =>
        Fact() with { Private = secrets.Aggregate(SiteBot.Ledger.Fact.NothingPrivate, (all, one) => all.Add(one.Name, one.Value)) };

    public static StreamWrite Write(StreamId stream, long expected, params Fact[] facts) => new(stream, expected, [.. facts], null, []);

    public static Commit Facts(StreamId stream, long expected, params Fact[] facts) => new() { Streams = [Write(stream, expected, facts)] };

    public static LedgerQuery Query(params StreamId[] streams) => new(null, null, [.. streams], [], 1);

    public static OutgoingMessage Message(string key, Recipient? to = null, Instant? due = null, Urgency urgency = Urgency.Routine, string? slot = null) =>
        new(key, to ?? Li, urgency, due ?? Night, "follow-up", Visit, """{"day":1}""", slot);

    public static Commit Asks(params OutgoingMessage[] messages) => new() { Outgoing = [.. messages] };

    public static Commit Owes(params OutgoingMessage[] messages) => new() { Plans = [new PlanWrite(Visit, [.. messages])] };

    public static async Task<StreamView> See(this IStore store, StreamId stream) =>
        (await store.Ledger.Read(Query(stream), CancellationToken.None)).Streams.Single();

    public static async Task Keeps(this IStore store, Commit commit) => Assert.IsType<CommitOutcome.Kept>(await store.Ledger.Commit(commit));

    public static async Task<List<T>> ToList<T>(this IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
        {
            all.Add(item);
        }

        return all;
    }

    public static async Task<string[]> Claims(this IStore store, string host = "a", Instant? now = null, Duration? lease = null, int limit = 100) =>
        [.. (await store.Outbox.Claim(now ?? Night, host, lease ?? Duration.FromMinutes(10), limit, CancellationToken.None)).Select(claimed => claimed.Message.Key)];

    public static ValueTask Reports(this IStore store, string host, params DeliveryReport[] reports) =>
        store.Outbox.Settle(host, reports, CancellationToken.None);

    public static DeliveryReport Sent(string key, string? activity = null) =>
        new DeliveryReport.Sent(key, activity is null ? null : new Posted("conversation", activity));
}
