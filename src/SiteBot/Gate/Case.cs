using NodaTime;
using SiteBot.Windows;

namespace SiteBot.Gate;

/// <summary>The facts of one decision with what follows from them directly. Lives for that decision only.</summary>
internal sealed class Case(Facts facts)
{
    public Facts Facts => facts;

    public Instant Now => facts.Now;

    public Operation Operation => facts.Operation;

    public OperationKind Kind { get; } = facts.Operation.Kind;

    public Evidence Evidence => facts.Evidence;

    public GatePolicy Policy => facts.Site.Policy;

    public bool Live => facts.Service.Live;

    public bool Restoring { get; } = facts.Restoring;

    public bool Major { get; } = facts.Operation.IsMajor;

    /// <summary>Whether anybody said how long it takes.</summary>
    public bool LengthKnown => facts.Operation.DurationMinutes is not null;

    /// <summary>How long it takes; nothing where nobody said.</summary>
    public Duration Length { get; } = Duration.FromMinutes(facts.Operation.DurationMinutes ?? 0);

    public Instant Horizon { get; } = facts.Now + Opening.Horizon;

    public SiteClock Clock { get; } = new(facts.Site.Zone, facts.Now);

    public StartRule Night => field ??= InsideWindow.AfterMidnight(Clock, Policy.NightWindow, Now);

    public StartRule Evening => field ??= InsideWindow.Evening(Clock, Policy.EveningWindow, Now);

    public StartRule Peaks => field ??= new OutsidePeaks(Clock, Policy.TrafficPeaks, Now);

    public StartRule Freezes => field ??= new OutsideFreezes(Policy.Freezes);

    /// <summary>Whether the operation, begun now, keeps <paramref name="rule"/>.</summary>
    public bool Keeps(StartRule rule) => rule.First(Now, Length, Horizon) == Now;

    /// <summary><paramref name="instant"/> by the site's clock, for a sentence.</summary>
    public string Say(Instant instant) => Clock.Say(instant, Now);
}
