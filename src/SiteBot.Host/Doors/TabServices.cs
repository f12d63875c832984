using SiteBot.Host.Settings;
using SiteBot.ManagersTab;

namespace SiteBot.Host.Doors;

/// <summary>Puts the manager's tab together: in local mode open to who reaches this machine, in Teams by the tokens of an app registration, and closed where there is none.</summary>
internal static class TabServices
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddTab(this IServiceCollection services, SiteBotOptions options) => IsOpen(options)
        ? services.AddManagersTab(
            provider =>
            {
                var limit = new SenderLimit(options.Limits.TurnsPerSender, provider.GetRequiredService<TimeProvider>());
                return new ManagersTabOptions(SignIn(options), options.Tab.FrameHosts, limit.Takes);
            },
            provider => provider.GetRequiredService<IHttpClientFactory>().CreateClient(ChannelDoor.Client))
        : services;

    /// <summary>Maps it.</summary>
    public static void MapTab(this WebApplication app, SiteBotOptions options)
    {
        if (IsOpen(options))
        {
            app.MapManagersTab();
        }
    }

    private static bool IsOpen(SiteBotOptions options) => options.Mode == HostMode.Local || options.Tab.AppId is not null;

    // Tokens of version 2 are for the app's id; those of version 1 for one of its names as a resource.
    private static EntraSignIn? SignIn(SiteBotOptions options) => options.Mode == HostMode.Local || options.Tab.AppId is not { } app
        ? null
        : new EntraSignIn(
            [app, $"api://{app}", .. options.Files.Address is { } address ? [$"api://{address.Host}/{app}", $"api://{address.Host}/botid-{app}"] : Array.Empty<string>()],
            options.Bot.AllowedTenants, options.Tab.Cloud, options.Tab.Metadata);
}
