using System.Text.Json;
using SiteBot.Teams.Seam;

namespace SiteBot.Teams.Uploads;

/// <summary>Where an attachment's bytes are to be had from, once its address was found good.</summary>
/// <param name="Uri">The address.</param>
/// <param name="IsConnectors">It is the turn's own connector: the request carries the bot's token.</param>
internal sealed record FileAddress(Uri Uri, bool IsConnectors)
{
    private const string LocalPath = "/directline/attachments/";

    /// <summary>The attachment's own words for where it lies; null where it is no file.</summary>
    public static string? Told(Attachment attachment)
    {
        if (string.Equals(attachment.ContentType, FileDownloadInfo.ContentType, StringComparison.OrdinalIgnoreCase))
        {
            return DownloadUrl(ActivityJson.Text(attachment.Content)) ?? "";
        }

        return string.IsNullOrEmpty(attachment.ContentUrl) || attachment.ContentType?.StartsWith("application/vnd.microsoft.", StringComparison.OrdinalIgnoreCase) == true ? null : attachment.ContentUrl;
    }

    /// <summary>The address, or null where nothing is fetched from there.</summary>
    public static FileAddress? Allowed(Attachment attachment, string told, Uri? connector, UploadOptions options)
    {
        if (!Uri.TryCreate(told, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0)
        {
            return null;
        }

        if (options.OwnAddresses is { } own)
        {
            return IsOwnChat(uri, own()) ? new FileAddress(uri, false) : null;
        }

        // A name, never a number: what is behind the name is looked at when connecting.
        if (uri.Scheme != Uri.UriSchemeHttps || uri.HostNameType != UriHostNameType.Dns)
        {
            return null;
        }

        var isDownload = string.Equals(attachment.ContentType, FileDownloadInfo.ContentType, StringComparison.OrdinalIgnoreCase);
        if (!isDownload && connector is { Scheme: "https" } && Uri.Compare(uri, connector, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0)
        {
            return new FileAddress(uri, true);
        }

        return isDownload && IsListed(uri, options) ? new FileAddress(uri, false) : null;
    }

    /// <summary>True for an address of one of the listed hosts of files in Teams, by its name, by https on its own port.</summary>
    public static bool IsListed(Uri uri, UploadOptions options) =>
        uri.Scheme == Uri.UriSchemeHttps && uri.HostNameType == UriHostNameType.Dns && uri.IsDefaultPort && options.Hosts.Any(host => Matches(uri.IdnHost, host));

    private static bool IsOwnChat(Uri uri, IEnumerable<string> own) =>
        uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback && uri.AbsolutePath.StartsWith(LocalPath, StringComparison.Ordinal)
        && own.Any(address => Uri.TryCreate(address, UriKind.Absolute, out var mine) && mine.Port == uri.Port);

    private static bool Matches(string host, string pattern) => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase) && host.Length >= pattern.Length
        : host.Equals(pattern, StringComparison.OrdinalIgnoreCase);

    private static string? DownloadUrl(string? json)
    {
        if (json is null)
        {
            return null;
        }

        try
        {
            using var content = JsonDocument.Parse(json);
            return content.RootElement.ValueKind == JsonValueKind.Object && content.RootElement.TryGetProperty("downloadUrl", out var url) && url.ValueKind == JsonValueKind.String ? url.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
