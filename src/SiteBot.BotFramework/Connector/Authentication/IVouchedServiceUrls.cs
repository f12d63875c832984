using System.Collections.Concurrent;

namespace SiteBot.BotFramework.Connector.Authentication;

/// <summary>
/// The addresses that a valid token has named: the bot's own tokens go there and nowhere else. A host that sends
/// in a later run to what was vouched for in an earlier one keeps them in its store.
/// </summary>
public interface IVouchedServiceUrls
{
    /// <summary>Called on every turn that a valid token brought, with the same few addresses.</summary>
    ValueTask VouchAsync(string serviceUrl, CancellationToken cancellationToken);

    ValueTask<bool> IsVouchedAsync(string serviceUrl, CancellationToken cancellationToken);
}

/// <summary>Remembers while the process lives. Case and a slash at the end make no difference.</summary>
public sealed class VouchedServiceUrls : IVouchedServiceUrls
{
    private readonly ConcurrentDictionary<string, bool> vouched = new(StringComparer.OrdinalIgnoreCase);

    public ValueTask VouchAsync(string serviceUrl, CancellationToken cancellationToken)
    {
        vouched.TryAdd(KeyOf(serviceUrl), true);
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> IsVouchedAsync(string serviceUrl, CancellationToken cancellationToken) => new(vouched.ContainsKey(KeyOf(serviceUrl)));

    private static string KeyOf(string serviceUrl)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceUrl);
        return serviceUrl.EndsWith('/') ? serviceUrl.TrimEnd('/') : serviceUrl;
    }
}
