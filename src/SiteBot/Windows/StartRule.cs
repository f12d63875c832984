using NodaTime;

namespace SiteBot.Windows;

/// <summary>One condition on when an operation may begin. Made for one decision: asked for one length of operation, and forward in time only, never with an earlier moment than before.</summary>
internal abstract class StartRule
{
    private Instant reached = Instant.MinValue;
    private bool none;

    /// <summary>The first start from <paramref name="from"/> on that the rule allows to an operation of <paramref name="length"/>.</summary>
    /// <returns>A moment not after <paramref name="horizon"/>, or null where none comes.</returns>
    public Instant? First(Instant from, Duration length, Instant horizon)
    {
        // What was found before is still the first: a rule may have left behind what lay ahead of it.
        if (none || (Search(Instant.Max(from, reached), length, horizon) is not { } first))
        {
            none = true;
            return null;
        }

        reached = first;
        return first;
    }

    /// <summary>How far an operation may reach that the rule allows now, whatever its length, without a break from <paramref name="now"/>; null where nothing limits it.
    /// To be asked only while <see cref="First"/> has found nothing later than <paramref name="now"/>.</summary>
    public abstract Instant? Until(Instant now);

    /// <summary>Does the work of <see cref="First"/>; called forward in time only.</summary>
    protected abstract Instant? Search(Instant from, Duration length, Instant horizon);
}
