using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SiteBot.Outbox;
using SiteBot.Teams.Cards;

namespace SiteBot.Teams.Delivery;

/// <summary>Delivery to Teams as services of a host.</summary>
public static class DeliveryServices
{
    /// <summary>Adds <see cref="IMessageDelivery"/> and what incoming activities teach of addresses. The host adds the adapter, the store's ports, <see cref="IWorkplace"/>,
    /// <see cref="TeamsOptions"/>, <see cref="IRequestPace"/>, <see cref="TimeProvider"/> and the <see cref="CardDeck"/> that messages are drawn from.</summary>
    public static IServiceCollection AddTeamsDelivery(this IServiceCollection services)
    {
        services.TryAddSingleton<IOutgoingCards>(provider => new OutgoingCards(provider.GetRequiredService<CardDeck>()));
        return services
            .AddSingleton<MessageDrawing>()
            .AddSingleton<WayTo>()
            .AddSingleton<AddressLearning>()
            .AddSingleton<IMessageDelivery, TeamsDelivery>();
    }
}
