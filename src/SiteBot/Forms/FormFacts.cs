using System.Collections.Immutable;
using NodaTime;
using SiteBot.Escalation;
using SiteBot.Gate.Decisions;
using SiteBot.Procedures;
using SiteBot.Visits;

namespace SiteBot.Forms;

/// <summary>What a form is drawn up from.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Procedure">The procedure that it keeps.</param>
/// <param name="Workplace">Directory, standard, texts.</param>
/// <param name="Now">The moment of drawing up.</param>
public sealed record FormFacts(Visit Visit, Procedure Procedure, Workplace Workplace, Instant Now)
{
    /// <summary>The visit's alarms; none where they were not read.</summary>
    public ImmutableArray<Alarm> Alarms { get; init; } = [];

    /// <summary>What the gate decided for the visit, oldest first; none where it was not read.</summary>
    public ImmutableArray<DecisionRecord> Decisions { get; init; } = [];

    /// <summary>Every fact of the visit; with it a daily or weekly record holds the words that were told with its duties.</summary>
    public ImmutableArray<VisitFact> History { get; init; } = [];

    /// <summary>The days of a daily or weekly record, both inclusive, by the site's calendar; null for the day or week that <see cref="Now"/> asks for.</summary>
    public DateInterval? Days { get; init; }
}
