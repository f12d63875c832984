using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SiteBot.Escalation;
using SiteBot.Ledger;
using SiteBot.Visits;

namespace SiteBot.Outbox;

/// <summary>Who caused a message, and which regional office it concerns: whom to tell when it cannot be delivered.</summary>
/// <param name="People">Ids; empty where nobody did (a digest).</param>
/// <param name="Office">The regional office of the visit or alarm, or null.</param>
public sealed record MessageSenders(ImmutableArray<string> People, string? Office)
{
    /// <summary>Nobody.</summary>
    public static MessageSenders Nobody { get; } = new([], null);

    /// <summary>From the message's data (<c>by</c>) where it says so; else who leads the visit or reported the alarm that it is drawn from.</summary>
    /// <param name="message">The message.</param>
    /// <param name="about">Its stream as it is now.</param>
    /// <exception cref="UnknownFactException">The stream holds a fact that this host does not know.</exception>
    public static MessageSenders Of(OutgoingMessage message, StreamView about)
    {
        var (people, office) = message.About.Noun switch
        {
            "visit" when VisitStream.Read(about) is { } visit => (ImmutableArray.Create(visit.Lead), visit.Office),
            "alarm" when AlarmStream.Read(about) is { } alarm => ([.. alarm.Reports.Select(report => report.By).Distinct(StringComparer.OrdinalIgnoreCase)], alarm.Office),
            _ => (ImmutableArray<string>.Empty, (string?)null),
        };
        return new(NamedIn(message.Data) is { } by ? [by] : people, office);
    }

    private static string? NamedIn(string data) =>
        JsonNode.Parse(data) is JsonObject named && named["by"] is JsonValue by && by.TryGetValue<string>(out var person) && person.Length > 0 ? person : null;
}
