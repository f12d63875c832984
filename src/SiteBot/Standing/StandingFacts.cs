using SiteBot.Directory;
using SiteBot.Ledger;
using System.Collections.Immutable;
using NodaTime;

namespace SiteBot.Standing;

/// <summary>What holds for everybody, as its facts make it; goes before the directory file's first values, save that freezes of both add up.</summary>
public sealed record StandingFacts
{
    /// <summary>Nothing kept by chat yet.</summary>
    public static StandingFacts None { get; } = new();

    /// <summary>How many facts there are.</summary>
    public long Version { get; init; }

    /// <summary>Freezes in force or to come or past, oldest first; those taken back are gone.</summary>
    public ImmutableArray<Freeze> Freezes { get; init; } = [];

    /// <summary>Releases by product and version; one taken back stands with <see cref="Release.Withdrawn"/>.</summary>
    public ImmutableArray<Release> Releases { get; init; } = [];

    /// <summary>Channels by regional office.</summary>
    public ImmutableSortedDictionary<string, BoundChannel> Channels { get; init; } = ImmutableSortedDictionary<string, BoundChannel>.Empty;

    /// <summary>What depends on what, oldest first; those taken back are gone.</summary>
    public ImmutableArray<Dependency> Dependencies { get; init; } = [];

    /// <summary>What was said of a version last, or null where nothing was said by chat.</summary>
    public Release? ReleaseOf(string product, string version) =>
        Releases.LastOrDefault(release => release.Product == product && release.Version == version);

    /// <summary>These facts and one more.</summary>
    public StandingFacts With(StandingFact fact) => (fact.Event switch
    {
        StandingEvent.Frozen e => this with { Freezes = Freezes.Add(new Freeze(e.Id, e.Of, e.From, e.To, e.Reason, fact.By)) },
        StandingEvent.Thawed e => this with { Freezes = Freezes.RemoveAll(freeze => freeze.Id == e.Id) },
        StandingEvent.Released e => Said(new Release(e.Product, e.Version, e.ExceptionalNumber, false, fact.By, fact.ToldAt)),
        StandingEvent.ReleaseWithdrawn e => Said(new Release(e.Product, e.Version, null, true, fact.By, fact.ToldAt)),
        StandingEvent.DependencyTold e => this with { Dependencies = Without(e.Equipment, e.On).Add(new Dependency(e.Equipment, e.On, fact.By, fact.ToldAt)) },
        StandingEvent.DependencyWithdrawn e => this with { Dependencies = Without(e.Equipment, e.On) },
        StandingEvent.ChannelBound e => this with { Channels = Channels.SetItem(e.Office, new BoundChannel(e.Team, e.Channel)) },
        _ => throw new InvalidOperationException($"Standing facts cannot fold {fact.Event.GetType().Name}."),
    }) with { Version = Version + 1 };

    /// <summary>The equipment that depends on <paramref name="equipment"/> or that it depends on; each as <c>SITE/ID</c>.</summary>
    public IEnumerable<string> TiedTo(string equipment) => Dependencies
        .Where(one => Same(one.Equipment, equipment) || Same(one.On, equipment))
        .Select(one => Same(one.Equipment, equipment) ? one.On : one.Equipment);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private ImmutableArray<Dependency> Without(string equipment, string on) => Dependencies.RemoveAll(known => known.Equipment == equipment && known.On == on);

    private StandingFacts Said(Release release) => this with
    {
        Releases = Releases.RemoveAll(known => known.Product == release.Product && known.Version == release.Version).Add(release),
    };
}

/// <summary>A stretch of time in which nothing may be changed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Of">Whose: <c>office/…</c>, <c>customer/…</c> or <c>site/…</c>.</param>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who told it.</param>
public sealed record Freeze(string Id, string Of, Instant From, Instant To, string Reason, string? By);

/// <summary>What was said of a version (6.5-6).</summary>
/// <param name="Product">The product's id.</param>
/// <param name="Version">The version.</param>
/// <param name="ExceptionalNumber">The number of an exceptional release, or null.</param>
/// <param name="Withdrawn">True where the release was taken back.</param>
/// <param name="By">Who told it.</param>
/// <param name="At">When.</param>
public sealed record Release(string Product, string Version, string? ExceptionalNumber, bool Withdrawn, string? By, Instant At);

/// <summary>One piece of equipment depends on another, so that work on both at once is warned of.</summary>
/// <param name="Equipment">What depends: <c>BJ-077/BSC-2</c>.</param>
/// <param name="On">On what: <c>BJ-042/MSC-1</c>.</param>
/// <param name="By">Who told it.</param>
/// <param name="At">When.</param>
public sealed record Dependency(string Equipment, string On, string? By, Instant At)
{
    /// <summary>In words.</summary>
    public Text Sentence => new($"{PlacedEquipment.Say(Equipment)} 依赖 {PlacedEquipment.Say(On)}", $"{PlacedEquipment.Say(Equipment)} depends on {PlacedEquipment.Say(On)}");
}

/// <summary>A team's channel.</summary>
/// <param name="Team">The team's id.</param>
/// <param name="Channel">The channel's id.</param>
public sealed record BoundChannel(string Team, string Channel);
