using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Storage.Sqlite;

/// <summary>The address book over one SQLite file.</summary>
internal sealed class SqliteAddressBook(SqliteWriter writer, SqliteReaders readers) : IAddressBook
{
    public ValueTask<Address?> Of(Recipient to, CancellationToken cancellation) => new(readers.Read(
        session => session["SELECT reference, service_url, tenant, at FROM addresses WHERE recipient = ?1"].Bind(1, to.Value)
            .First(row => new Address(to, row.Text(0), row.Text(1), row.Text(2), Microseconds.ToInstant(row.Number(3)))),
        cancellation));

    public ValueTask<string?> LastServiceUrl(string tenant, CancellationToken cancellation) => new(readers.Read(
        session => session["SELECT service_url FROM service_urls WHERE tenant = ?1"].Bind(1, tenant).First(row => row.Text(0)), cancellation));

    public ValueTask<ServiceAddress?> LastService(CancellationToken cancellation) => new(readers.Read(
        session => session["SELECT tenant, service_url FROM service_urls ORDER BY at DESC, tenant LIMIT 1"].First(row => new ServiceAddress(row.Text(0), row.Text(1))), cancellation));

    public async ValueTask Learn(Address address, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await writer.Write(session => Learn(session, address));
    }

    public async ValueTask Unlearn(Address address, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await writer.Write(session => session["DELETE FROM addresses WHERE recipient = ?1 AND reference = ?2"]
            .Bind(1, address.To.Value).Bind(2, address.Reference).Run());
    }

    /// <summary>Keeps an address inside a transaction, save where a later one is known.</summary>
    public static int Learn(SqliteSession session, Address address)
    {
        var at = Microseconds.Of(address.At);
        session["UPDATE outbox SET state = 0, attempts = 0, not_before = 0, reported_at = NULL WHERE state = 4 AND recipient = ?1 AND substr(reason, 1, length(?2)) = ?2"]
            .Bind(1, address.To.Value).Bind(2, Undelivered.KeptUnreachable).Run();
        session["""
            INSERT INTO service_urls (tenant, service_url, at) VALUES (?1, ?2, ?3)
            ON CONFLICT (tenant) DO UPDATE SET service_url = excluded.service_url, at = excluded.at WHERE excluded.at >= at
            """].Bind(1, address.Tenant).Bind(2, address.ServiceUrl).Bind(3, at).Run();
        return session["""
            INSERT INTO addresses (recipient, reference, service_url, tenant, at) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (recipient) DO UPDATE SET reference = excluded.reference, service_url = excluded.service_url, tenant = excluded.tenant, at = excluded.at
            WHERE excluded.at >= at
            """].Bind(1, address.To.Value).Bind(2, address.Reference).Bind(3, address.ServiceUrl).Bind(4, address.Tenant).Bind(5, at).Run();
    }
}
