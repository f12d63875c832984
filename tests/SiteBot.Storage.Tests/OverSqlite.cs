namespace SiteBot.Storage.Tests;

public sealed class Ledger_over_SQLite : LedgerContract
{
    protected override Task<TestStore> Make() => Task.FromResult<TestStore>(new SqliteTestStore());
}

public sealed class Archive_over_SQLite : ArchiveContract
{
    protected override Task<TestStore> Make() => Task.FromResult<TestStore>(new SqliteTestStore());
}

public sealed class Outbox_over_SQLite : OutboxContract
{
    protected override Task<TestStore> Make() => Task.FromResult<TestStore>(new SqliteTestStore());
}

public sealed class Plans_over_SQLite : PlanContract
{
    protected override Task<TestStore> Make() => Task.FromResult<TestStore>(new SqliteTestStore());
}

public sealed class Keeping_over_SQLite : KeepingContract
{
    protected override Task<TestStore> Make() => Task.FromResult<TestStore>(new SqliteTestStore());
}
