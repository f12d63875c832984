using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SiteBot.BotFramework.Builder;

/// <summary>
/// State that is read once a turn, changed in memory and written by <see cref="SaveChangesAsync"/> when it has changed.
/// It checks no version of its own: a storage that must not lose a change says so itself.
/// </summary>
public abstract class BotState : IPropertyManager
{
    private readonly IStorage storage;
    private readonly string contextServiceKey;

    protected BotState(IStorage storage, string contextServiceKey)
    {
        this.storage = storage ?? throw new ArgumentNullException(nameof(storage));
        this.contextServiceKey = contextServiceKey ?? throw new ArgumentNullException(nameof(contextServiceKey));
    }

    /// <exception cref="ArgumentNullException">There is no name.</exception>
    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentNullException(nameof(name));
        }

        return new BotStatePropertyAccessor<T>(this, name);
    }

    /// <summary>Reads the state unless the turn has it already, or <paramref name="force"/> asks for it anew.</summary>
    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var cached = GetCachedState(turnContext);
        var key = GetStorageKey(turnContext);
        if (!force && cached?.State is not null)
        {
            return;
        }

        var items = await storage.ReadAsync([key], cancellationToken).ConfigureAwait(false);
        items.TryGetValue(key, out var value);
        var state = value switch
        {
            null => new Dictionary<string, object>(),
            IDictionary<string, object> values => values,
            JsonElement or JsonNode => StateJson.As<Dictionary<string, object>>(value)!,
            _ => throw new InvalidOperationException("Data is not in the correct format for BotState."),
        };
        turnContext.TurnState[contextServiceKey] = new CachedBotState(state);
    }

    /// <summary>Writes the state if the turn has read and changed it, or <paramref name="force"/> asks for it.</summary>
    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (GetCachedState(turnContext) is not { } cached || !(force || cached.IsChanged()))
        {
            return;
        }

        var key = GetStorageKey(turnContext);
        await storage.WriteAsync(new Dictionary<string, object> { [key] = cached.State }, cancellationToken).ConfigureAwait(false);
        cached.MarkSaved();
    }

    /// <summary>Empties the state; the next save writes it so.</summary>
    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState[contextServiceKey] = CachedBotState.Cleared();
        return Task.CompletedTask;
    }

    /// <summary>Deletes the state from the storage and forgets what the turn has read.</summary>
    public virtual async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState.Remove(contextServiceKey);
        await storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the turn has of this state, as plain JSON; null where it has read none.</summary>
    public JsonNode? Get(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return JsonSerializer.SerializeToNode(GetCachedState(turnContext)?.State);
    }

    /// <summary>What the turn has of this state; null where it has read none.</summary>
    public CachedBotState? GetCachedState(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(contextServiceKey);
    }

    /// <summary>The key under which the state of this turn is stored.</summary>
    protected abstract string GetStorageKey(ITurnContext turnContext);

    /// <exception cref="KeyNotFoundException">There is no such property, and the type is a value type.</exception>
    protected Task<T> GetPropertyValueAsync<T>(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(propertyName);
        return TryGetValue<T>(turnContext, propertyName, out var value) || !typeof(T).IsValueType
            ? Task.FromResult(value!)
            : throw new KeyNotFoundException(propertyName);
    }

    protected Task DeletePropertyValueAsync(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(propertyName);
        Loaded(turnContext).Remove(propertyName);
        return Task.CompletedTask;
    }

    protected Task SetPropertyValueAsync(ITurnContext turnContext, string propertyName, object value, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(propertyName);
        Loaded(turnContext)[propertyName] = value;
        return Task.CompletedTask;
    }

    private bool TryGetValue<T>(ITurnContext turnContext, string name, [MaybeNullWhen(false)] out T value)
    {
        var state = Loaded(turnContext);
        if (!state.TryGetValue(name, out var held))
        {
            value = default;
            return false;
        }

        if (held is T typed)
        {
            value = typed;
            return true;
        }

        // From here on the turn has the object itself, and sees changes made to it.
        value = StateJson.As<T>(held)!;
        state[name] = value;
        return true;
    }

    private IDictionary<string, object> Loaded(ITurnContext turnContext) =>
        GetCachedState(turnContext)?.State ?? throw new InvalidOperationException("The state has not been loaded in this turn.");

    /// <summary>A state as one turn has read and changed it.</summary>
    public class CachedBotState
    {
        private string? saved;

        internal CachedBotState(IDictionary<string, object> state)
        {
            State = state;
            MarkSaved();
        }

        private CachedBotState() => State = new Dictionary<string, object>();

        public IDictionary<string, object> State { get; }

        /// <summary>A state that differs from whatever is stored.</summary>
        internal static CachedBotState Cleared() => new();

        internal bool IsChanged() => saved != StateJson.Write(State);

        internal void MarkSaved() => saved = StateJson.Write(State);
    }

    private sealed class BotStatePropertyAccessor<T>(BotState state, string name) : IStatePropertyAccessor<T>
    {
        public string Name => name;

        public async Task<T> GetAsync(ITurnContext turnContext, Func<T>? defaultValueFactory, CancellationToken cancellationToken)
        {
            await state.LoadAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
            if ((state.TryGetValue<T>(turnContext, name, out var value) && value is not null) || defaultValueFactory is null)
            {
                return value!;
            }

            var first = defaultValueFactory();
            await SetAsync(turnContext, first, cancellationToken).ConfigureAwait(false);
            return first;
        }

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken)
        {
            await state.LoadAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
            await state.DeletePropertyValueAsync(turnContext, name, cancellationToken).ConfigureAwait(false);
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken)
        {
            await state.LoadAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
            await state.SetPropertyValueAsync(turnContext, name, value!, cancellationToken).ConfigureAwait(false);
        }
    }
}
