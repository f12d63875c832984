using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Escalation;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Reminders;
using SiteBot.Teams.Actions;
using SiteBot.Teams.Delivery;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>How each kind of outgoing message looks: every kind has one drawing, from the facts of the moment of delivery.</summary>
internal sealed class OutgoingCards(CardDeck deck) : IOutgoingCards
{
    private static readonly FrozenDictionary<string, Func<OutgoingScene, Drawn>> Drawings =
        AlarmOutgoing.All.Concat(VisitOutgoing.All).Concat(ReminderOutgoing.All).Concat(QuestionOutgoing.All).Concat(OfficeOutgoing.All).ToFrozenDictionary(pair => pair.Kind, pair => pair.Draw, StringComparer.Ordinal);

    /// <summary>The kinds that can be drawn.</summary>
    public static IEnumerable<string> Kinds => Drawings.Keys;

    /// <inheritdoc />
    public LedgerQuery Needs(OutgoingMessage message) => new(
        null, null,
        message.About == StreamId.Standing ? [] : [message.About],
        message.Kind == ReminderMessages.MorningDigest && ReminderData.Read(message.Data).Office is { } office ? [VisitLabels.OpenIn(office), AlarmLabels.OpenIn(office)] : [],
        Snapshot.ShapeNow);

    /// <inheritdoc />
    public Drawn Draw(OutgoingMessage message, LedgerView view, Workplace workplace, Language language, Instant now) => Drawings.TryGetValue(message.Kind, out var draw)
        ? draw(new OutgoingScene(deck, message, view, workplace, language, now))
        : throw new CardException($"No card draws a message of the kind '{message.Kind}'.");

    /// <inheritdoc />
    public Drawn DrawSmall(OutgoingMessage message, LedgerView view, Workplace workplace, Language language, Instant now)
    {
        if (Draw(message, view, workplace, language, now) is not Drawn.Show whole)
        {
            return Draw(message, view, workplace, language, now);
        }

        var pen = new Pen(deck, workplace, language);
        var visit = message.About.Noun == "visit" ? message.About.Id : null;
        return whole with
        {
            Card = TextCard.Draw(
                pen, Tone.Calm, pen.Word("small.title"), "", [whole.Card.Summary, pen.Word("small.hint")], [],
                visit is null || message.To.IsChannel ? [] : [new CardButton(pen.Word("press.status"), CardVerbs.VisitStatus, ("visit", visit)) { Style = ButtonStyle.Positive }]),
        };
    }
}
