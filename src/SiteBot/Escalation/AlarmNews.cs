using System.Collections.Immutable;
using NodaTime;
using SiteBot.Outbox;

namespace SiteBot.Escalation;

/// <summary>What others must hear at once of a change of an alarm: the card in place for everybody whom it reached and for the channel, and a line of its own
/// for what must be noticed. Pure; goes into the commit of the facts.</summary>
public static class AlarmNews
{
    /// <summary>The messages of a change; empty where it has no facts.</summary>
    public static ImmutableArray<OutgoingMessage> Of(AlarmChange change, Instant now)
    {
        var (before, after, facts) = change;
        if (facts.IsEmpty)
        {
            return [];
        }

        var reached = after.ReachedBy(now);
        var told = new List<(string Kind, string Person)>();
        foreach (var fact in facts)
        {
            IEnumerable<(string Kind, string Person)> news = fact.Event switch
            {
                AlarmEvent.Acknowledged => Others(Reporters(after), fact.By, AlarmMessages.Acknowledged),
                AlarmEvent.TakenOver =>
                [
                    .. Others(Reporters(after), fact.By, AlarmMessages.Acknowledged),
                    .. Others(before.Owner is { } former ? [former] : [], fact.By, AlarmMessages.HandedOn),
                ],
                AlarmEvent.HandedOn e =>
                [
                    .. Others([e.To], fact.By, AlarmMessages.HandedOn),
                    .. Others(Reporters(after), fact.By, AlarmMessages.Acknowledged),
                ],
                AlarmEvent.HelpAsked => Others(reached, fact.By, AlarmMessages.Help),
                AlarmEvent.TakenBack => Others(reached, fact.By, AlarmMessages.TakenBack),
                AlarmEvent.Resolved => Others([.. reached, .. Reporters(after)], fact.By, AlarmMessages.Resolved),
                _ => [],
            };
            told.AddRange(news);
        }

        // The chain of a round before may hold people whose card would else stay as it was.
        var cards = reached.Concat(before.Version == 0 ? [] : before.ReachedBy(now)).Distinct(StringComparer.OrdinalIgnoreCase).Select(Recipient.Person)
            .Append(Recipient.Channel(after.Office));
        return
        [
            .. cards.Select(to => Message(after, AlarmMessages.Card, to, now, AlarmMessages.Slot(after.Id))),
            .. told.Distinct().Select(line => Message(after, line.Kind, Recipient.Person(line.Person), now, slot: null)),
        ];
    }

    private static IEnumerable<string> Reporters(Alarm alarm) => alarm.Reports.Select(report => report.By);

    private static IEnumerable<(string Kind, string Person)> Others(IEnumerable<string> people, string? by, string kind) =>
        people.Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(person => !string.Equals(person, by, StringComparison.OrdinalIgnoreCase)).Select(person => (kind, person));

    private static OutgoingMessage Message(Alarm alarm, string kind, Recipient to, Instant now, string? slot) => new(
        $"alarm/{alarm.Id}/{alarm.Version}/{kind}/{to}", to, Urgency.Urgent, now, kind, alarm.Stream,
        new AlarmMessageData(alarm.Id, alarm.Round, alarm.Version).Json(), slot);
}
