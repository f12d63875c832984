using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace SiteBot.LocalChat;

/// <summary>Where this host listens: the bot's door, and the channel's own serviceUrl and content addresses.</summary>
internal sealed class HostAddress(LocalChatOptions options, IServer server)
{
    /// <summary>The bot's door.</summary>
    public Uri Messages => new(Root, "api/messages");

    /// <summary>What activities carry as serviceUrl: a path, and no slash at its end.</summary>
    public string ServiceUrl => new Uri(Root, "local-connector").AbsoluteUri;

    /// <summary>The host under its own name.</summary>
    public Uri Own => Root;

    /// <summary>Asked at each use: a port chosen by the system is known only once the host listens.</summary>
    private Uri Root => options.Address ?? First();

    public string Content(string path) => new Uri(Root, path).AbsoluteUri;

    /// <summary>An address of this host as a path, so that a page opened under another of its names (localhost) may show it.</summary>
    public string AsPath(string url) => url.StartsWith(Root.AbsoluteUri, StringComparison.OrdinalIgnoreCase) ? url[(Root.AbsoluteUri.Length - 1)..] : url;

    private Uri First()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var first = addresses.FirstOrDefault(address => address.StartsWith("http:", StringComparison.OrdinalIgnoreCase)) ?? addresses.FirstOrDefault();
        return first is null ? new("http://localhost/") : new(first.TrimEnd('/') + "/");
    }
}
