using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Host.Delivery;

/// <summary>Asks for what follows when a message is given up (<see cref="Undelivered"/>), before that is recorded: after a crash between the two it asks again, with the same keys.</summary>
internal sealed class FailureConsequences(ILedger ledger, IWorkplace workplace, IBusinessClock clock)
{
    /// <summary>Keeps what follows. Throws where the store fails; then the message must not be given up yet.</summary>
    public async ValueTask Ask(OutgoingMessage message, FailureKind why, CancellationToken cancellation)
    {
        var senders = await SendersOf(message, cancellation);
        var office = senders.Office ?? (message.To.IsChannel ? null : workplace.Current.Directory.FindPerson(message.To.Id)?.Office);
        var follows = Undelivered.Consequences(message, why, senders.People, office, clock.Now);
        if (!follows.IsEmpty)
        {
            await ledger.Commit(new Commit { Outgoing = follows });
        }
    }

    private async ValueTask<MessageSenders> SendersOf(OutgoingMessage message, CancellationToken cancellation)
    {
        try
        {
            var view = await ledger.Read(new LedgerQuery(null, null, [message.About], [], Snapshot.ShapeNow), cancellation);
            return MessageSenders.Of(message, view.Streams.Single(stream => stream.Stream == message.About));
        }
        catch (UnknownFactException)
        {
            // Written by a newer host, which knows better whom to tell; the operator sees the message in any case.
            return MessageSenders.Nobody;
        }
    }
}
