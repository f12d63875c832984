using System.Collections.Immutable;
using SiteBot.Visits;

namespace SiteBot.Procedures;

/// <summary>Where a line of the checklist stands.</summary>
public enum LineState
{
    /// <summary>Nobody has told it yet, or what was told is too old (<see cref="ChecklistLine.IsLapsed"/>).</summary>
    Open,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>The answer was no, and a no closes it.</summary>
    AnsweredNo,

    /// <summary>It was tried and failed: it stays owed.</summary>
    Failed,

    /// <summary>Somebody told, with a reason, that it does not apply.</summary>
    DoesNotApply,

    /// <summary>Its conditions do not hold: nobody owes it.</summary>
    NotOwed,

    /// <summary>It is owed only when its occasion comes; <see cref="ChecklistLine.Record"/> tells whether it came.</summary>
    AsNeeded,
}

/// <summary>A line of the checklist.</summary>
/// <param name="Number">Counted from 1 through the whole procedure, lines that nobody owes among them: the same whatever was told.</param>
/// <param name="Step">The step.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Record">What was told last, or null.</param>
/// <param name="Owners">Who owes it, by id: the lead, or who has the role on that day; empty where the regional office has nobody.</param>
/// <param name="IsLeads">It is the lead's own; the lead may tell the others' too.</param>
/// <param name="IsLapsed">It was told, and that is too old (6.3-6: who escorts is told again after twelve hours).</param>
/// <param name="AsksPhoto">A photo is asked for; false where the step wants one and photos were not allowed: a name with a witness is asked for instead.</param>
public sealed record ChecklistLine(
    int Number, Step Step, LineState State, StepRecord? Record, ImmutableArray<string> Owners, bool IsLeads, bool IsLapsed, bool AsksPhoto)
{
    /// <summary>True where somebody owes it, done or not.</summary>
    public bool IsOwed => State is not (LineState.NotOwed or LineState.AsNeeded);

    /// <summary>True where it is owed and not closed yet.</summary>
    public bool IsOpen => State is LineState.Open or LineState.Failed;

    /// <summary>True where it is owed and closed.</summary>
    public bool IsClosed => IsOwed && !IsOpen;
}

/// <summary>A phase of the checklist.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Lines">Its lines, in their order.</param>
/// <param name="Guards">Its guards that are not met yet.</param>
/// <param name="AwaitsOperation">Its operation was neither done nor rolled back yet: what comes after it is not asked before.</param>
public sealed record ChecklistPhase(Phase Phase, ImmutableArray<ChecklistLine> Lines, ImmutableArray<OpenGuard> Guards, bool AwaitsOperation)
{
    /// <summary>True where every line that is owed is closed and nothing holds the phase back.</summary>
    public bool IsOver => Guards.IsEmpty && !AwaitsOperation && !Lines.Any(line => line.IsOpen);
}

/// <summary>A guard that is not met yet.</summary>
/// <param name="Provision">The provision's id.</param>
/// <param name="Lines">The lines that would meet it; empty where none of the visit's does.</param>
/// <param name="Why">What is missing, the next step first.</param>
public sealed record OpenGuard(string Provision, ImmutableArray<ChecklistLine> Lines, Text Why);
