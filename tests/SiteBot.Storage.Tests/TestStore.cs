using NodaTime;
using SiteBot.Storage.Sqlite;

namespace SiteBot.Storage.Tests;

/// <summary>An empty database of one kind, that goes away with the test. It can be opened several times, as by several hosts.</summary>
public abstract class TestStore : IAsyncDisposable
{
    private readonly List<IStore> _open = [];

    public async Task<IStore> Open(StoreMode? mode = null)
    {
        var store = await OpenKind(mode);
        lock (_open)
        {
            _open.Add(store);
        }

        return store;
    }

    /// <summary>Reads the database's clock ahead, for every store that is open.</summary>
    public void ForwardMachineClock(Duration by)
    {
        foreach (var store in _open)
        {
            Clock(store).Forward(by);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _open)
        {
            await store.DisposeAsync();
        }

        await Remove();
    }

    /// <summary>Runs SQL past the ports, as somebody with the database in hand would.</summary>
    public abstract Task Tamper(string sql);

    protected abstract Task<IStore> OpenKind(StoreMode? mode);

    protected abstract ValueTask Remove();

    private protected abstract MachineClock Clock(IStore store);
}

/// <summary>A SQLite file in a directory of its own.</summary>
public sealed class SqliteTestStore : TestStore
{
    private readonly string _directory = System.IO.Directory.CreateTempSubdirectory("sitebot-store-").FullName;

    public string File => Path.Combine(_directory, "sitebot.db");

    public override Task Tamper(string sql)
    {
        using var session = SqliteSession.Writer(File, new MachineClock());
        session.Script(sql);
        return Task.CompletedTask;
    }

    protected override async Task<IStore> OpenKind(StoreMode? mode) => await SqliteStore.Open(File, mode);

    protected override ValueTask Remove()
    {
        System.IO.Directory.Delete(_directory, recursive: true);
        return ValueTask.CompletedTask;
    }

    private protected override MachineClock Clock(IStore store) => ((SqliteStore)store).Clock;
}
