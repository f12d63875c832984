using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Standing;

/// <summary>What a verb on standing facts answers: an event, a refusal, or neither where it holds already.</summary>
public readonly record struct StandingDecided
{
    /// <summary>What is to be kept; null where refused, or where nothing changes.</summary>
    public StandingEvent? Event { get; private init; }

    /// <summary>Why not, or null.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>It holds already: nothing new.</summary>
    public static StandingDecided Nothing => default;

    /// <summary>What to commit: the fact in the stream of standing facts, with who and when for the audit; null where nothing changes.</summary>
    /// <param name="before">The standing facts as they were read.</param>
    /// <param name="now">Business time.</param>
    /// <param name="by">Who tells it.</param>
    public Commit? Commit(StandingFacts before, Instant now, string by) =>
        Event is { } e ? new Commit { Streams = [StandingStream.Write(StandingChange.Of(before).Tell(e, now, by))] } : null;

    /// <summary>Decided so.</summary>
    public static implicit operator StandingDecided(StandingEvent e) => new() { Event = e };

    /// <summary>Not done.</summary>
    public static implicit operator StandingDecided(Refusal refusal) => new() { Refusal = refusal };

    internal static StandingDecided Refused(string code, string zh, string en) => new Refusal(code, new Text(zh, en));
}
