using SiteBot.Ledger;

namespace SiteBot.Storage.Postgres;

/// <summary>The shared settings over PostgreSQL.</summary>
internal sealed class PostgresSettings(PostgresDatabase database) : IStoreSettings
{
    public ValueTask<string?> Read(string name, CancellationToken cancellation) => new(database.Ask(
        batch => batch.Add("SELECT value FROM settings WHERE name = $1").With(name),
        (reader, token) => reader.First(row => row.Text(0), token),
        cancellation));

    public async ValueTask<bool> Write(string name, string? expected, string value, CancellationToken cancellation) => await database.Run(
        batch =>
        {
            if (expected is null)
            {
                batch.Add("INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING").With(name).With(value);
            }
            else
            {
                batch.Add("UPDATE settings SET value = $3 WHERE name = $1 AND value = $2").With(name).With(expected).With(value);
            }
        },
        cancellation) > 0;
}
