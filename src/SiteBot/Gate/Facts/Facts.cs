using NodaTime;
using SiteBot.Windows;

namespace SiteBot.Gate;

/// <summary>Everything that a decision is made from, and nothing else is looked at. What is null is unknown; blank text is the same as absent.
/// The chat makes it from a visit's record, the command line reads it from JSON: the same facts get the same verdict.</summary>
/// <param name="Now">The moment for which is decided.</param>
/// <param name="Site">Where.</param>
/// <param name="Operation">What is to be done.</param>
public sealed record Facts(Instant Now, SiteFacts Site, Operation Operation)
{
    /// <summary>How the equipment's service runs.</summary>
    public ServiceCondition Service { get; init; } = ServiceCondition.Running;

    /// <summary>When data of the equipment was last changed; a backup must not be older.</summary>
    public Instant? LastDataChangeAt { get; init; }

    /// <summary>What people have signed, confirmed or answered.</summary>
    public Evidence Evidence { get; init; } = Evidence.None;

    /// <summary>Whether the operation is to restore a service that is interrupted or severely degraded (6.5-2).</summary>
    public bool Restoring => Operation.RestoresService && Service.State != ServiceState.Normal;
}

/// <summary>The site of an operation.</summary>
/// <param name="Zone">Its time zone, from the IANA data.</param>
public sealed record SiteFacts(DateTimeZone Zone)
{
    /// <summary>Its id in the directory.</summary>
    public string? Id { get; init => field = Blank.ToNull(value); }

    /// <summary>The policy that holds here.</summary>
    public GatePolicy Policy { get; init; } = GatePolicy.Default;
}

/// <summary>How the service of the equipment runs.</summary>
/// <param name="Live">Whether the equipment is in service; before cutover it is not.</param>
/// <param name="State">How it runs.</param>
public sealed record ServiceCondition(bool Live = true, ServiceState State = ServiceState.Normal)
{
    /// <summary>In service and normal: what holds where nothing is said.</summary>
    public static ServiceCondition Running { get; } = new();
}

/// <summary>Blank text counts as absent, whoever built the facts.</summary>
internal static class Blank
{
    public static string? ToNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
