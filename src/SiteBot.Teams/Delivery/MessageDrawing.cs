using System.Collections.Immutable;
using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.People;
using SiteBot.Standing;

namespace SiteBot.Teams.Delivery;

/// <summary>Reads, once, what a message is drawn from, and draws it in its reader's language.</summary>
internal sealed class MessageDrawing(ILedger ledger, IWorkplace workplace, IOutgoingCards cards)
{
    /// <summary>Reads what drawing looks at.</summary>
    public async ValueTask<MessageFacts> Read(OutgoingMessage message, CancellationToken cancellation)
    {
        var needs = cards.Needs(message);
        ImmutableArray<StreamId> own = message.To.IsChannel ? [StreamId.Standing] : [StreamId.Standing, StreamId.Person(message.To.Id)];
        var view = await ledger.Read(needs with { Streams = [.. needs.Streams.Concat(own).Distinct()] }, cancellation);
        var standing = view.Streams.Single(stream => stream.Stream == StreamId.Standing);
        var place = workplace.Current with { Standing = StandingStream.Read(standing) };
        return new MessageFacts(message, view, place, LanguageOf(message.To, view, place));
    }

    /// <summary>Draws.</summary>
    public Drawn Draw(MessageFacts facts, bool small, Instant now) => small
        ? cards.DrawSmall(facts.Message, facts.View, facts.Workplace, facts.Language, now)
        : cards.Draw(facts.Message, facts.View, facts.Workplace, facts.Language, now);

    private static Language LanguageOf(Recipient to, LedgerView view, Workplace place)
    {
        if (to.IsChannel)
        {
            return place.Directory.FindOffice(to.Id)?.Language ?? Language.En;
        }

        var stream = view.Streams.Single(one => one.Stream == StreamId.Person(to.Id));
        return PersonStream.Read(stream).Language ?? place.Directory.FindPerson(to.Id)?.Language ?? Language.En;
    }
}

/// <summary>A message with all that it is drawn from.</summary>
/// <param name="Message">The message.</param>
/// <param name="View">What was read.</param>
/// <param name="Workplace">The workplace with its standing facts.</param>
/// <param name="Language">The reader's.</param>
internal sealed record MessageFacts(OutgoingMessage Message, LedgerView View, Workplace Workplace, Language Language);
