using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SiteBot.BotFramework.Builder;

/// <summary>A storage that lasts as long as the process. What it gives and takes are deep copies, of the types that were written.</summary>
public class MemoryStorage : IStorage
{
    private readonly Dictionary<string, JsonObject> stored;
    private readonly Dictionary<string, string> etags = [];
    private readonly Lock gate = new();
    private int nextETag;

    /// <param name="dictionary">Where to keep the values as JSON; by default a dictionary of its own.</param>
    public MemoryStorage(Dictionary<string, JsonObject>? dictionary = null) => stored = dictionary ?? [];

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(keys.Length);
        lock (gate)
        {
            foreach (var key in keys)
            {
                if (stored.TryGetValue(key, out var state) && state.Deserialize<object>(StateJson.Options) is { } value)
                {
                    if (value is IStoreItem item)
                    {
                        item.ETag = etags.GetValueOrDefault(key);
                    }

                    found[key] = value;
                }
            }
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (gate)
        {
            foreach (var (key, value) in changes)
            {
                ThrowOnConflict(key, value);
            }

            foreach (var (key, value) in changes)
            {
                stored[key] = ToJson(value);
                etags[key] = nextETag++.ToString(CultureInfo.InvariantCulture);
            }
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (gate)
        {
            foreach (var key in keys)
            {
                stored.Remove(key);
                etags.Remove(key);
            }
        }

        return Task.CompletedTask;
    }

    private void ThrowOnConflict(string key, object value)
    {
        if (value is IStoreItem { ETag: not "*" } item && etags.TryGetValue(key, out var current) && item.ETag != current)
        {
            throw new ArgumentException($"Etag conflict.\n\nOriginal: {item.ETag}\nCurrent: {current}");
        }
    }

    private static JsonObject ToJson(object value) => JsonSerializer.SerializeToNode<object>(value, StateJson.Options) switch
    {
        JsonObject state => state,
        _ => throw new ArgumentException($"A stored value must be an object, not a {value.GetType().Name}."),
    };
}
