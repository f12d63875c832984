using SiteBot.Ledger;
using SiteBot.ManagersTab.Page;
using SiteBot.ManagersTab.SignIn;
using SiteBot.Outbox;

namespace SiteBot.ManagersTab;

/// <summary>
/// The manager's tab: a page at <c>/tab</c> and what it shows at <c>/tab/data</c>. It reads the ledger and changes nothing. In Teams a person comes by single sign-on; in
/// local mode it trusts everybody who reaches it, so the host maps it behind its checks of Host and Origin.
/// </summary>
public static class ManagersTab
{
    /// <summary>Registers the tab.</summary>
    /// <param name="services">Has the ledger, the outbox, the address book, the workplace, the business clock and the machine's <see cref="TimeProvider"/>.</param>
    /// <param name="options">The settings.</param>
    /// <param name="client">What the keys of Microsoft Entra ID are read with; it should follow no redirects.</param>
    public static IServiceCollection AddManagersTab(this IServiceCollection services, Func<IServiceProvider, ManagersTabOptions> options, Func<IServiceProvider, HttpClient> client)
    {
        services.AddSingleton(options);
        services.AddSingleton(provider => new TabVisitors(
            provider.GetRequiredService<ManagersTabOptions>().SignIn is { } signIn ? new EntraTokens(signIn, client(provider), provider.GetRequiredService<TimeProvider>()) : null));
        services.AddSingleton<Sightings>();
        services.AddSingleton<Unreached>();
        services.AddSingleton<DataDoor>();
        services.AddSingleton<PageDoor>();
        return services;
    }

    /// <summary>Maps page and data. Call it after the middleware that guards the host's doors.</summary>
    public static WebApplication MapManagersTab(this WebApplication app)
    {
        app.Services.GetRequiredService<PageDoor>().Map(app);
        app.Services.GetRequiredService<DataDoor>().Map(app);
        return app;
    }
}
