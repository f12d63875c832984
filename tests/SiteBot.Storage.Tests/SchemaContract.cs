using System.Collections.Immutable;
using static SiteBot.Storage.Tests.Sample;

namespace SiteBot.Storage.Tests;

/// <summary>Schemas old, new and foreign, over either database.</summary>
public abstract class SchemaContract : IAsyncLifetime
{
    private TestStore? _database;

    private protected TestStore Database => _database!;

    private protected abstract ImmutableArray<Migration> Migrations { get; }

    public async Task InitializeAsync() => _database = await Make();

    public async Task DisposeAsync() => await Database.DisposeAsync();

    [Fact]
    public async Task Each_migration_runs_on_a_store_filled_by_the_version_before()
    {
        for (var known = 1; known <= Migrations.Length; known++)
        {
            var before = await Rows();
            await using (await OpenWith(Migrations[..known]))
            {
            }

            Assert.All(before, table => Assert.Equal(table.Value, Counted(table.Key)));
            await Fill();
        }

        Assert.Equal(Migrations.Length, Counted("schema_migrations"));
        Assert.All(await Rows(), table => Assert.NotEqual(0, table.Value));
    }

    [Fact]
    public async Task A_host_works_beside_a_newer_one_whose_migration_only_adds()
    {
        await using (await OpenWith([.. Migrations, new Migration(Migrations.Length + 1, "charts", true, "ALTER TABLE streams ADD COLUMN colour text; CREATE TABLE charts (id text);")]))
        {
            var old = await Database.Open();

            await old.Keeps(Facts(Visit, 0, Fact()) with { Outgoing = [Message("k")] });

            Assert.Equal(1, (await old.See(Visit)).Version);
        }
    }

    [Fact]
    public async Task A_host_refuses_a_newer_store_that_took_something_away()
    {
        await using (await OpenWith([.. Migrations, new Migration(Migrations.Length + 1, "split", false, "DROP TABLE texts;")]))
        {
        }

        Assert.Contains("Start the newer version", (await Assert.ThrowsAsync<StoreException>(() => Database.Open())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_the_store_as_it_was()
    {
        await Assert.ThrowsAsync<StoreException>(() => OpenWith([.. Migrations, new Migration(Migrations.Length + 1, "broken", true, "CREATE TABLE charts (id text); CREATE TABLE streams (id text);")]));

        var store = await Database.Open();
        await store.Keeps(Facts(Visit, 0, Fact()));
        Assert.Equal(Migrations.Length, Counted("schema_migrations"));
    }

    [Fact]
    public async Task Hosts_that_start_together_migrate_once()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Database.Open())));

        await stores[5].Keeps(Facts(Visit, 0, Fact()));
        Assert.Equal(1, (await stores[0].See(Visit)).Version);
        Assert.Equal(Migrations.Length, Counted("schema_migrations"));
    }

    [Fact]
    public async Task A_database_of_something_else_is_refused_and_left_alone()
    {
        await Database.Tamper("CREATE TABLE invoices (id text)");

        Assert.Contains("something else", (await Assert.ThrowsAsync<StoreException>(() => Database.Open())).Message, StringComparison.Ordinal);
        Assert.Equal(["invoices"], Tables());
    }

    private protected abstract Task<TestStore> Make();

    private protected abstract Task<IStore> OpenWith(ImmutableArray<Migration> migrations);

    /// <summary>The tables, by name.</summary>
    private protected abstract IReadOnlyList<string> Tables();

    private protected abstract long Counted(string table);

    /// <summary>The columns that must have a value and have none by default, each with a literal of its type.</summary>
    private protected abstract IReadOnlyList<(string Column, string Literal)> Required(string table);

    private Task<Dictionary<string, long>> Rows() =>
        Task.FromResult(Tables().Where(table => table != "schema_migrations").ToDictionary(table => table, Counted));

    private async Task Fill()
    {
        foreach (var table in Tables().Where(table => table != "schema_migrations" && Counted(table) == 0))
        {
            var columns = Required(table);
            await Database.Tamper($"INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Column))}) VALUES ({string.Join(", ", columns.Select(column => column.Literal))})");
        }
    }
}

public sealed class Schema_over_SQLite : SchemaContract
{
    private protected override ImmutableArray<Migration> Migrations { get; } = Migration.Of("sqlite");

    private protected override Task<TestStore> Make() => Task.FromResult<TestStore>(new SqliteTestStore());

    private protected override async Task<IStore> OpenWith(ImmutableArray<Migration> migrations) =>
        await Sqlite.SqliteStore.Open(((SqliteTestStore)Database).File, null, migrations, CancellationToken.None);

    private protected override IReadOnlyList<string> Tables() =>
        Read("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name", row => row.Text(0));

    private protected override long Counted(string table) => Read($"SELECT count(*) FROM {table}", row => row.Number(0)).Single();

    private protected override IReadOnlyList<(string Column, string Literal)> Required(string table) =>
        Read(
            $"SELECT name, CASE type WHEN 'INTEGER' THEN '1' WHEN 'BLOB' THEN 'x''01''' ELSE '''text''' END FROM pragma_table_info('{table}') WHERE (\"notnull\" OR pk) AND dflt_value IS NULL",
            row => (row.Text(0), row.Text(1)));

    private List<T> Read<T>(string sql, Func<Sqlite.SqliteStatement, T> row)
    {
        using var session = Sqlite.SqliteSession.Writer(((SqliteTestStore)Database).File, new MachineClock());
        return session[sql].All(row);
    }
}
