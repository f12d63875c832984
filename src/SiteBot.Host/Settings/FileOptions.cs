namespace SiteBot.Host.Settings;

/// <summary>Where files come from and how people reach those that are kept.</summary>
/// <param name="Hosts">Hosts that files of Teams may be fetched from.</param>
/// <param name="Address">The address that people reach this host by, for links to files; null for none.</param>
internal sealed record FileOptions(IReadOnlyList<string> Hosts, Uri? Address)
{
    private static readonly string[] _hosts = ["*.sharepoint.com", "*.sharepoint.cn"];

    /// <summary>Reads the group.</summary>
    public static FileOptions Read(SettingsReader reader)
    {
        var hosts = reader.List("Files:Hosts", "names, with commas between; *. and an ending", string.Join(',', _hosts), "Teams: the hosts that files may be fetched from. A national cloud has its own.");
        foreach (var host in hosts.Where(host => Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host) != UriHostNameType.Dns || !host.Contains('.')))
        {
            reader.Fault($"Files:Hosts: '{host}' is no name of a host; write contoso.sharepoint.com or *.sharepoint.com.");
        }

        var address = reader.Text("Files:Address", "https://HOST/", "none: files are handed over in Teams itself", "Teams: the address that people reach this host by, for links to files; they ask for the sign-in of the manager's tab.");
        Uri? uri = null;
        if (address is not null && (!Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out uri) || uri.Scheme != Uri.UriSchemeHttps || uri.Query.Length + uri.Fragment.Length + uri.UserInfo.Length > 0))
        {
            reader.Fault($"Files:Address is '{address}'; write an https address such as https://bot.example.com/.");
        }

        return new FileOptions(hosts.Count == 0 ? _hosts : hosts, uri);
    }
}
