using SiteBot.Host.Doors;
using SiteBot.Host.Settings;
using SiteBot.Host.Workplaces;
using SiteBot.Storage;

namespace SiteBot.Host;

/// <summary>What a host says on standard output when it starts.</summary>
internal static class Greeting
{
    /// <summary>Before it listens.</summary>
    public static void Before(TextWriter output, SiteBotOptions options)
    {
        output.WriteLine(options.Mode == HostMode.Local
            ? "SiteBot in local mode: for this machine alone. It listens on loopback only and asks nobody for a token."
            : "SiteBot for Microsoft Teams.");
        output.Flush();
    }

    /// <summary>Once it listens.</summary>
    public static void After(
        TextWriter output, SiteBotOptions options, IReadOnlyList<string> addresses, IStore store, WorkplaceKeeper workplace, IBusinessClock clock)
    {
        if (options.Mode == HostMode.Local)
        {
            output.WriteLine($"Local chat:   {addresses[0].TrimEnd('/')}/");
        }

        foreach (var address in addresses)
        {
            output.WriteLine($"Bot endpoint: {address.TrimEnd('/')}/api/messages");
        }

        output.WriteLine($"Store:        {store}");
        output.WriteLine($"Directory:    {workplace.DirectoryPath}");
        if (options.Mode == HostMode.Local)
        {
            output.WriteLine($"Clock:        {ClockDoor.Written(clock.Now, workplace.Current)}; the page moves it forward.");
        }

        output.WriteLine("Ctrl-C ends it.");
        output.Flush();
    }
}
