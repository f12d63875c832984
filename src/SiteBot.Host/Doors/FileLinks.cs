using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SiteBot.Ledger;
using SiteBot.Teams.Uploads;

namespace SiteBot.Host.Doors;

/// <summary>Links to kept files: who may open which, until when, under a mark that only this store's hosts can make.</summary>
/// <param name="settings">Keeps the key of the mark, which all hosts of a store share.</param>
/// <param name="machine">Machine time: a link's life does not go by the demo clock.</param>
/// <param name="root">The address that people reach this host by; null for none.</param>
internal sealed class FileLinks(IStoreSettings settings, TimeProvider machine, Func<Uri?> root) : IFileLinks
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const string Setting = "file-links";
    private const int KeyBytes = 32;

    private byte[]? _key;

    /// <inheritdoc />
    public async ValueTask<Uri?> For(string hash, string person, string fileName, CancellationToken cancellation)
    {
        if (root() is not { } address)
        {
            return null;
        }

        var until = (machine.GetUtcNow() + Life).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mark = Mark(await Key(cancellation), hash, person, until, fileName);
        return new Uri(address, $"files/{hash}?person={Uri.EscapeDataString(person)}&until={until}&name={Uri.EscapeDataString(fileName)}&mark={mark}");
    }

    /// <summary>True for a link that was made here, word for word, and is still good.</summary>
    public async ValueTask<bool> IsGood(string hash, string person, string until, string fileName, string mark, CancellationToken cancellation)
    {
        var expected = Mark(await Key(cancellation), hash, person, until, fileName);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(mark))
            && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && machine.GetUtcNow().ToUnixTimeSeconds() < seconds;
    }

    // No part can flow into the next: none holds a line break (see FileDoor), and the last may hold anything.
    private static string Mark(byte[] key, string hash, string person, string until, string fileName) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{hash}\n{person}\n{until}\n{fileName}")));

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
