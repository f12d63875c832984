using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SiteBot.Ledger;

namespace SiteBot.Host.Doors;

/// <summary>Marks under links to files that only the hosts of this store can make, and that all of them know.</summary>
/// <param name="settings">Keeps the key of the marks.</param>
internal sealed class FileMarks(IStoreSettings settings)
{
    private const string Setting = "file-links";
    private const int KeyBytes = 32;

    private byte[]? _key;

    /// <summary>The mark of what a link says. No part of it can flow into the next: none but the last holds a line break.</summary>
    public async ValueTask<string> Of(CancellationToken cancellation, params IEnumerable<string> said) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(await Key(cancellation), Encoding.UTF8.GetBytes(string.Join('\n', said))));

    /// <summary>True where the mark is of just that.</summary>
    public async ValueTask<bool> IsOf(string mark, CancellationToken cancellation, params IEnumerable<string> said) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(await Of(cancellation, said)), Encoding.UTF8.GetBytes(mark));

    private async ValueTask<byte[]> Key(CancellationToken cancellation)
    {
        while (_key is null)
        {
            if (await settings.Read(Setting, cancellation) is { } kept)
            {
                _key = Convert.FromBase64String(kept);
            }
            else
            {
                // Of two hosts that begin at once one writes, and the other reads what it wrote.
                await settings.Write(Setting, null, Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)), cancellation);
            }
        }

        return _key;
    }
}
