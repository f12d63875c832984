using System.Collections.Immutable;

namespace SiteBot.Storage.Tests;

/// <summary>The migrations as files, and what a host makes of those that a store has had.</summary>
public sealed class MigrationTests
{
    private static readonly ImmutableArray<Migration> Known = [new(1, "ledger", true, ""), new(2, "outbox", true, "")];

    [Fact]
    public void Both_databases_have_the_same_migrations_by_number_and_name()
    {
        var sqlite = Migration.Of("sqlite");

        Assert.Equal(sqlite.Select(migration => (migration.Number, migration.Name, migration.Additive)), Migration.Of("postgres").Select(migration => (migration.Number, migration.Name, migration.Additive)));
        Assert.Equal(Enumerable.Range(1, sqlite.Length), sqlite.Select(migration => migration.Number));
    }

    [Fact]
    public void A_host_runs_what_the_store_has_not_had_yet() =>
        Assert.Equal([2], MigrationPlan.Of(Known, [new(1, "ledger", true)], "The store").Select(migration => migration.Number));

    [Fact]
    public void A_newer_store_whose_changes_only_add_is_worked_with_as_it_is() =>
        Assert.Empty(MigrationPlan.Of(Known, [new(1, "ledger", true), new(2, "outbox", true), new(3, "charts", true)], "The store"));

    [Fact]
    public void A_newer_store_that_took_something_away_is_refused() =>
        Assert.Contains(
            "newer version (003_split)",
            Assert.Throws<StoreException>(() => MigrationPlan.Of(Known, [new(1, "ledger", true), new(2, "outbox", true), new(3, "split", false)], "The store")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_store_of_another_history_is_refused() =>
        Assert.Contains(
            "002_charts",
            Assert.Throws<StoreException>(() => MigrationPlan.Of(Known, [new(1, "ledger", true), new(2, "charts", true)], "The store")).Message,
            StringComparison.Ordinal);
}
