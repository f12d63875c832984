using SiteBot.Host.Settings;
using SiteBot.Teams;
using SiteBot.Teams.Delivery;

namespace SiteBot.Host;

/// <summary>The bot itself and what goes out of it, as the settings have it.</summary>
internal static class BotComposition
{
    /// <summary>Registers it.</summary>
    public static void Add(IServiceCollection services, SiteBotOptions options)
    {
        services.AddSiteBotTeams(new TeamsOptions
        {
            AppId = options.Bot.AppId ?? "",
            IsLocal = options.Mode == HostMode.Local,
            OffersFiles = options.Mode == HostMode.Teams,
            Tenants = [.. options.Bot.AllowedTenants],
        });
        services.AddTeamsDelivery();
    }
}
