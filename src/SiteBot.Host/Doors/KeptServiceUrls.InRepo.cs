using System.Collections.Concurrent;
using System.Text.Json;
using SiteBot.Ledger;

namespace SiteBot.Host.Doors;

/// <summary>The addresses that a valid token has named, kept in the store: a reminder goes out after a restart, before anybody has written again.</summary>
internal sealed class KeptServiceUrls(IStoreSettings settings) : IVouchedServiceUrls
{
    private const string Setting = "vouched";
    private const int Most = 1000;
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public async ValueTask VouchAsync(string serviceUrl, CancellationToken cancellationToken)
    {
        var key = serviceUrl.TrimEnd('/');
        while (!_known.ContainsKey(key))
        {
            var (kept, urls) = await Read(cancellationToken);
            if (urls.Contains(key, StringComparer.OrdinalIgnoreCase) || urls.Length >= Most
                || await settings.Write(Setting, kept, JsonSerializer.Serialize([.. urls, key], VouchedJson.Default.StringArray), cancellationToken))
            {
                _known.TryAdd(key, true);
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask<bool> IsVouchedAsync(string serviceUrl, CancellationToken cancellationToken)
    {
        var key = serviceUrl.TrimEnd('/');
        if (_known.ContainsKey(key))
        {
            return true;
        }

        if (!(await Read(cancellationToken)).Urls.Contains(key, StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }

        _known.TryAdd(key, true);
        return true;
    }

    private async ValueTask<(string? Kept, string[] Urls)> Read(CancellationToken cancellation)
    {
        var kept = await settings.Read(Setting, cancellation);
        return (kept, kept is null ? [] : JsonSerializer.Deserialize(kept, VouchedJson.Default.StringArray) ?? []);
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string[]))]
internal sealed partial class VouchedJson : System.Text.Json.Serialization.JsonSerializerContext;
