namespace SiteBot.Storage.Tests;

public sealed class Ledger_over_PostgreSQL : LedgerContract
{
    protected override Task<TestStore> Make() => PostgresTestStore.Make();
}

public sealed class Archive_over_PostgreSQL : ArchiveContract
{
    protected override Task<TestStore> Make() => PostgresTestStore.Make();
}

public sealed class Outbox_over_PostgreSQL : OutboxContract
{
    protected override Task<TestStore> Make() => PostgresTestStore.Make();
}

public sealed class Plans_over_PostgreSQL : PlanContract
{
    protected override Task<TestStore> Make() => PostgresTestStore.Make();
}

public sealed class Keeping_over_PostgreSQL : KeepingContract
{
    protected override Task<TestStore> Make() => PostgresTestStore.Make();
}
