using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SiteBot.BotFramework.Builder;

/// <summary>A storage that lasts as long as the process. What it gives and takes are deep copies, of the types that were written.</summary>
public class MemoryStorage : IStorage
{
    private const string ETagName = nameof(IStoreItem.ETag);

    private readonly Dictionary<string, JsonObject> stored;
    private readonly JsonSerializerOptions options;
    private readonly Lock gate = new();
    private int nextETag;

    /// <param name="dictionary">Where to keep the values as JSON; by default a dictionary of its own.</param>
    public MemoryStorage(Dictionary<string, JsonObject>? dictionary = null)
        : this(StateJson.Options, dictionary)
    {
    }

    /// <param name="jsonSerializer">How values become JSON and values again. What does not name types gives back JSON, which a state reads all the same.</param>
    /// <param name="dictionary">Where to keep the values as JSON; by default a dictionary of its own.</param>
    public MemoryStorage(JsonSerializerOptions jsonSerializer, Dictionary<string, JsonObject>? dictionary = null)
    {
        options = jsonSerializer ?? throw new ArgumentNullException(nameof(jsonSerializer));
        stored = dictionary ?? [];
    }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(keys.Length);
        lock (gate)
        {
            foreach (var key in keys)
            {
                if (stored.TryGetValue(key, out var state) && state.Deserialize<object>(options) is { } value)
                {
                    if (value is IStoreItem item)
                    {
                        item.ETag = ETagOf(state);
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
                Put(key, value);
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
            }
        }

        return Task.CompletedTask;
    }

    private void ThrowOnConflict(string key, object value)
    {
        if (value is IStoreItem { ETag: not "*" } item
            && stored.TryGetValue(key, out var state)
            && ETagOf(state) is { } current
            && item.ETag != current)
        {
#pragma warning disable CA2201 // The SDK throws no narrower type, and who catches this catches just that.
            throw new Exception($"Etag conflict.\n\nOriginal: {item.ETag}\nCurrent: {current}");
#pragma warning restore CA2201
        }
    }

    /// <summary>
    /// Only what notices other writers has an ETag; it stands with the value, so that all who keep their values in one dictionary notice one
    /// another. Nothing is as good as not stored.
    /// </summary>
    private void Put(string key, object? value)
    {
        if (value is null)
        {
            stored.Remove(key);
            return;
        }

        var state = ToJson(value);
        if (value is IStoreItem)
        {
            state[NameIn(state)] = nextETag++.ToString(CultureInfo.InvariantCulture);
        }

        stored[key] = state;
    }

    private static string? ETagOf(JsonObject state) =>
        state[NameIn(state)] is JsonValue etag && etag.TryGetValue<string>(out var text) ? text : null;

    private static string NameIn(JsonObject state) =>
        state.FirstOrDefault(property => property.Key.Equals(ETagName, StringComparison.OrdinalIgnoreCase)).Key ?? ETagName;

    private JsonObject ToJson(object value) => JsonSerializer.SerializeToNode<object>(value, options) switch
    {
        JsonObject state => state,
        _ => throw new ArgumentException($"A stored value must be an object, not a {value.GetType().Name}."),
    };
}
