using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NodaTime;
using SiteBot.Host.Delivery;
using SiteBot.Host.Doors;
using SiteBot.Host.Local;
using SiteBot.Host.Readers;
using SiteBot.Host.Settings;
using SiteBot.Host.Telemetry;
using SiteBot.Host.Time;
using SiteBot.Host.Workers;
using SiteBot.Host.Workplaces;
using SiteBot.Ledger;
using SiteBot.LocalChat;
using SiteBot.Storage;

namespace SiteBot.Host;

/// <summary>SiteBot as it serves: settings, store, workplace, clock and doors put together. Disposed, the store is closed.</summary>
internal sealed class SiteBotHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly IStore _store;
    private readonly SiteBotOptions _options;

    private SiteBotHost(WebApplication app, IStore store, SiteBotOptions options) => (_app, _store, _options) = (app, store, options);

    /// <summary>What is composed.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The addresses that it listens on, once started.</summary>
    public IReadOnlyList<string> Addresses => [.. Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];

    /// <summary>Completes when the host has been asked to stop, by a signal or by <see cref="Stop"/>, and has stopped.</summary>
    public Task Stopped => _app.WaitForShutdownAsync();

    /// <summary>Puts the host together and opens its store; it does not listen yet.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="machine">The machine's clock.</param>
    /// <param name="more">Registrations beside or instead of the product's own.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SettingsException">Settings are refused, by name.</exception>
    /// <exception cref="Reading.FaultyFileException">The dialogs or the directory are faulty.</exception>
    /// <exception cref="StoreException">The store cannot be opened, or is of the other mode.</exception>
    public static async Task<SiteBotHost> Compose(
        IConfigurationRoot configuration, TimeProvider machine, Action<IServiceCollection, SiteBotOptions>? more = null, CancellationToken cancellation = default)
    {
        var options = SiteBotOptions.Read(configuration);
        var files = WorkplaceFiles.Of(options.DialogsPath, options.DirectoryPath);
        var reading = Task.Run(() => WorkplaceKeeper.Load(files.Dialogs, files.Directory), cancellation);
        IStore store;
        try
        {
            store = await StoreOpening.Open(options.Storage, options.Mode == HostMode.Local ? StoreMode.Local : StoreMode.Teams, cancellation);
        }
        catch
        {
            await reading.ContinueWith(static faulted => _ = faulted.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw;
        }

        WebApplication? app = null;
        try
        {
            var workplace = await reading;
            if (options.OwnProvisions is { } own)
            {
                _ = Answers.Own.OwnProvisionReader.Load(own, workplace.Current.Standard);
            }

            var versions = new ProcedureVersions(store.Ledger, store.Settings);
            await versions.Keep(workplace.Catalogue, workplace.Current.Procedures, cancellation);
            var clock = options.Mode == HostMode.Local ? await LocalStart.Open(store, options, files, workplace.Current, machine, cancellation) : null;
            app = Build(configuration, options, machine, store, workplace, versions, clock, more);
            MapDoors(app, options);
            return new SiteBotHost(app, store, options);
        }
        catch
        {
            await (app?.DisposeAsync() ?? default);
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Begins to listen and to work, and greets on <paramref name="output"/>.</summary>
    public async Task Start(TextWriter output, CancellationToken cancellation = default)
    {
        Greeting.Before(output, _options);
        await _app.StartAsync(cancellation);
        Greeting.After(output, _options, Addresses, _store, Services.GetRequiredService<WorkplaceKeeper>(), Services.GetRequiredService<IBusinessClock>());
    }

    /// <summary>Lets the turns under way end and stops.</summary>
    public Task Stop() => _app.StopAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _store.DisposeAsync();
    }

    private static WebApplication Build(
        IConfigurationRoot configuration, SiteBotOptions options, TimeProvider machine, IStore store, WorkplaceKeeper workplace, ProcedureVersions versions, DemoClock? demo,
        Action<IServiceCollection, SiteBotOptions>? more)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "SiteBot.Host" });
        builder.Configuration.AddConfiguration(configuration);
        builder.WebHost.UseKestrelCore().UseUrls([.. options.Addresses]).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 12 * 1024 * 1024;
        });
        Logs.Add(builder.Logging, configuration);

        var services = builder.Services;
        services.AddRoutingCore();
        services.AddSingleton(machine);
        services.AddSingleton(options);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(options.Limits.StopSeconds));
        AddStore(services, store);
        services.AddSingleton(workplace);
        services.AddSingleton<IWorkplace>(workplace);
        services.AddSingleton(versions);
        services.AddSingleton<DirectoryWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<DirectoryWatch>());
        services.AddSingleton<IBusinessClock>(demo is null ? new MachineBusinessClock(machine) : demo);
        ReadersOfHost.Add(services, WorkplaceFiles.Of(options.DialogsPath, options.DirectoryPath).Dialogs, options.OwnProvisions, options.LanguageModel);
        AddDoors(services, demo, options.Telemetry.Endpoint is not null);
        services.AddFiles(options);
        services.AddTab(options);
        AddWorkers(services, options);
        if (demo is not null)
        {
            AddLocalMode(services, demo);
        }

        more?.Invoke(services, options);
        services.AddDelivery(options.Delivery);
        return builder.Build();
    }

    private static void AddStore(IServiceCollection services, IStore store)
    {
        services.AddSingleton<HostMetrics>();
        services.AddSingleton<Ledger.ILedger>(provider => new MeasuredLedger(store.Ledger, provider.GetRequiredService<HostMetrics>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(store.Archive);
        services.AddSingleton(store.Outbox);
        services.AddSingleton(store.Bell);
        services.AddSingleton(store.Addresses);
        services.AddSingleton(store.Settings);
        services.AddSingleton(store.Files);
        services.AddSingleton<Func<Duration, CancellationToken, ValueTask<Pruned>>>(store.Prune);
    }

    private static void AddDoors(IServiceCollection services, DemoClock? demo, bool traced)
    {
        services.AddHttpClient(ChannelDoor.Client)
            .ConfigurePrimaryHttpMessageHandler(() => Connections(isLocal: demo is not null, traced))
            .RemoveAllLoggers();
        services.AddSingleton(provider => ChannelDoor.Compose(
            provider.GetRequiredService<SiteBotOptions>(), provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<Ledger.IStoreSettings>(),
            provider.GetRequiredService<IHttpClientFactory>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new CloudAdapter(provider.GetRequiredService<BotFrameworkAuthentication>(), provider.GetRequiredService<ILogger<CloudAdapter>>()));
        services.AddSingleton<TurnsUnderWay>();
        services.AddSingleton<OutboxWatch>();
        services.AddSingleton<HealthDoor>();
        services.AddSingleton<MessageDoor>();
    }

    private static SocketsHttpHandler Connections(bool isLocal, bool traced)
    {
        var handler = new SocketsHttpHandler { UseProxy = !isLocal, AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(15) };
        if (!traced)
        {
            // Nobody collects traces: no request need carry one along.
            handler.ActivityHeadersPropagator = null;
        }

        return handler;
    }

    private static void AddWorkers(IServiceCollection services, SiteBotOptions options)
    {
        services.AddHostedService<Retention>();
        if (options.Mode == HostMode.Teams)
        {
            services.AddHostedService<SelfTest>();
            services.AddHostedService<DailyHead>();
        }

        if (options.Telemetry.Endpoint is { } collector)
        {
            services.AddHostedService(_ => Otlp.To(collector, options.Telemetry.OverHttp));
        }
    }

    private static void AddLocalMode(IServiceCollection services, DemoClock demo)
    {
        services.AddSingleton(demo);
        services.AddSingleton<ClockDoor>();
        services.AddSingleton<TimePassage>();
        services.AddLocalChat(provider =>
        {
            var workplace = provider.GetRequiredService<IWorkplace>();
            return new LocalChatOptions(() => PeopleOfDirectory.Of(workplace.Current.Directory), () => demo.Now.ToDateTimeOffset(), provider.GetRequiredService<TimeProvider>())
            {
                ChosenLanguages = cancellation => PeopleOfDirectory.ChosenLanguages(workplace.Current.Directory, provider.GetRequiredService<ILedger>(), cancellation),
            };
        });
    }

    // The Bot Framework reads its settings when it is first asked for; what is wrong with them is told at start.
    private static void RefuseRegistration(WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<CloudAdapter>();
        }
        catch (InvalidOperationException wrong)
        {
            throw new SettingsException([wrong.Message]);
        }
    }

    private static void MapDoors(WebApplication app, SiteBotOptions options)
    {
        if (options.Mode == HostMode.Local)
        {
            app.UseMiddleware<LocalGuard>();
            app.Use(static (context, next) => LocalStart.TakeOverClock(context, next));
        }

        RefuseRegistration(app);
        app.Services.GetRequiredService<HealthDoor>().Map(app);
        app.Services.GetRequiredService<FileDoor>().Map(app);
        app.Services.GetRequiredService<MessageDoor>().Map(app);
        app.MapTab(options);

        if (options.Mode == HostMode.Local)
        {
            app.Services.GetRequiredService<ClockDoor>().Map(app);
            app.MapLocalChat();
        }
    }
}
