using NodaTime;
using SiteBot.Outbox;

namespace SiteBot.Storage.Sqlite;

/// <summary>The bell over one SQLite file: rung in this process at once; another process at the same file is noticed when the wait ends.</summary>
internal sealed class SqliteBell : IOutboxBell
{
    private readonly RungBell _rung = new();

    public ValueTask Wait(Duration atMost, CancellationToken cancellation) => _rung.Wait(atMost, cancellation);

    public void Ring() => _rung.Ring();
}
