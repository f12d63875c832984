using System.Collections.Immutable;
using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Escalation;

/// <summary>What can happen to an alarm (6.5-1, 6.5-2, 6.3-10, 5.2-12): a closed set. Who and when stand beside it in <see cref="AlarmFact"/>.</summary>
public abstract record AlarmEvent
{
    private AlarmEvent()
    {
    }

    /// <summary>Trouble was reported and the alarm goes out.</summary>
    /// <param name="Trouble">What is wrong.</param>
    /// <param name="Severity">How bad.</param>
    /// <param name="Visit">The visit's id, or null.</param>
    /// <param name="Site">The site's id, or null where nobody has said yet.</param>
    /// <param name="Office">The regional office.</param>
    /// <param name="Product">The product, or null where nobody has said yet.</param>
    /// <param name="Chain">Who is told, level by level: as it was at this moment.</param>
    /// <param name="AcknowledgeMinutes">After how long without acknowledgement it climbs: as it was at this moment.</param>
    /// <param name="Words">The report, as told.</param>
    /// <param name="Drill">It is an exercise, and every card says so.</param>
    public sealed record Raised(
        Trouble Trouble, AlarmSeverity Severity, string? Visit, string? Site, string Office, string? Product,
        ImmutableArray<ChainLevel> Chain, int AcknowledgeMinutes, PrivateText Words, bool Drill) : AlarmEvent;

    /// <summary>Somebody else reported the same trouble.</summary>
    /// <param name="Visit">The reporter's visit, or null.</param>
    /// <param name="Words">The report.</param>
    public sealed record Joined(string? Visit, PrivateText Words) : AlarmEvent;

    /// <summary>More is known. What is null stays as it was.</summary>
    /// <param name="Since">Since when it is so.</param>
    /// <param name="Affected">What is affected.</param>
    /// <param name="Words">Anything else.</param>
    public sealed record DetailsTold(Instant? Since, PrivateText? Affected, PrivateText? Words) : AlarmEvent;

    /// <summary>Somebody of the chain has seen it: it climbs no more.</summary>
    public sealed record Acknowledged : AlarmEvent;

    /// <summary>Somebody of the chain looks after it from now on.</summary>
    public sealed record TakenOver : AlarmEvent;

    /// <summary>The next level of the chain is called before its time.</summary>
    /// <param name="Words">What is needed.</param>
    public sealed record HelpAsked(PrivateText? Words) : AlarmEvent;

    /// <summary>Another person looks after it from now on.</summary>
    /// <param name="To">Who.</param>
    /// <param name="Words">What to know.</param>
    public sealed record HandedOn(string To, PrivateText? Words) : AlarmEvent;

    /// <summary>The alarm went up to a level of the chain.</summary>
    /// <param name="Level">Counted from 0.</param>
    public sealed record Climbed(int Level) : AlarmEvent;

    /// <summary>It was a false alarm, taken back within a minute.</summary>
    public sealed record TakenBack : AlarmEvent;

    /// <summary>The trouble is over.</summary>
    /// <param name="What">What was done.</param>
    /// <param name="ServiceRestored">True where service was down and runs again (6.5-2).</param>
    public sealed record Resolved(PrivateText What, bool ServiceRestored) : AlarmEvent;

    /// <summary>The same trouble is back: the alarm is open again.</summary>
    /// <param name="Chain">Who is told now, level by level.</param>
    /// <param name="AcknowledgeMinutes">After how long it climbs now.</param>
    /// <param name="Words">The report.</param>
    public sealed record Relapsed(ImmutableArray<ChainLevel> Chain, int AcknowledgeMinutes, PrivateText Words) : AlarmEvent;
}

/// <summary>One level of the chain: people who are told at the same time.</summary>
/// <param name="People">Their ids; never empty, and none stands on two levels.</param>
public sealed record ChainLevel(ImmutableArray<string> People);

/// <summary>An event with who told it, when it happened and when it was told.</summary>
/// <param name="Event">What.</param>
/// <param name="HappenedAt">When it happened.</param>
/// <param name="ToldAt">When it was told.</param>
/// <param name="By">The id of who told it; null for SiteBot itself.</param>
public sealed record AlarmFact(AlarmEvent Event, Instant HappenedAt, Instant ToldAt, string? By);
