using SiteBot.Endurance;
using SiteBot.Storage;
using SiteBot.Storage.Postgres;
using SiteBot.Storage.Sqlite;

namespace SiteBot.Host.Tests.Delivery;

/// <summary>Real hosts killed while engineers tell facts; <c>tests/endurance crash</c> does it longer.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("sitebot-crash-").FullName;

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_host_that_is_killed_30_times_in_the_middle_of_turns_loses_no_acknowledged_fact_and_no_message()
    {
        // Two stores with a host each, side by side: a start takes most of the time.
        foreach (var figures in await Task.WhenAll(Enumerable.Range(1, 2).Select(Run)))
        {
            Clean(figures);
            Assert.Equal(15, figures.Kills);
        }

        Task<CrashFigures> Run(int number)
        {
            var folder = System.IO.Directory.CreateDirectory(Path.Combine(_folder, $"store{number}")).FullName;
            var file = Path.Combine(folder, "sitebot.db");
            return CrashRun.Of(async () => (IStore)await SqliteStore.Open(file), [$"--Storage:Path={file}"], hosts: 1, engineers: 4, kills: 15, folder, longestLife: 400);
        }
    }

    [Fact]
    public async Task The_same_with_two_hosts_on_one_PostgreSQL()
    {
        await using var server = await ThrowawayPostgres.Start();
        var database = await server.Database("sitebot");
        Clean(await CrashRun.Of(
            async () => (IStore)await PostgresStore.Open(database), ["--Storage:Kind=postgres", $"--Storage:ConnectionString={database}"], hosts: 2, engineers: 4, kills: 2, _folder));
    }

    private static void Clean(CrashFigures figures)
    {
        Assert.True(figures.Acknowledged > 0, figures.ToString());
        Assert.Empty(figures.Lost);
        Assert.Empty(figures.Twice);
        Assert.Empty(figures.Undelivered);
        Assert.Equal(0, figures.Missing);
        Assert.True(figures.Sound);
    }
}
