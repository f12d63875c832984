using NodaTime;
using SiteBot.Escalation;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Teams.Delivery;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>A message that is about to be delivered, with all that it is drawn from.</summary>
/// <param name="Deck">The templates.</param>
/// <param name="Message">What is told.</param>
/// <param name="View">What was read for it.</param>
/// <param name="Workplace">The workplace with its standing facts.</param>
/// <param name="Language">The reader's language.</param>
/// <param name="Now">Business time.</param>
internal sealed record OutgoingScene(CardDeck Deck, OutgoingMessage Message, LedgerView View, Workplace Workplace, Language Language, Instant Now)
{
    private static readonly Drawn.Overtaken Gone = new("What it tells of is not on record.");

    /// <summary>For words and names.</summary>
    public Pen Pen { get; } = new(Deck, Workplace, Language);

    /// <summary>Who reads it; null for a channel, where nobody gets presses of their own.</summary>
    public string? Reader => Message.To.IsChannel ? null : Message.To.Id;

    /// <summary>The visits that were read.</summary>
    public IEnumerable<Visit> Visits => View.Streams.Where(stream => stream.Stream.Noun == "visit").Select(VisitStream.Read).OfType<Visit>();

    /// <summary>The alarms that were read.</summary>
    public IEnumerable<Alarm> Alarms => View.Streams.Where(stream => stream.Stream.Noun == "alarm").Select(AlarmStream.Read).OfType<Alarm>();

    /// <summary>Draws from the visit that the message is about.</summary>
    public Drawn OfVisit(Func<Visit, Drawn> draw) => Visits.FirstOrDefault(visit => visit.Stream == Message.About) is { } visit ? draw(visit) : Gone;

    /// <summary>Draws from the alarm that the message is about.</summary>
    public Drawn OfAlarm(Func<Alarm, Drawn> draw) => Alarms.FirstOrDefault(alarm => alarm.Stream == Message.About) is { } alarm ? draw(alarm) : Gone;

    /// <summary>True where the person reads it.</summary>
    public bool IsReadBy(string? person) => Reader is not null && string.Equals(Reader, person, StringComparison.OrdinalIgnoreCase);

    /// <summary>A notice.</summary>
    public Drawn Notice(
        Tone tone, string title, string about, IEnumerable<string> lines, IEnumerable<(string Label, string Text)>? facts = null,
        IEnumerable<CardButton>? buttons = null, IEnumerable<CardQuestion>? questions = null, IEnumerable<CardCall?>? calls = null) => new Drawn.Show(TextCard.Draw(
            Pen, tone, title, about, lines, facts ?? [], Reader is null ? [] : buttons, Reader is null ? [] : questions, calls));

    /// <summary>A press that calls a person.</summary>
    public CardCall? Call(string? person) => person is null || IsReadBy(person) ? null : Pen.Call(Workplace.Directory.FindPerson(person));
}
