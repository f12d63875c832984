using NodaTime;
using Npgsql;
using SiteBot.Outbox;

namespace SiteBot.Storage.Postgres;

/// <summary>The bell over PostgreSQL: rung here at once, at the other hosts by a notification.</summary>
/// <remarks>The notification goes out after the commit, at most one under way at a time: inside a commit it would make every commit of the server wait for
/// the one before. One that gets lost with its host costs the others no more than their own waiting time.</remarks>
internal sealed class PostgresBell(PostgresDatabase database) : IOutboxBell, IAsyncDisposable
{
    private const string Channel = "sitebot_outbox";
    private static readonly TimeSpan BeforeListeningAgain = TimeSpan.FromSeconds(1);

    private readonly RungBell _rung = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _gate = new();
    private Task? _listening;
    private Task _telling = Task.CompletedTask;
    private bool _tellAgain;

    public ValueTask Wait(Duration atMost, CancellationToken cancellation)
    {
        lock (_gate)
        {
            _listening ??= Task.Run(Listen, CancellationToken.None);
        }

        return _rung.Wait(atMost, cancellation);
    }

    /// <summary>Something is new: wakes whoever waits here, and tells the other hosts.</summary>
    public void Ring()
    {
        _rung.Ring();
        lock (_gate)
        {
            _tellAgain = true;
            if (_telling.IsCompleted && !_closing.IsCancellationRequested)
            {
                _telling = Task.Run(Tell, CancellationToken.None);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _telling;
        if (_listening is { } listening)
        {
            await listening;
        }

        _closing.Dispose();
    }

    private async Task Tell()
    {
        while (true)
        {
            lock (_gate)
            {
                if (!_tellAgain || _closing.IsCancellationRequested)
                {
                    _telling = Task.CompletedTask;
                    return;
                }

                _tellAgain = false;
            }

            try
            {
                await database.Run(batch => batch.Add($"NOTIFY {Channel}"), _closing.Token);
            }
            catch (Exception lost) when (lost is StoreException or NpgsqlException or OperationCanceledException)
            {
                // The other hosts look by themselves before long.
            }
        }
    }

    private async Task Listen()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.Connect(_closing.Token);
                connection.Notification += (_, _) => _rung.Ring();
                await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
                {
                    await listen.ExecuteNonQueryAsync(_closing.Token);
                }

                // What came before this host listened.
                _rung.Ring();
                try
                {
                    while (true)
                    {
                        await connection.WaitAsync(_closing.Token);
                    }
                }
                finally
                {
                    await StopListening(connection);
                }
            }
            catch (Exception lost) when (lost is NpgsqlException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
            {
                await Task.Delay(BeforeListeningAgain, _closing.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
            }
        }
    }

    // A connection goes back to the others as it came.
    private static async Task StopListening(NpgsqlConnection connection)
    {
        if (connection.FullState == System.Data.ConnectionState.Open)
        {
            await using var stop = new NpgsqlCommand("UNLISTEN *", connection);
            await stop.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }
}
