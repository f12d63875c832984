using SiteBot.Host.Settings;
using SiteBot.Ledger;

namespace SiteBot.Host.Doors;

/// <summary>How activities are let in and answered: without tokens in local mode, by checked tokens in Teams.</summary>
internal static class ChannelDoor
{
    /// <summary>The name of the client by which the bot speaks to channels.</summary>
    public const string Client = "SiteBot.Channels";

    /// <summary>Composes it. Without an app id the SDK asks for no token; the guard of local mode stands before it.</summary>
    public static BotFrameworkAuthentication Compose(SiteBotOptions options, IConfiguration configuration, IStoreSettings settings, IHttpClientFactory clients, TimeProvider machine) =>
        new ConfigurationBotFrameworkAuthentication(configuration, Certificate(options.Bot), new AuthenticationConfiguration(), clients);

    private static ServiceClientCredentialsFactory Certificate(BotOptions bot) => bot.CertificatePath is null
        ? null!
        : new CertificateServiceClientCredentialsFactory(CertificateFile.Load(bot.CertificatePath, bot.CertificatePassword), bot.AppId, bot.TenantId);
}
