using System.Collections.Immutable;
using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Teams.Cards;

namespace SiteBot.Teams.Delivery;

/// <summary>How each kind of outgoing message looks, drawn from the facts at the moment of delivery. Pure: what it wants to look at it says first, and is given.</summary>
internal interface IOutgoingCards
{
    /// <summary>What drawing the message looks at. Standing facts and a person's own stream need not be named: whoever delivers reads them too.</summary>
    LedgerQuery Needs(OutgoingMessage message);

    /// <summary>Draws the message.</summary>
    /// <param name="message">What is told.</param>
    /// <param name="view">What <see cref="Needs"/> asked for, as it is now.</param>
    /// <param name="workplace">The workplace with the standing facts of <paramref name="view"/>.</param>
    /// <param name="language">A person's own, or that of the channel's regional office.</param>
    /// <param name="now">Business time.</param>
    /// <exception cref="UnknownFactException">A newer host wrote a fact that this one cannot read: the message waits for a host that can.</exception>
    Drawn Draw(OutgoingMessage message, LedgerView view, Workplace workplace, Language language, Instant now);

    /// <summary>The same message as a card below 8 KB, for a channel that refused the first one's size: what happened, what to do, and where the rest can be read.</summary>
    Drawn DrawSmall(OutgoingMessage message, LedgerView view, Workplace workplace, Language language, Instant now);
}

/// <summary>What drawing came to.</summary>
internal abstract record Drawn
{
    private Drawn()
    {
    }

    /// <summary>To be shown.</summary>
    /// <param name="Card">The card.</param>
    /// <param name="Mentions">Whom the message calls by name, in order; only in a channel.</param>
    public sealed record Show(Card Card, ImmutableArray<Mentioned> Mentions) : Drawn
    {
        /// <summary>A card that calls nobody by name.</summary>
        public Show(Card card)
            : this(card, [])
        {
        }

        /// <summary>In a channel: who has presses of their own on the card, the most important first, ids of the directory. They are shown their own view of it at once.</summary>
        public ImmutableArray<string> Viewers { get; init; } = [];
    }

    /// <summary>No longer true or wanted.</summary>
    /// <param name="Reason">Why, for an operator.</param>
    public sealed record Overtaken(string Reason) : Drawn;
}

/// <summary>Somebody who is called by name in a channel.</summary>
/// <param name="Person">The person's id in the directory.</param>
/// <param name="Name">The name as it is written there.</param>
internal sealed record Mentioned(string Person, string Name);
