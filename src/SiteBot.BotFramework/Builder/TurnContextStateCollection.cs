using SiteBot.BotFramework.Connector;

namespace SiteBot.BotFramework.Builder;

/// <summary>Values of one turn by key, or by their type's name. Disposable values go with the turn; connector clients are shared and stay.</summary>
public class TurnContextStateCollection : Dictionary<string, object>, IDisposable
{
    private bool disposed;

    /// <summary>The value of this key, or default where there is none.</summary>
    public T? Get<T>(string key)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        ObjectDisposedException.ThrowIf(disposed, this);
        return TryGetValue(key, out var value) ? (T)value : default;
    }

    public T? Get<T>()
        where T : class => Get<T>(KeyOf<T>());

    /// <exception cref="ArgumentException">The key is taken.</exception>
    public void Add<T>(string key, T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        ObjectDisposedException.ThrowIf(disposed, this);
        base.Add(key, value);
    }

    public void Add<T>(T value)
        where T : class => Add(KeyOf<T>(), value);

    /// <summary>Puts a value in the place of what was there; null takes it away.</summary>
    public void Set<T>(string key, T? value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        ObjectDisposedException.ThrowIf(disposed, this);
        if (value is null)
        {
            Remove(key);
        }
        else
        {
            this[key] = value;
        }
    }

    public void Set<T>(T? value)
        where T : class => Set(KeyOf<T>(), value);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        if (disposing)
        {
            foreach (var value in Values)
            {
                if (value is IDisposable disposable and not IConnectorClient)
                {
                    disposable.Dispose();
                }
            }
        }
    }

    private static string KeyOf<T>() => typeof(T).FullName ?? typeof(T).Name;
}
