using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SiteBot.Documents;
using SiteBot.Forms;
using SiteBot.Host.Settings;
using SiteBot.LocalChat;
using SiteBot.ManagersTab;
using SiteBot.ManagersTab.SignIn;
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
        services.AddSingleton<FileMarks>();
        if (isLocal)
        {
            services.AddSingleton(provider => new LocalFileLinks(
                provider.GetRequiredService<FileMarks>(), provider.GetRequiredService<TimeProvider>(), () => Addresses(provider).FirstOrDefault() is { } own ? new Uri(own.TrimEnd('/') + "/") : null,
                provider.GetRequiredService<LocalChatOptions>(), provider.GetRequiredService<IWorkplace>()));
            services.AddSingleton<IFileLinks>(provider => provider.GetRequiredService<LocalFileLinks>());
            services.AddSingleton<IFileReaders>(provider => provider.GetRequiredService<LocalFileLinks>());
        }
        else
        {
            services.AddSingleton(provider => new TabFileLinks(
                provider.GetRequiredService<FileMarks>(), options.Files.Address, options.Tab.Entity, provider.GetService<TabVisitors>(), provider.GetService<ManagersTabOptions>(),
                provider.GetRequiredService<IWorkplace>()));
            services.AddSingleton<IFileLinks>(provider => provider.GetRequiredService<TabFileLinks>());
            services.AddSingleton<IFileReaders>(provider => provider.GetRequiredService<TabFileLinks>());
        }

        return services.AddSingleton<FileDoor>();
    }

    // Asked at each use: a port chosen by the system is known only once the host listens.
    private static IEnumerable<string> Addresses(IServiceProvider provider) => provider.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
}
