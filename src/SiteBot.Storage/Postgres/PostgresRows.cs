using Npgsql;

namespace SiteBot.Storage.Postgres;

/// <summary>Reading the results of a batch, one after the other.</summary>
internal static class PostgresRows
{
    /// <summary>Every row of this result; the reader stands at the next result after it.</summary>
    public static async Task<List<T>> All<T>(this NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(read(reader));
        }

        await reader.NextResultAsync(cancellation);
        return rows;
    }

    /// <summary>The first row of this result, or the default; the reader stands at the next result after it.</summary>
    public static async Task<T?> First<T>(this NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        var row = await reader.ReadAsync(cancellation) ? read(reader) : default;
        await reader.NextResultAsync(cancellation);
        return row;
    }

    public static long Number(this NpgsqlDataReader row, int column) => row.GetInt64(column);

    public static string Text(this NpgsqlDataReader row, int column) => row.GetString(column);

    public static string? TextOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static byte[] Bytes(this NpgsqlDataReader row, int column) => row.GetFieldValue<byte[]>(column);
}
