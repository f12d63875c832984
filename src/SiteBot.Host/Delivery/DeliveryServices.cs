using SiteBot.Outbox;

namespace SiteBot.Host.Delivery;

/// <summary>Delivery as services of the host.</summary>
internal static class DeliveryServices
{
    /// <summary>Adds the dispatcher, its pace, the watch over its lag, the plans that are kept reckoned, and <see cref="IDeliveryPump"/> and <see cref="DeliveryLag"/>. The host adds the watch over the outbox, the
    /// store's ports, <see cref="IWorkplace"/>, <see cref="IBusinessClock"/>, <see cref="IMessageDelivery"/> and <see cref="TimeProvider"/>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="options">How to deliver.</param>
    public static IServiceCollection AddDelivery(this IServiceCollection services, DeliveryOptions options) => services
        .AddSingleton(options)
        .AddSingleton(HostName.OfThisRun())
        .AddSingleton(provider => new SendPace(options.Limits, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IRequestPace>(provider => provider.GetRequiredService<SendPace>())
        .AddSingleton<DeliveryTally>()
        .AddSingleton<DeliveryLag>()
        .AddSingleton<FailureConsequences>()
        .AddSingleton<OutboxDispatcher>()
        .AddSingleton<IDeliveryPump, DeliveryPump>()
        .AddSingleton<PlanReckoning>()
        .AddSingleton<AgendaKeeper>()
        .AddSingleton<IPlanning>(provider => provider.GetRequiredService<AgendaKeeper>())
        .AddHostedService<HostRoll>()
        .AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>())
        .AddHostedService(provider => provider.GetRequiredService<AgendaKeeper>())
        .AddHostedService<LagWatch>();
}
