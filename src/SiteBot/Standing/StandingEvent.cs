using NodaTime;

namespace SiteBot.Standing;

/// <summary>What holds for everybody and is kept by chat by those whose role it is: a closed set.</summary>
public abstract record StandingEvent
{
    private StandingEvent()
    {
    }

    /// <summary>No change may be made in a stretch of time.</summary>
    /// <param name="Id">The freeze's id.</param>
    /// <param name="Of">Whose: <c>office/BJ</c>, <c>customer/CM-BJ</c> or <c>site/BJ-042</c>.</param>
    /// <param name="From">Inclusive.</param>
    /// <param name="To">Exclusive.</param>
    /// <param name="Reason">Why, as told; no person's data.</param>
    public sealed record Frozen(string Id, string Of, Instant From, Instant To, string Reason) : StandingEvent;

    /// <summary>A freeze was taken back.</summary>
    /// <param name="Id">The freeze's id.</param>
    public sealed record Thawed(string Id) : StandingEvent;

    /// <summary>A version is released (6.5-6), or exceptionally so under a number.</summary>
    /// <param name="Product">The product's id.</param>
    /// <param name="Version">The version, compared exactly.</param>
    /// <param name="ExceptionalNumber">The number of the exceptional release, or null.</param>
    public sealed record Released(string Product, string Version, string? ExceptionalNumber) : StandingEvent;

    /// <summary>A release was taken back: the version is not released from now on, whatever the directory says.</summary>
    /// <param name="Product">The product's id.</param>
    /// <param name="Version">The version.</param>
    public sealed record ReleaseWithdrawn(string Product, string Version) : StandingEvent;

    /// <summary>A team's channel is a regional office's field-service channel from now on.</summary>
    /// <param name="Office">The regional office's id.</param>
    /// <param name="Team">The team's id.</param>
    /// <param name="Channel">The channel's id.</param>
    public sealed record ChannelBound(string Office, string Team, string Channel) : StandingEvent;

    /// <summary>One piece of equipment depends on another.</summary>
    /// <param name="Equipment">What depends: <c>BJ-077/BSC-2</c>.</param>
    /// <param name="On">On what: <c>BJ-042/MSC-1</c>.</param>
    public sealed record DependencyTold(string Equipment, string On) : StandingEvent;

    /// <summary>It depends on it no more, or never did.</summary>
    /// <param name="Equipment">What depended.</param>
    /// <param name="On">On what.</param>
    public sealed record DependencyWithdrawn(string Equipment, string On) : StandingEvent;
}

/// <summary>An event with who told it and when.</summary>
/// <param name="Event">What.</param>
/// <param name="ToldAt">When.</param>
/// <param name="By">Who.</param>
public sealed record StandingFact(StandingEvent Event, Instant ToldAt, string? By);
