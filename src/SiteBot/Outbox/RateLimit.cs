using System.Collections.Immutable;
using NodaTime;

namespace SiteBot.Outbox;

/// <summary>At most so many requests in any stretch of that length.</summary>
/// <param name="Count">At least 1.</param>
/// <param name="Within">The stretch's length, half-open; longer than zero.</param>
public sealed record RateLimit(int Count, Duration Within);

/// <summary>How much a channel takes.</summary>
/// <param name="Conversation">For one conversation (a chat, a thread).</param>
/// <param name="Tenant">For all conversations together.</param>
public sealed record DeliveryLimits(ImmutableArray<RateLimit> Conversation, ImmutableArray<RateLimit> Tenant)
{
    /// <summary>A request that got no answer for so long has arrived, or never will.</summary>
    public Duration ArrivedAfter { get; init; } = Duration.FromSeconds(1);

    /// <summary>What Microsoft documents for bots in Teams: 7 in a second, 8 in two, 60 in half a minute and 1,800 in an hour a thread; 50 a second an app and tenant.</summary>
    public static DeliveryLimits Teams { get; } = new(
        [
            new(7, Duration.FromSeconds(1)),
            new(8, Duration.FromSeconds(2)),
            new(60, Duration.FromSeconds(30)),
            new(1800, Duration.FromHours(1)),
        ],
        [new(50, Duration.FromSeconds(1))]);

    /// <summary>No limits, for a channel of one's own.</summary>
    public static DeliveryLimits None { get; } = new([], []);
}
