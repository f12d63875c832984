using System.Net;

namespace SiteBot.Host.Settings;

/// <summary>Where the host listens. In local mode every address must be this machine's own.</summary>
internal static class ListenAddresses
{
    /// <summary>Where the Bot Framework's tools look for a bot.</summary>
    public const string Default = "http://127.0.0.1:3978";

    /// <summary>Reads addresses with semicolons between; what is no address, and in local mode what is not loopback, is noted as a fault.</summary>
    public static IReadOnlyList<string> Read(string urls, HostMode mode, SettingsReader reader)
    {
        var addresses = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (addresses.Length == 0)
        {
            reader.Fault($"urls is '{urls}'; write {Default}.");
        }

        foreach (var address in addresses)
        {
            if (Parse(address) is not { } parsed)
            {
                reader.Fault($"urls: '{address}' is no address that can be listened on; write {Default}.");
            }
            else if (mode == HostMode.Local && !IsLoopback(parsed.Host))
            {
                reader.Fault($"urls: '{address}' is not this machine's own. Local mode asks nobody for a token and listens on loopback only; write {Default}, or give MicrosoftAppId and its credentials.");
            }
        }

        return addresses;
    }

    /// <summary>True for localhost and the addresses of loopback, with or without brackets.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.StartsWith('[') && host.EndsWith(']') ? host[1..^1] : host, out var address) && IPAddress.IsLoopback(address));

    private static BindingAddress? Parse(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            return parsed.Scheme == "http" && !parsed.IsUnixPipe && !parsed.IsNamedPipe && parsed.PathBase.Length == 0 && parsed.Port is >= 0 and <= 65535 ? parsed : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
