using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SiteBot.Documents;
using SiteBot.Forms;
using SiteBot.Host.Settings;
using SiteBot.Ledger;
using SiteBot.Teams.Forms;
using SiteBot.Teams.Uploads;

namespace SiteBot.Host.Doors;

/// <summary>Puts together what takes files in, draws forms up and hands kept files out.</summary>
internal static class FileServices
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services, SiteBotOptions options)
    {
        var isLocal = options.Mode == HostMode.Local;
        services.AddSingleton<IFormWriter, DocxWriter>();
        services.AddSingleton<FormProduction>();
        services.AddSingleton(provider => new UploadOptions { Hosts = options.Files.Hosts, OwnAddresses = isLocal ? () => Addresses(provider) : null });
        services.AddSingleton<IUploads, UploadDoor>();
        services.AddSingleton<IPersonalDrive, PersonalDrive>();
        services.AddSingleton(provider => new FileLinks(
            provider.GetRequiredService<IStoreSettings>(),
            provider.GetRequiredService<TimeProvider>(),
            () => isLocal && Addresses(provider).FirstOrDefault() is { } own ? new Uri(own.TrimEnd('/') + "/") : options.Files.Address));
        services.AddSingleton<IFileLinks>(provider => provider.GetRequiredService<FileLinks>());
        if (isLocal)
        {
            services.AddSingleton<IFileReaders, LocalFileReaders>();
        }
        else
        {
            services.AddSingleton<IFileReaders, FirstFileReaders>();
        }

        return services.AddSingleton<FileDoor>();
    }

    // Asked at each use: a port chosen by the system is known only once the host listens.
    private static IEnumerable<string> Addresses(IServiceProvider provider) => provider.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
}
