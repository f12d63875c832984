using SiteBot.Storage.Sqlite;
using static SiteBot.Storage.Tests.Sample;

namespace SiteBot.Storage.Tests;

/// <summary>What an operator reads when a file does not open, and what stands on the disk when it does.</summary>
public sealed class SqliteOpeningTests : IDisposable
{
    private readonly string _directory = System.IO.Directory.CreateTempSubdirectory("sitebot-open-").FullName;

    public void Dispose() => System.IO.Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_missing_directory_is_made()
    {
        await using var store = await SqliteStore.Open(Path.Combine(_directory, "new", "deep", "sitebot.db"));

        await store.Keeps(Facts(Visit, 0, Fact()));
    }

    [Fact]
    public async Task A_path_that_is_a_directory_is_refused_by_name()
    {
        var refusal = await Assert.ThrowsAsync<StoreException>(async () => await SqliteStore.Open(_directory));

        Assert.Contains(_directory, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("cannot be opened for writing", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        var file = Path.Combine(_directory, "notes.txt");
        var text = new string('a', 5000);
        await File.WriteAllTextAsync(file, text);

        await Assert.ThrowsAsync<StoreException>(async () => await SqliteStore.Open(file));

        Assert.Equal(text, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_closed_store_leaves_one_file_and_opens_with_all_that_was_kept()
    {
        var file = Path.Combine(_directory, "sitebot.db");
        await using (var store = await SqliteStore.Open(file))
        {
            await store.Keeps(Facts(Visit, 0, Fact()));
            await store.See(Visit);
        }

        Assert.Equal([file], System.IO.Directory.GetFiles(_directory));
        await using var again = await SqliteStore.Open(file);
        Assert.Equal(1, (await again.See(Visit)).Version);
    }

    [Fact]
    public async Task A_store_that_is_closed_takes_no_more()
    {
        var store = await SqliteStore.Open(Path.Combine(_directory, "sitebot.db"));
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.Ledger.Commit(Facts(Visit, 0, Fact())));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.See(Visit));
    }

    [Fact]
    public void A_commit_waits_for_the_disk()
    {
        using var session = SqliteSession.Writer(Path.Combine(_directory, "sitebot.db"), new MachineClock());

        Assert.Equal("wal", session["PRAGMA journal_mode"].First(row => row.Text(0)));
        Assert.Equal(2, session["PRAGMA synchronous"].First(row => row.Number(0)));
    }
}
