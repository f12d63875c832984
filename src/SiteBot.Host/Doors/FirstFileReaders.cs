using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SiteBot.Ledger;

namespace SiteBot.Host.Doors;

/// <summary>In Teams a link opens for the browser that opens it first, which may open it again until it runs out; any other browser is asked to sign in. So a link that
/// its owner used is of no use to others.</summary>
/// <param name="settings">Where the hosts of a store remember which links were opened.</param>
/// <param name="machine">Machine time, by which links run out.</param>
internal sealed class FirstFileReaders(IStoreSettings settings, TimeProvider machine) : IFileReaders
{
    private const string Setting = "file-links-opened";
    private const string Cookie = "sitebot-file";

    /// <inheritdoc />
    public async ValueTask<bool> Is(HttpContext context, string person, string mark, string until)
    {
        var ends = long.Parse(until, NumberStyles.None, CultureInfo.InvariantCulture);
        var opened = new Opening(Hash(mark), ends);
        if (context.Request.Cookies[Cookie] is { } key && await Knows(opened with { Key = Hash(key) }, context.RequestAborted))
        {
            return true;
        }

        var own = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        if (!await Begin(opened with { Key = Hash(own) }, context.RequestAborted))
        {
            return false;
        }

        context.Response.Cookies.Append(Cookie, own, new CookieOptions { Path = context.Request.Path, HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, MaxAge = FileLinks.Life });
        return true;
    }

    private async ValueTask<bool> Knows(Opening opened, CancellationToken cancellation) => Read(await settings.Read(Setting, cancellation)).Contains(opened);

    // Of two browsers that open it at once one is the first. What ran out is forgotten.
    private async ValueTask<bool> Begin(Opening opened, CancellationToken cancellation)
    {
        while (true)
        {
            var kept = await settings.Read(Setting, cancellation);
            var known = Read(kept);
            if (known.Exists(one => one.Mark == opened.Mark))
            {
                return false;
            }

            var now = machine.GetUtcNow().ToUnixTimeSeconds();
            if (await settings.Write(Setting, kept, string.Join('\n', known.Where(one => one.Ends > now).Append(opened)), cancellation))
            {
                return true;
            }
        }
    }

    private static List<Opening> Read(string? kept) =>
        [.. (kept ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).Select(parts => new Opening(parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture)) { Key = parts[2] })];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16]);

    private sealed record Opening(string Mark, long Ends)
    {
        public string Key { get; init; } = "";

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mark} {Ends} {Key}");
    }
}
