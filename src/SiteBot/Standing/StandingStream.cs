using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Standing;

/// <summary>The source-generated JSON of standing facts.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(StandingFacts))]
[JsonSerializable(typeof(StandingEvent.Frozen))]
[JsonSerializable(typeof(StandingEvent.Thawed))]
[JsonSerializable(typeof(StandingEvent.Released))]
[JsonSerializable(typeof(StandingEvent.ReleaseWithdrawn))]
[JsonSerializable(typeof(StandingEvent.ChannelBound))]
[JsonSerializable(typeof(StandingEvent.DependencyTold))]
[JsonSerializable(typeof(StandingEvent.DependencyWithdrawn))]
internal sealed partial class StandingJson : JsonSerializerContext
{
    /// <summary>The context with the ledger's way of writing.</summary>
    public static StandingJson Instance { get; } = new(FactJson.Options());
}

/// <summary>The stream of standing facts: how it is read and written.</summary>
public static class StandingStream
{
    private static readonly EventKinds<StandingEvent> Kinds = new(
        ("frozen", 1, StandingJson.Instance.Frozen),
        ("thawed", 1, StandingJson.Instance.Thawed),
        ("released", 1, StandingJson.Instance.Released),
        ("release-withdrawn", 1, StandingJson.Instance.ReleaseWithdrawn),
        ("channel-bound", 1, StandingJson.Instance.ChannelBound),
        ("dependency-told", 1, StandingJson.Instance.DependencyTold),
        ("dependency-withdrawn", 1, StandingJson.Instance.DependencyWithdrawn));

    private static readonly StreamFold<StandingFacts> Fold = new(
        StandingJson.Instance.StandingFacts, _ => StandingFacts.None, facts => facts.Version,
        (facts, recorded) => facts.With(new StandingFact(Kinds.FromFact(recorded), recorded.Fact.ToldAt, recorded.Fact.By)));

    /// <summary>The facts of the stream as it was read.</summary>
    /// <exception cref="UnknownFactException">The stream holds a kind of fact that this host does not know.</exception>
    public static StandingFacts Read(StreamView view) => Fold.Read(view);

    /// <summary>What to keep of a change.</summary>
    public static StreamWrite Write(StandingChange change) => new(
        StreamId.Standing,
        change.Before.Version,
        [.. change.Facts.Select(fact => Kinds.ToFact(fact.Event, fact.ToldAt, fact.ToldAt, fact.By))],
        Fold.Keep(change.After),
        []);
}

/// <summary>Standing facts with some more that are decided and not yet kept.</summary>
/// <param name="Before">As they were read.</param>
/// <param name="After">With the new facts.</param>
/// <param name="Facts">The new facts, in order.</param>
public sealed record StandingChange(StandingFacts Before, StandingFacts After, ImmutableArray<StandingFact> Facts)
{
    /// <summary>No change yet.</summary>
    public static StandingChange Of(StandingFacts facts) => new(facts, facts, []);

    /// <summary>One more fact.</summary>
    public StandingChange Tell(StandingEvent e, Instant now, string? by)
    {
        var fact = new StandingFact(e, now, by);
        return this with { After = After.With(fact), Facts = Facts.Add(fact) };
    }
}
