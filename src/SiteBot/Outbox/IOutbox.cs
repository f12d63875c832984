using NodaTime;

namespace SiteBot.Outbox;

/// <summary>What is to be sent and what became of it. Leases go by the database's clock, due times by business time.</summary>
public interface IOutbox
{
    /// <summary>Claims messages that are due, urgent first, then by due time, then as they were asked for. Each recipient's messages stay in order:
    /// a recipient is left out while messages to them are claimed and not settled (by any host, this one too, until the lease ends), and a message is left out
    /// while one before it to the same recipient waits for another try. Urgent messages do not wait behind routine ones that do.</summary>
    /// <remarks>Where one claim holds several messages of the same recipient and slot, only the last needs to be sent; the caller reports the others overtaken.</remarks>
    /// <param name="now">Business time: messages due at or before it.</param>
    /// <param name="host">Who claims.</param>
    /// <param name="lease">After this time on the database's clock another host may claim them again.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="cancellation">Stops before anything is claimed.</param>
    ValueTask<IReadOnlyList<ClaimedMessage>> Claim(Instant now, string host, Duration lease, int limit, CancellationToken cancellation);

    /// <summary>Records what became of claimed messages, in one transaction. A message whose lease another host has taken meanwhile is left alone.</summary>
    ValueTask Settle(string host, IReadOnlyList<DeliveryReport> reports, CancellationToken cancellation);

    /// <summary>The earliest business time after <paramref name="after"/> (exclusive) at which something undelivered (and not given up) is due, or null.
    /// What is overdue already and waits for another try does not count: it must not hold up what comes after it.</summary>
    ValueTask<Instant?> NextDue(Instant after, CancellationToken cancellation);

    /// <summary>How far delivery is behind at <paramref name="now"/>.</summary>
    ValueTask<OutboxLag> Lag(Instant now, CancellationToken cancellation);

    /// <summary>Messages in a state, oldest first.</summary>
    ValueTask<IReadOnlyList<OutboxEntry>> List(DeliveryState state, int limit, CancellationToken cancellation);

    /// <summary>Puts a message that was given up back, as if it had never been tried; false where it is not given up.</summary>
    ValueTask<bool> Requeue(string key, CancellationToken cancellation);
}

/// <summary>How people and channels are reached.</summary>
public interface IAddressBook
{
    /// <summary>The latest way to reach somebody, or null.</summary>
    ValueTask<Address?> Of(Recipient to, CancellationToken cancellation);

    /// <summary>The last service address that was vouched for in a tenant, or null.</summary>
    ValueTask<string?> LastServiceUrl(string tenant, CancellationToken cancellation);

    /// <summary>The service address that was vouched for last in any tenant, or null.</summary>
    ValueTask<ServiceAddress?> LastService(CancellationToken cancellation);

    /// <summary>Keeps an address learned outside a turn, e.g. from a conversation that was created. As with one that a commit keeps, messages that were given up since there was
    /// no way to its recipient (<see cref="Undelivered.KeptUnreachable"/>) are put back: they are drawn from the facts of now, or overtaken.</summary>
    ValueTask Learn(Address address, CancellationToken cancellation);

    /// <summary>Forgets an address that turned out to be gone, where it still is the latest.</summary>
    ValueTask Unlearn(Address address, CancellationToken cancellation);
}

/// <summary>Where a tenant's channel takes requests.</summary>
/// <param name="Tenant">The tenant, or an empty text where the channel has none.</param>
/// <param name="Url">The address, as it was vouched for.</param>
public sealed record ServiceAddress(string Tenant, string Url);

/// <summary>A message that this host may deliver until its lease ends.</summary>
/// <param name="Message">The message.</param>
/// <param name="Attempts">How often delivery was begun before.</param>
/// <param name="Posted">Where the message of the same recipient and slot stands, or null; the message then updates it.</param>
public sealed record ClaimedMessage(OutgoingMessage Message, int Attempts, Posted? Posted);

/// <summary>Where a message stands.</summary>
/// <param name="Conversation">The conversation's id.</param>
/// <param name="Activity">The activity's id.</param>
public sealed record Posted(string Conversation, string Activity);

/// <summary>What became of a claimed message.</summary>
/// <param name="Key">The message's key.</param>
public abstract record DeliveryReport(string Key)
{
    /// <summary>It is out.</summary>
    /// <param name="Key">The message's key.</param>
    /// <param name="Posted">Where it stands, or null where the channel did not say.</param>
    public sealed record Sent(string Key, Posted? Posted) : DeliveryReport(Key);

    /// <summary>Not now: again after a while on the database's clock.</summary>
    /// <param name="Key">The message's key.</param>
    /// <param name="After">How long to wait.</param>
    /// <param name="Reason">Why, for an operator.</param>
    public sealed record Retry(string Key, Duration After, string Reason) : DeliveryReport(Key);

    /// <summary>Not begun (a limit was reached, the host stops): again after a while on the database's clock. Does not count as an attempt.</summary>
    /// <param name="Key">The message's key.</param>
    /// <param name="After">How long to wait; zero for at once.</param>
    public sealed record PutBack(string Key, Duration After) : DeliveryReport(Key);

    /// <summary>Given up; an operator sees it and may requeue it.</summary>
    /// <param name="Key">The message's key.</param>
    /// <param name="Reason">Why, for an operator.</param>
    public sealed record GivenUp(string Key, string Reason) : DeliveryReport(Key);

    /// <summary>No longer true or wanted (the facts moved on, a newer message has its slot): not sent, and that is right.</summary>
    /// <param name="Key">The message's key.</param>
    /// <param name="Reason">Why, for an operator.</param>
    public sealed record Overtaken(string Key, string Reason) : DeliveryReport(Key);
}

/// <summary>Where a message is on its way.</summary>
public enum DeliveryState
{
    /// <summary>Not yet due, due, or waiting for another try.</summary>
    Waiting,

    /// <summary>Delivered.</summary>
    Sent,

    /// <summary>Given up, with a reason.</summary>
    GivenUp,

    /// <summary>Not sent since the facts moved on.</summary>
    Overtaken,
}

/// <summary>A message as an operator sees it.</summary>
/// <param name="Message">The message.</param>
/// <param name="State">Where it is.</param>
/// <param name="Attempts">How often delivery was begun.</param>
/// <param name="Reason">The last reason, or null.</param>
public sealed record OutboxEntry(OutgoingMessage Message, DeliveryState State, int Attempts, string? Reason);

/// <summary>How far the outbox is behind.</summary>
/// <param name="Due">Messages due and undelivered, those given up not counted.</param>
/// <param name="Untried">How many of them still wait for the end of their first attempt: not claimed yet, or claimed and not settled since.</param>
/// <param name="OldestDue">Since when the oldest of them is due, business time; null where there is none.</param>
public sealed record OutboxLag(int Due, int Untried, Instant? OldestDue);
