using Microsoft.Extensions.DependencyInjection;
using SiteBot.Outbox;

namespace SiteBot.Teams.Delivery;

/// <summary>Delivery to Teams as services of a host.</summary>
public static class DeliveryServices
{
    /// <summary>Adds <see cref="IMessageDelivery"/> and what incoming activities teach of addresses. The host adds the adapter, the store's ports, <see cref="IWorkplace"/>,
    /// <see cref="TeamsOptions"/>, <see cref="IRequestPace"/> and <see cref="TimeProvider"/>; the cards add how each message looks.</summary>
    public static IServiceCollection AddTeamsDelivery(this IServiceCollection services) => services
        .AddSingleton<MessageDrawing>()
        .AddSingleton<WayTo>()
        .AddSingleton<AddressLearning>()
        .AddSingleton<IMessageDelivery, TeamsDelivery>();
}
