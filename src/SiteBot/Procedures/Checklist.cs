using System.Collections.Immutable;
using NodaTime;
using SiteBot.Visits;

namespace SiteBot.Procedures;

/// <summary>What a visit has done and what it owes, phase by phase, found from its facts, its procedure and the time. Nothing of it is stored.</summary>
public sealed class Checklist
{
    private Checklist(ImmutableArray<ChecklistPhase> phases) => Phases = phases;

    /// <summary>The phases, in the order of the procedure.</summary>
    public ImmutableArray<ChecklistPhase> Phases { get; }

    /// <summary>The checklist of a visit.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="procedure">The procedure that it keeps.</param>
    /// <param name="workplace">Who there is.</param>
    /// <param name="now">Business time: for deputies, and for what grows too old.</param>
    public static Checklist Of(Visit visit, Procedure procedure, Workplace workplace, Instant now)
    {
        var setting = new VisitSetting(visit, procedure, workplace, now);
        var conditions = setting.ConditionsAt(now);
        var number = 0;
        ImmutableArray<ChecklistLine> lines = [.. procedure.Steps.Select(step => ChecklistLines.Of(setting, conditions, step, ++number))];
        var phases = ImmutableArray.CreateBuilder<ChecklistPhase>(procedure.Phases.Length);
        var told = 0;
        foreach (var phase in procedure.Phases)
        {
            var its = lines.Slice(told, phase.Steps.Length);
            told += its.Length;
            phases.Add(new ChecklistPhase(phase, its, OpenGuards.Of(setting, phase, lines.AsSpan(0, told)), AwaitedOperation.In(visit, phase)));
        }

        return new Checklist(phases.MoveToImmutable());
    }

    /// <summary>The checklist of a visit by the procedure that it keeps.</summary>
    public static Checklist Of(Visit visit, Workplace workplace, Instant now) =>
        Of(visit, workplace.Procedures.Of(visit.Service, visit.Procedure), workplace, now);

    /// <summary>Every line, in order.</summary>
    public IEnumerable<ChecklistLine> Lines => Phases.SelectMany(phase => phase.Lines);

    /// <summary>How many lines are owed and closed.</summary>
    public int Done => Lines.Count(line => line.IsClosed);

    /// <summary>How many lines are owed, closed or not.</summary>
    public int Owed => Lines.Count(line => line.IsOwed);

    /// <summary>The first phase that keeps later ones from being asked: by a guard, or by an operation that was not done yet; null where none does.</summary>
    public ChecklistPhase? HoldsBack => Phases.FirstOrDefault(phase => !phase.Guards.IsEmpty || phase.AwaitsOperation);

    /// <summary>The phase that the visit is in: that of the next line, else the one that holds it back; null where everything is done.</summary>
    public ChecklistPhase? CurrentPhase =>
        Next is { } next ? Phases.First(phase => phase.Lines.Contains(next)) : HoldsBack ?? Phases.FirstOrDefault(phase => !phase.IsOver);

    /// <summary>
    /// What is asked next: the lead's first open line, then what failed and is to be done again, then what waits for others. Never a line as needed, and none
    /// behind what holds the visit back.
    /// </summary>
    public ChecklistLine? Next
    {
        get
        {
            var asked = Asked.ToList();
            return asked.Find(line => line is { IsLeads: true, State: LineState.Open }) ?? asked.Find(line => line is { IsLeads: true, State: LineState.Failed })
                ?? asked.Find(line => line.IsOpen);
        }
    }

    /// <summary>The first open line that a person owes, or null; none behind what holds the visit back.</summary>
    public ChecklistLine? NextOf(string person) =>
        Asked.FirstOrDefault(line => line.IsOpen && line.Owners.Contains(person, StringComparer.OrdinalIgnoreCase));

    /// <summary>The lines that may be asked now: those of the phases up to the one that holds the visit back.</summary>
    public IEnumerable<ChecklistLine> Asked
    {
        get
        {
            var last = HoldsBack is { } holds ? Phases.IndexOf(holds) : Phases.Length - 1;
            return Phases.Take(last + 1).SelectMany(phase => phase.Lines);
        }
    }

    /// <summary>A line by its number, or null.</summary>
    public ChecklistLine? Find(int number) => Lines.ElementAtOrDefault(number - 1);

    /// <summary>A line by its step, or null.</summary>
    public ChecklistLine? Find(string step) => Lines.FirstOrDefault(line => line.Step.Id == step);

    /// <summary>A phase's guards that are not met; empty for an unknown phase.</summary>
    public ImmutableArray<OpenGuard> OpenGuardsOf(string phase) => Phases.FirstOrDefault(known => known.Phase.Id == phase)?.Guards ?? [];

    /// <summary>The phase of an earlier guard that is not met, so that a step may not be told yet; null where it may.</summary>
    public ChecklistPhase? GuardedAgainst(string step)
    {
        var guarded = Phases.FirstOrDefault(phase => !phase.Guards.IsEmpty);
        var its = Phases.FirstOrDefault(phase => phase.Lines.Any(line => line.Step.Id == step));
        return guarded is not null && its is not null && Phases.IndexOf(its) > Phases.IndexOf(guarded) ? guarded : null;
    }
}
