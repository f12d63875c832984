namespace SiteBot.Storage.Tests;

/// <summary>What each kind of database must do; a contract's facts run once for each of its two subclasses.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private TestStore? _database;
    private IStore? _store;

    protected TestStore Database => _database!;

    protected IStore Store => _store!;

    public async Task InitializeAsync()
    {
        _database = await Make();
        _store = await _database.Open();
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();

    protected abstract Task<TestStore> Make();
}
