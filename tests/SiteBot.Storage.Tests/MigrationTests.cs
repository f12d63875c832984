using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SiteBot.Storage.Tests;

/// <summary>The migrations as files, and what a host makes of those that a store has had.</summary>
public sealed partial class MigrationTests
{
    private static readonly ImmutableArray<Migration> Known = [new(1, "ledger", true, ""), new(2, "outbox", true, "")];

    [Fact]
    public void Both_databases_have_the_same_migrations_by_number_and_name()
    {
        var sqlite = Migration.Of("sqlite");

        Assert.Equal(sqlite.Select(migration => (migration.Number, migration.Name, migration.Additive)), Migration.Of("postgres").Select(migration => (migration.Number, migration.Name, migration.Additive)));
        Assert.Equal(Enumerable.Range(1, sqlite.Length), sqlite.Select(migration => migration.Number));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void A_migration_that_says_it_only_adds_takes_nothing_away_that_an_older_host_beside_it_needs(string kind)
    {
        foreach (var migration in Migration.Of(kind).Where(migration => migration.Additive))
        {
            var script = Comment().Replace(migration.Script, "");
            Assert.DoesNotMatch(@"(?i)\b(drop|rename|truncate)\b|\balter\s+column\b", script);
            Assert.DoesNotMatch(@"(?i)\b(delete\s+from|update\s+\w+\s+set)\b", script);

            // A column that must have a value and has none by default stops an older host's inserts.
            foreach (var added in AddedColumn().Matches(script).Select(match => match.Value))
            {
                Assert.True(!added.Contains("NOT NULL", StringComparison.OrdinalIgnoreCase) || added.Contains("DEFAULT", StringComparison.OrdinalIgnoreCase), $"{migration.Name}: {added}");
            }
        }
    }

    [Fact]
    public void All_migrations_so_far_only_add_so_that_old_and_new_run_side_by_side_during_a_roll_out() =>
        Assert.All(Migration.Of("postgres"), migration => Assert.True(migration.Additive, migration.Name));

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

    [GeneratedRegex(@"--[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?is)\badd\s+column\b[^;]*;")]
    private static partial Regex AddedColumn();
}
