using NodaTime;

namespace SiteBot.Gate;

/// <summary>A backup for one operation, or why there is none.</summary>
public sealed record Backup
{
    /// <summary>When it was taken.</summary>
    public Instant? At { get; init; }

    /// <summary>Where it lies.</summary>
    public string? Location { get; init => field = Blank.ToNull(value); }

    /// <summary>Whether it was checked.</summary>
    public bool? Verified { get; init; }

    /// <summary>Of which equipment; null where not said.</summary>
    public string? Equipment { get; init => field = Blank.ToNull(value); }

    /// <summary>False where equipment that is not in service has nothing to back up. Does not count while it is in service, where the command line refuses it.</summary>
    public bool? Applies { get; init; }

    /// <summary>False where the equipment cannot give a backup; true is as if absent.</summary>
    public bool? Possible { get; init; }

    /// <summary>Why it cannot.</summary>
    public string? Reason { get; init => field = Blank.ToNull(value); }
}
