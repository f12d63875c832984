using SiteBot.Endurance;
using SiteBot.Storage;
using SiteBot.Storage.Postgres;
using SiteBot.Storage.Sqlite;

namespace SiteBot.Host.Tests.Delivery;

/// <summary>A bad day in small, by a machine clock that runs twenty times faster; <c>tests/endurance drain</c> is the whole of it.</summary>
public sealed class DrainTests
{
    [Fact]
    public async Task Six_hundred_messages_drain_on_a_bad_day_within_the_limits_none_lost()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("sitebot-drain-");
        try
        {
            await using var store = await SqliteStore.Open(Path.Combine(folder.FullName, "sitebot.db"));
            Clean(await DrainRun.Of(() => Task.FromResult<IStore>(store), hosts: 1, people: 200, each: 3, factor: 20, Dialogs.Shipped));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_same_over_PostgreSQL_with_two_hosts()
    {
        await using var server = await ThrowawayPostgres.Start();
        var database = await server.Database("sitebot");
        var opened = new List<IStore>();
        Clean(await DrainRun.Of(Open, hosts: 2, people: 200, each: 3, factor: 20, Dialogs.Shipped));
        foreach (var store in opened)
        {
            await store.DisposeAsync();
        }

        async Task<IStore> Open()
        {
            opened.Add(await PostgresStore.Open(database));
            return opened[^1];
        }
    }

    private static void Clean(DrainFigures figures)
    {
        Assert.Empty(figures.Lost);
        Assert.Empty(figures.Doubled);
        Assert.Empty(figures.OutOfOrder);
        Assert.Empty(figures.Broken);
        Assert.Empty(figures.Untold);
    }
}
