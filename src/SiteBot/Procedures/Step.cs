using System.Collections.Immutable;

namespace SiteBot.Procedures;

/// <summary>A line of the checklist: what somebody owes, and how it is asked for.</summary>
/// <param name="Id">Its id, unique in the procedure and stable for ever, since facts name it.</param>
/// <param name="Provisions">Ids of the provisions that it carries; never empty.</param>
/// <param name="Title">The line of the checklist.</param>
/// <param name="Ask">How it is asked for: second person, the next thing to do first.</param>
/// <param name="Who">Who owes it.</param>
/// <param name="Evidence">The least that is accepted.</param>
/// <param name="Gives">The gate's evidence that it fills; null for none. See <see cref="GateEvidence"/>.</param>
/// <param name="Fields">What is asked besides.</param>
/// <param name="When">The conditions under which it is owed; all must hold.</param>
/// <param name="Form">The form that is produced or signed in it; null for none.</param>
/// <param name="Marks">What doing it tells about the visit; null for nothing.</param>
/// <param name="MaySkip">It may be said not to apply, with a reason.</param>
/// <param name="MayBeNo">A no is an answer too and closes it.</param>
/// <param name="AsNeeded">It is owed only when its occasion comes: it stands on the checklist, can be told again and again, and is never the next step.</param>
public sealed record Step(
    string Id,
    ImmutableArray<string> Provisions,
    Text Title,
    Text Ask,
    Owner Who,
    Evidence Evidence,
    string? Gives,
    ImmutableArray<StepField> Fields,
    ImmutableArray<Condition> When,
    string? Form,
    Mark? Marks,
    bool MaySkip,
    bool MayBeNo,
    bool AsNeeded)
{
    /// <summary>True where the step is owed in a visit that stands so.</summary>
    public bool AppliesIn(ConditionContext context) => When.All(condition => condition.Holds(context));

    /// <summary>A field by its id, or null.</summary>
    public StepField? FindField(string id) => Fields.FirstOrDefault(field => field.Id == id);
}

/// <summary>Something asked in a step.</summary>
/// <param name="Id">Its id, unique in the step; for the gate's evidence the name that the gate's facts have.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Label">What to write there.</param>
/// <param name="Required">It must be told. A time that is not told is the time of telling.</param>
/// <param name="Options">What there is to choose; empty for other kinds.</param>
/// <param name="Ahead">A time that may lie ahead: an appointment. Every other time is of something that was done.</param>
public sealed record StepField(string Id, FieldKind Kind, Text Label, bool Required, ImmutableArray<FieldOption> Options, bool Ahead = false);

/// <summary>One of the things to choose.</summary>
/// <param name="Id">What is recorded.</param>
/// <param name="Label">What people read.</param>
/// <param name="Means">What choosing it says of the step.</param>
public sealed record FieldOption(string Id, Text Label, OptionMeaning Means = OptionMeaning.Done);

/// <summary>What choosing an option says of its step.</summary>
public enum OptionMeaning
{
    /// <summary>The step is done.</summary>
    Done,

    /// <summary>It failed and stays owed.</summary>
    Failed,

    /// <summary>It stays owed, and there is a problem to follow until it is closed (6.5-7).</summary>
    Problem,
}

/// <summary>The kinds of fields.</summary>
public enum FieldKind
{
    /// <summary>Free text; private.</summary>
    Text,

    /// <summary>A person's name; private.</summary>
    Name,

    /// <summary>A moment.</summary>
    Time,

    /// <summary>A number to call; private.</summary>
    Phone,
    Number,
    Minutes,
    YesNo,
    Choice,
    Version,

    /// <summary>Where something lies: a path, an address, a shelf.</summary>
    Location,

    /// <summary>An id of equipment.</summary>
    Equipment,
}

/// <summary>The least that shows that a step was done. More is always taken.</summary>
public enum Evidence
{
    /// <summary>Somebody says so.</summary>
    Word,

    /// <summary>A name and a time.</summary>
    NameTime,

    /// <summary>A photo or a file; where no photo is allowed, a name and a time with a witness.</summary>
    Photo,
}

/// <summary>What doing a step tells about the visit, apart from the step itself. Conditions ask for it.</summary>
public enum Mark
{
    /// <summary>The engineer is at the site.</summary>
    Arrived,

    /// <summary>The time of the visit was agreed with the customer (4.2-1): the step's field <c>at</c>.</summary>
    Appointment,

    /// <summary>The customer's duty staff allow photos.</summary>
    PhotoAllowed,

    /// <summary>The customer's duty staff allow going online (6.3-15).</summary>
    OnlineAllowed,

    /// <summary>Data of the equipment was changed (6.3-9).</summary>
    DataChanged,

    /// <summary>A cutover took place (5.4-5).</summary>
    Cutover,

    /// <summary>The customer was trained (6.4-1).</summary>
    Training,

    /// <summary>There is a problem of the version (6.5-8).</summary>
    VersionProblem,

    /// <summary>Works stand still (5.2-11), until they are told to be resumed.</summary>
    WorksStopped,

    /// <summary>Works go on again (5.2-11).</summary>
    WorksResumed,

    /// <summary>How often the customer is reported to (6.3-13): the step's field <c>days</c>.</summary>
    ReportInterval,

    /// <summary>Reports and forms are with the regional office (4.4-16).</summary>
    Archived,
}
