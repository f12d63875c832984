namespace SiteBot.BotFramework.Builder;

/// <summary>Keeps objects by key. What is read is a copy: to change it changes nothing until it is written.</summary>
public interface IStorage
{
    /// <returns>The values of those keys that there are.</returns>
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes all values. Where an <see cref="IStoreItem"/> is stored, the new one must carry its ETag, or <c>*</c> to write over anything.
    /// </summary>
    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    /// <summary>Deletes those of the keys that there are.</summary>
    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}

/// <summary>Something stored that notices when somebody else has written it since.</summary>
public interface IStoreItem
{
    string? ETag { get; set; }
}

/// <summary>Reads what a storage gave back.</summary>
public static class DictionaryExtensions
{
    /// <summary>The value of a key as <typeparamref name="T"/>; default where there is none.</summary>
    public static T? MapValueTo<T>(this IDictionary<string, object> values, string key)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.TryGetValue(key, out var value) ? StateJson.As<T>(value) : default;
    }
}
