using SiteBot.Ledger;

namespace SiteBot.Storage.Sqlite;

/// <summary>The shared settings over one SQLite file.</summary>
internal sealed class SqliteSettings(SqliteWriter writer, SqliteReaders readers) : IStoreSettings
{
    public ValueTask<string?> Read(string name, CancellationToken cancellation) => new(readers.Read(
        session => session["SELECT value FROM settings WHERE name = ?1"].Bind(1, name).First(row => row.Text(0)), cancellation));

    public async ValueTask<bool> Write(string name, string? expected, string value, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return await writer.Write(session => expected is null
            ? session["INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT DO NOTHING"].Bind(1, name).Bind(2, value).Run() > 0
            : session["UPDATE settings SET value = ?3 WHERE name = ?1 AND value = ?2"].Bind(1, name).Bind(2, expected).Bind(3, value).Run() > 0);
    }
}
