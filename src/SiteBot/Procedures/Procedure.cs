using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SiteBot.Procedures;

/// <summary>How a visit of one service type goes: its phases in their order, the steps of each, and the duties with dates. Read from one file; immutable.</summary>
public sealed class Procedure
{
    private readonly FrozenDictionary<string, (Step Step, Phase Phase)> steps;
    private readonly FrozenDictionary<string, Duty> duties;
    private readonly FrozenDictionary<string, ImmutableArray<Step>> giving;
    private readonly FrozenDictionary<Mark, ImmutableArray<Step>> marking;

    internal Procedure(
        string service,
        Text name,
        string? operation,
        ImmutableArray<PlanItem> plan,
        ImmutableArray<string> always,
        ImmutableArray<Phase> phases,
        ImmutableArray<Duty> duties,
        KeptText kept)
    {
        (Service, Name, Operation, Plan, Always, Phases, Duties, Kept) = (service, name, operation, plan, always, phases, duties, kept);
        steps = phases.SelectMany(phase => phase.Steps.Select(step => (step, phase)))
            .ToFrozenDictionary(pair => pair.step.Id, pair => pair, StringComparer.Ordinal);
        this.duties = duties.ToFrozenDictionary(duty => duty.Id, StringComparer.Ordinal);
        Steps = [.. phases.SelectMany(phase => phase.Steps)];
        giving = Steps.Where(step => step.Gives is not null).GroupBy(step => step.Gives!).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        marking = Steps.Where(step => step.Marks is not null).GroupBy(step => step.Marks!.Value).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    /// <summary>The service type's id: <c>upgrade</c>.</summary>
    public string Service { get; }

    /// <summary>The service type's name.</summary>
    public Text Name { get; }

    /// <summary>The operation of the gate that a visit of this type is for; null where it is none or any.</summary>
    public string? Operation { get; }

    /// <summary>What the plan of such a visit must hold, in the order in which it is asked.</summary>
    public ImmutableArray<PlanItem> Plan { get; }

    /// <summary>Ids of the provisions that bind in each phase.</summary>
    public ImmutableArray<string> Always { get; }

    /// <summary>The phases, in their order; never empty.</summary>
    public ImmutableArray<Phase> Phases { get; }

    /// <summary>What is owed by date.</summary>
    public ImmutableArray<Duty> Duties { get; }

    /// <summary>The texts that this was read from, as one: what a visit keeps, so that it goes on by them where the files change.</summary>
    public KeptText Kept { get; }

    /// <summary>The procedure's version: the hash of <see cref="Kept"/>.</summary>
    public string ContentHash => Kept.ContentHash;

    /// <summary>Every step, in the order of the phases.</summary>
    public ImmutableArray<Step> Steps { get; }

    /// <summary>The steps that give the gate a piece of evidence (see <see cref="GateEvidence"/>), in order; empty where none does.</summary>
    public ImmutableArray<Step> StepsGiving(string evidence) => giving.GetValueOrDefault(evidence, []);

    /// <summary>The steps that tell something about the visit, in order; empty where none does.</summary>
    public ImmutableArray<Step> StepsMarked(Mark mark) => marking.GetValueOrDefault(mark, []);

    /// <summary>A step by its id, or null.</summary>
    public Step? FindStep(string id) => steps.TryGetValue(id, out var found) ? found.Step : null;

    /// <summary>The phase of a step, or null where there is no such step.</summary>
    public Phase? PhaseOf(string step) => steps.TryGetValue(step, out var found) ? found.Phase : null;

    /// <summary>A phase by its id, or null.</summary>
    public Phase? FindPhase(string id) => Phases.FirstOrDefault(phase => phase.Id == id);

    /// <summary>A duty by its id, or null.</summary>
    public Duty? FindDuty(string id) => duties.GetValueOrDefault(id);
}

/// <summary>A phase of a visit.</summary>
/// <param name="Id">Its id, unique in the procedure.</param>
/// <param name="Name">Its name.</param>
/// <param name="Provisions">Ids of the provisions that bind in it.</param>
/// <param name="Rules">Ids of the provisions to be read before it begins: the page before the door. Nothing is answered to them.</param>
/// <param name="Guard">Ids of the provisions without which the visit does not go on to the next phase, or does not close after the last.</param>
/// <param name="Gate">What the gate is asked in this phase; null for nothing.</param>
/// <param name="Consents">Whose consent is asked by card for it.</param>
/// <param name="Steps">Its steps, in the order in which they are asked.</param>
public sealed record Phase(
    string Id,
    Text Name,
    ImmutableArray<string> Provisions,
    ImmutableArray<string> Rules,
    ImmutableArray<string> Guard,
    PhaseGate? Gate,
    ImmutableArray<ConsentOf> Consents,
    ImmutableArray<Step> Steps);

/// <summary>What the gate is asked in a phase.</summary>
/// <param name="Operation">The operation's id; null for whichever operation the engineer names (<c>any</c> in files).</param>
public sealed record PhaseGate(string? Operation);

/// <summary>Whose consent is asked by card.</summary>
public enum ConsentOf
{
    /// <summary>The product's customer service (产品用服).</summary>
    ProductSupport,

    /// <summary>The head of the regional office.</summary>
    Office,
}

/// <summary>What a visit's plan may have to hold before it begins.</summary>
public enum PlanItem
{
    Equipment,
    CurrentVersion,
    TargetVersion,
    Window,
    Duration,

    /// <summary>Whether it is a major operation, and why not.</summary>
    Major,

    /// <summary>Whether the engineer is sure of it (5.5-1).</summary>
    Sure,

    /// <summary>Whether hardware is handled (6.3-7).</summary>
    Hardware,

    /// <summary>Whether a tool was changed (6.3-11).</summary>
    Tool,

    /// <summary>Whether the equipment carries live service.</summary>
    Live,

    /// <summary>Alarms to expect.</summary>
    Alarms,
}
