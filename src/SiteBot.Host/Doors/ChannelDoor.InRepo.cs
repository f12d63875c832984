using SiteBot.Host.Settings;
using SiteBot.Ledger;

namespace SiteBot.Host.Doors;

/// <summary>How activities are let in and answered: without tokens on this machine in local mode, by checked tokens in Teams.</summary>
internal static class ChannelDoor
{
    /// <summary>The name of the client by which the bot speaks to channels.</summary>
    public const string Client = "SiteBot.BotFramework.Builder.Integration.AspNet.Core.ConfigurationBotFrameworkAuthentication";

    /// <summary>Composes it.</summary>
    /// <exception cref="InvalidOperationException">A setting of the bot's registration lacks, or is none of those that it may be.</exception>
    public static BotFrameworkAuthentication Compose(SiteBotOptions options, IConfiguration configuration, IStoreSettings settings, IHttpClientFactory clients, TimeProvider machine) =>
        options.Mode == HostMode.Local
            ? new LoopbackBotFrameworkAuthentication(clients.CreateClient(Client))
            : new ConfigurationBotFrameworkAuthentication(
                configuration, Certificate(options.Bot, clients, machine), new AuthenticationConfiguration(), clients, vouchedServiceUrls: new KeptServiceUrls(settings), time: machine);

    private static CertificateServiceClientCredentialsFactory? Certificate(BotOptions bot, IHttpClientFactory clients, TimeProvider machine) => bot.CertificatePath is null
        ? null
        : new CertificateServiceClientCredentialsFactory(CertificateFile.Load(bot.CertificatePath, bot.CertificatePassword), bot.AppId!, bot.TenantId, clients.CreateClient(Client), sendX5c: true, time: machine);
}
