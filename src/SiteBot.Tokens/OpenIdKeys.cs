using System.Collections.Frozen;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace SiteBot.Tokens;

/// <summary>A public key of an issuer, and the channels it is good for.</summary>
public sealed record IssuerKey(SecurityKey Key, FrozenSet<string> Endorsements);

/// <summary>
/// The public keys that an issuer's OpenID document leads to. They are read anew each day, and when a token names one that is not known:
/// but not for every such token, or anybody could have us ask without end. While the issuer cannot be reached the last keys hold for five days.
/// </summary>
public sealed class OpenIdKeys(HttpClient client, string metadataUrl, TimeProvider time)
{
    private const int MostAtOnce = 3;

    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);
    private static readonly TimeSpan Usable = TimeSpan.FromDays(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan OneMore = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile Snapshot? current;
    private double allowance = MostAtOnce;
    private DateTimeOffset allowanceAt = DateTimeOffset.MinValue;

    /// <returns>The key; null where the issuer has none of this id.</returns>
    /// <exception cref="HttpRequestException">The issuer could not be asked, and there are no keys young enough.</exception>
    public async ValueTask<IssuerKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var seen = current;
        if (seen is not null && IsFresh(seen) && seen.Keys.TryGetValue(keyId, out var key))
        {
            return key;
        }

        // Who asks may go away; the others still want the keys, and so do we: callers who leave must not use up what may be asked.
        var keys = await RefreshedAsync(seen).WaitAsync(cancellationToken).ConfigureAwait(false);
        return keys.Keys.GetValueOrDefault(keyId);
    }

    private bool IsFresh(Snapshot snapshot) => time.GetUtcNow() - snapshot.At < Fresh;

    private async Task<Snapshot> RefreshedAsync(Snapshot? seen)
    {
        await turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (current is { } newer && newer != seen)
            {
                return newer;
            }

            if (!MayAsk())
            {
                return UsableOr(seen, null);
            }

            try
            {
                current = await ReadAsync().ConfigureAwait(false);
                return current;
            }
            catch (Exception exception) when (exception is HttpRequestException or JsonException or ArgumentException or NotSupportedException or OperationCanceledException)
            {
                return UsableOr(seen, exception);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private Snapshot UsableOr(Snapshot? seen, Exception? cause) =>
        seen is not null && time.GetUtcNow() - seen.At < Usable
            ? seen
            : throw new HttpRequestException($"The keys of {metadataUrl} could not be read.", cause);

    private bool MayAsk()
    {
        var now = time.GetUtcNow();
        allowance = allowanceAt == DateTimeOffset.MinValue ? MostAtOnce : Math.Min(MostAtOnce, allowance + ((now - allowanceAt) / OneMore));
        allowanceAt = now;
        if (allowance < 1)
        {
            return false;
        }

        allowance--;
        return true;
    }

    private async Task<Snapshot> ReadAsync()
    {
        using var limited = new CancellationTokenSource(Patience);
        var metadata = await client.GetFromJsonAsync(Safe(metadataUrl), OpenIdJson.Default.OpenIdMetadata, limited.Token).ConfigureAwait(false);
        var keysUrl = metadata?.JwksUri ?? throw new JsonException("The OpenID document lacks jwks_uri.");
        var text = await client.GetStringAsync(Safe(keysUrl), limited.Token).ConfigureAwait(false);
        var endorsements = JsonSerializer.Deserialize(text, OpenIdJson.Default.OpenIdKeySet)?.Keys ?? [];
        var keys = new Dictionary<string, IssuerKey>();
        foreach (var key in new JsonWebKeySet(text).Keys)
        {
            // A key for encryption, or of another kind, signs no token of ours.
            if (key.Kty == JsonWebAlgorithmsKeyTypes.RSA && key.Use is null or "" or "sig" && !string.IsNullOrEmpty(key.Kid))
            {
                var channels = endorsements.FirstOrDefault(one => one.Kid == key.Kid)?.Endorsements ?? [];
                keys[key.Kid] = new IssuerKey(key, channels.ToFrozenSet(StringComparer.Ordinal));
            }
        }

        return new Snapshot(keys.ToFrozenDictionary(StringComparer.Ordinal), time.GetUtcNow());
    }

    private static Uri Safe(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw new HttpRequestException($"Keys are read over https alone, not from '{url}'.");

    private sealed record Snapshot(FrozenDictionary<string, IssuerKey> Keys, DateTimeOffset At);
}
