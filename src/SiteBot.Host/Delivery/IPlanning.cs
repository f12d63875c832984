using NodaTime;

namespace SiteBot.Host.Delivery;

/// <summary>Keeps plans reckoned far enough ahead, by business time.</summary>
internal interface IPlanning
{
    /// <summary>When plans are to be reckoned next; null where that is not known yet.</summary>
    Instant? Next { get; }

    /// <summary>Reckons now where <see cref="Next"/> has come.</summary>
    ValueTask CatchUp(CancellationToken cancellation);
}
