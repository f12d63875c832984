using SiteBot.Host.Settings;
using SiteBot.Ledger;
using SiteBot.Storage;

namespace SiteBot.Host.Commands;

/// <summary><c>sitebot copy</c>: a whole store into a new one of either kind, its hashes untouched.</summary>
internal static class CopyCommand
{
    private const int Differs = 1;

    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new("copy", "Copies the whole store into a new one: from SQLite to PostgreSQL, back, or to another file.")
    {
        Operands = [new Operand("TARGET")],
        TakesSettings = true,
        Details =
            """
            TARGET is a SQLite file that is not there yet, or a PostgreSQL connection string (Host=…;Database=…) of a database that holds no store.
            Stop every host of the store first. Afterwards both are audited; their heads must be the same.
            Exit codes: 0 the copy is whole, 1 it differs.
            """,
        Run = static call => StoreFromSettings.Use(call, store => Run(call, store)),
    };

    private static async ValueTask<int> Run(Call call, IStore from)
    {
        var target = call.Operands[0];
        var postgres = target.Contains('=') || target.StartsWith("postgres", StringComparison.OrdinalIgnoreCase);
        if (!postgres && File.Exists(target))
        {
            throw new WrongUseException("TARGET: there is a file of that name already; name a new one.");
        }

        await using var to = await StoreOpening.Open(new StorageOptions(postgres, target, target), mode: null, CancellationToken.None);
        foreach (var (table, rows) in await StoreCopy.Of(from, to, CancellationToken.None))
        {
            call.Terminal.Out.WriteLine($"{table,-14} {rows,9}");
        }

        var (before, after) = (await ChainAudit.Of(from.Archive, CancellationToken.None), await ChainAudit.Of(to.Archive, CancellationToken.None));
        var same = after.Holds && before.Head == after.Head && before.Facts == after.Facts;
        call.Terminal.Out.WriteLine(same ? $"The copy is whole: {after.Facts} facts, head {after.Head}" : $"The copy differs: {before.Facts} facts, head {before.Head}; copied {after.Facts} facts, head {after.Head}");
        return same ? ExitCode.Done : Differs;
    }
}
