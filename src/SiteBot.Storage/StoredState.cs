using SiteBot.Outbox;

namespace SiteBot.Storage;

/// <summary>How a message's state is stored. The partial indexes of the outbox name these numbers.</summary>
internal static class StoredState
{
    public const int Ready = 0;
    public const int Held = 1;
    public const int Resting = 2;
    public const int Sent = 3;
    public const int GivenUp = 4;
    public const int Overtaken = 5;

    public static DeliveryState Read(long stored) => stored switch
    {
        Ready or Held or Resting => DeliveryState.Waiting,
        Sent => DeliveryState.Sent,
        GivenUp => DeliveryState.GivenUp,
        Overtaken => DeliveryState.Overtaken,
        _ => throw new StoreException($"The outbox holds a message in the unknown state {stored}."),
    };

    /// <summary>The lowest and the highest stored number of a state.</summary>
    public static (int First, int Last) Range(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => (Ready, Resting),
        DeliveryState.Sent => (Sent, Sent),
        DeliveryState.GivenUp => (GivenUp, GivenUp),
        _ => (Overtaken, Overtaken),
    };
}
