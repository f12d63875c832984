using NodaTime;

namespace SiteBot.Windows;

/// <summary>The operation must lie inside the period for which a consent was given; either end may be open.</summary>
internal sealed class ConsentPeriod(Instant? opens, Instant? closes) : StartRule
{
    /// <inheritdoc />
    protected override Instant? Search(Instant from, Duration length, Instant horizon)
    {
        var start = opens is { } first ? Instant.Max(from, first) : from;
        return start > horizon || (closes is { } end && (start >= end || start + length > end)) ? null : start;
    }

    /// <inheritdoc />
    public override Instant? Until(Instant now) => closes;
}
