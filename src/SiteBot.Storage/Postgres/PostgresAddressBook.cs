using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Storage.Postgres;

/// <summary>The address book over PostgreSQL.</summary>
internal sealed class PostgresAddressBook(PostgresDatabase database) : IAddressBook
{
    public ValueTask<Address?> Of(Recipient to, CancellationToken cancellation) => new(database.Ask(
        batch => batch.Add("SELECT reference, service_url, tenant, at FROM addresses WHERE recipient = $1").With(to.Value),
        (reader, token) => reader.First(row => new Address(to, row.Text(0), row.Text(1), row.Text(2), Microseconds.ToInstant(row.Number(3))), token),
        cancellation));

    public ValueTask<string?> LastServiceUrl(string tenant, CancellationToken cancellation) => new(database.Ask(
        batch => batch.Add("SELECT service_url FROM service_urls WHERE tenant = $1").With(tenant),
        (reader, token) => reader.First(row => row.Text(0), token),
        cancellation));

    public ValueTask<ServiceAddress?> LastService(CancellationToken cancellation) => new(database.Ask(
        batch => batch.Add("SELECT tenant, service_url FROM service_urls ORDER BY at DESC, tenant LIMIT 1"),
        (reader, token) => reader.First(row => new ServiceAddress(row.Text(0), row.Text(1)), token),
        cancellation));

    public async ValueTask Learn(Address address, CancellationToken cancellation) => await database.Run(batch => Learn(batch, address), cancellation);

    public async ValueTask Unlearn(Address address, CancellationToken cancellation) => await database.Run(
        batch => batch.Add("DELETE FROM addresses WHERE recipient = $1 AND reference = $2").With(address.To.Value).With(address.Reference), cancellation);

    /// <summary>Keeps an address, save where a later one is known.</summary>
    public static void Learn(PostgresBatch batch, Address address)
    {
        var at = Microseconds.Of(address.At);
        batch.Add("UPDATE outbox SET state = 0, attempts = 0, not_before = 0, reported_at = NULL WHERE state = 4 AND recipient = $1 AND starts_with(reason, $2)")
            .With(address.To.Value).With(Undelivered.KeptUnreachable);
        batch.Add("""
            INSERT INTO addresses (recipient, reference, service_url, tenant, at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (recipient) DO UPDATE SET reference = excluded.reference, service_url = excluded.service_url, tenant = excluded.tenant, at = excluded.at
            WHERE excluded.at >= addresses.at
            """).With(address.To.Value).With(address.Reference).With(address.ServiceUrl).With(address.Tenant).With(at);
        batch.Add("""
            INSERT INTO service_urls (tenant, service_url, at) VALUES ($1, $2, $3)
            ON CONFLICT (tenant) DO UPDATE SET service_url = excluded.service_url, at = excluded.at WHERE excluded.at >= service_urls.at
            """).With(address.Tenant).With(address.ServiceUrl).With(at);
    }
}
