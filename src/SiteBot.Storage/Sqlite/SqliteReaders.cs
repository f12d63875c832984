using System.Collections.Concurrent;

namespace SiteBot.Storage.Sqlite;

/// <summary>Connections for reading, kept open with their prepared statements; a reader never waits for the writer.</summary>
internal sealed class SqliteReaders(string path, MachineClock clock) : IDisposable
{
    private const int Kept = 8;

    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private bool _closed;

    /// <summary>Reads on the caller's own thread: from SQLite's cache an answer takes microseconds.</summary>
    public T Read<T>(Func<SqliteSession, T> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_closed, this);
        var session = _idle.TryTake(out var idle) ? idle : SqliteSession.Reader(path, clock);
        try
        {
            return read(session);
        }
        finally
        {
            if (_closed || _idle.Count >= Kept)
            {
                session.Dispose();
            }
            else
            {
                _idle.Add(session);
            }
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }
}
