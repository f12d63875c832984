using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using SiteBot.Host.Delivery;
using SiteBot.Host.Doors;
using SiteBot.Host.Settings;
using SiteBot.Outbox;
using SiteBot.Storage;
using SiteBot.Teams;
using SiteBot.Teams.Delivery;

namespace SiteBot.Endurance;

/// <summary>The delivering half of a host over a store: the dispatcher, Teams' delivery and a real connector client.</summary>
internal sealed class DeliveringHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private DeliveringHost(ServiceProvider services) => _services = services;

    /// <summary>What local mode's doors drive it by.</summary>
    public IDeliveryPump Pump => _services.GetRequiredService<IDeliveryPump>();

    /// <summary>Any of its services.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Composes a host and starts its workers.</summary>
    /// <param name="store">The store.</param>
    /// <param name="workplace">Who is who.</param>
    /// <param name="options">How it delivers.</param>
    /// <param name="time">The machine's clock; the database's is made as much faster.</param>
    /// <param name="delivery">Takes messages instead of Teams' delivery, or null.</param>
    public static async Task<DeliveringHost> Start(IStore store, Workplace workplace, DeliveryOptions options, FastTime time, IMessageDelivery? delivery = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<IWorkplace>(new StandingWorkplace(workplace));
        services.AddSingleton<IBusinessClock>(new Standstill());
        services.AddSingleton(store.Ledger).AddSingleton(store.Bell).AddSingleton(store.Addresses).AddSingleton(store.Settings).AddSingleton(store.Archive);
        services.AddSingleton<IOutbox>(new FastOutbox(store.Outbox, time.Factor));
        services.AddSingleton(new TeamsOptions { IsLocal = true });
        services.AddSingleton<IOutgoingCards, PlainCards>();
        services.AddSingleton(new CloudAdapter(new LoopbackBotFrameworkAuthentication(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }))));
        services.AddTeamsDelivery();
        services.AddSingleton(SiteBotOptions.Read(new ConfigurationBuilder().Build())).AddSingleton<OutboxWatch>();
        services.AddDelivery(options);
        if (delivery is not null)
        {
            services.AddSingleton(delivery);
        }

        var host = new DeliveringHost(services.BuildServiceProvider());
        foreach (var worker in host._services.GetServices<IHostedService>())
        {
            await worker.StartAsync(CancellationToken.None);
        }

        return host;
    }

    /// <summary>Stops its workers as a host that is shut down does.</summary>
    public async Task Stop()
    {
        foreach (var worker in _services.GetServices<IHostedService>().Reverse())
        {
            await worker.StopAsync(CancellationToken.None);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Stop();
        await _services.DisposeAsync();
    }

    private sealed class StandingWorkplace(Workplace workplace) : IWorkplace
    {
        public Workplace Current => workplace;
    }

    private sealed class Standstill : IBusinessClock
    {
        public Instant Now => FieldCrew.Night;
    }
}
