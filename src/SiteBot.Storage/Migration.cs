using System.Collections.Immutable;
using System.Globalization;

namespace SiteBot.Storage;

/// <summary>One numbered step of the schema, as it stands in <c>Migrations/KIND/NNN_name.sql</c>.</summary>
/// <param name="Number">From 1 without gaps.</param>
/// <param name="Name">What it brings; the same in both databases.</param>
/// <param name="Additive">True where a host that does not know it can go on working beside it. Its first line says <c>-- additive: yes</c> or <c>no</c>.</param>
/// <param name="Script">The SQL.</param>
internal sealed record Migration(int Number, string Name, bool Additive, string Script)
{
    private const string Yes = "-- additive: yes";
    private const string No = "-- additive: no";

    /// <summary>The migrations of a database kind (<c>sqlite</c> or <c>postgres</c>) that this host brings, in order.</summary>
    public static ImmutableArray<Migration> Of(string kind)
    {
        var assembly = typeof(Migration).Assembly;
        var prefix = $"SiteBot.Storage.Migrations.{kind}.";
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return Read(name[prefix.Length..], reader.ReadToEnd());
                }),
        ];
    }

    private static Migration Read(string file, string script)
    {
        var first = script[..script.IndexOf('\n')].TrimEnd();
        if (first is not (Yes or No))
        {
            throw new StoreException($"The migration {file} does not begin with '{Yes}' or '{No}'.");
        }

        return new Migration(int.Parse(file[..3], CultureInfo.InvariantCulture), Path.GetFileNameWithoutExtension(file[4..]), first == Yes, script);
    }
}

/// <summary>A migration that a store says it has had.</summary>
internal sealed record AppliedMigration(int Number, string Name, bool Additive);

/// <summary>Compares what a store has had with what this host brings.</summary>
internal static class MigrationPlan
{
    /// <summary>The migrations still to run, in order.</summary>
    /// <exception cref="StoreException">The store is of another history, or of a newer host whose changes this one cannot work beside.</exception>
    public static ImmutableArray<Migration> Of(ImmutableArray<Migration> known, IReadOnlyList<AppliedMigration> applied, string store)
    {
        foreach (var had in applied)
        {
            if (known.FirstOrDefault(migration => migration.Number == had.Number) is { } same)
            {
                if (same.Name != had.Name)
                {
                    throw new StoreException($"{store} has had the migration {had.Number:000}_{had.Name}, where this version has {same.Number:000}_{same.Name}: it is not a store of this product's history.");
                }
            }
            else if (!had.Additive)
            {
                throw new StoreException($"{store} was changed by a newer version ({had.Number:000}_{had.Name}) in a way that this version cannot work with. Start the newer version.");
            }
        }

        var numbers = applied.Select(had => had.Number).ToHashSet();
        return [.. known.Where(migration => !numbers.Contains(migration.Number))];
    }
}
