using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Ledger;

namespace SiteBot.Visits;

/// <summary>A visit as its facts make it. Everything else — verdict, checklist, next question, what is due — is computed from this, the standard and the time.</summary>
public sealed record Visit
{
    /// <summary>The visit's id: short, readable, unique.</summary>
    public required string Id { get; init; }

    /// <summary>How many facts it has; what a commit expects.</summary>
    public long Version { get; init; }

    /// <summary>The service type's id; empty before the first fact.</summary>
    public string Service { get; init; } = "";

    /// <summary>Content hash of the procedure that it keeps.</summary>
    public string Procedure { get; init; } = "";

    /// <summary>The regional office's id.</summary>
    public string Office { get; init; } = "";

    /// <summary>The site's id.</summary>
    public string Site { get; init; } = "";

    /// <summary>The customer's id.</summary>
    public string Customer { get; init; } = "";

    /// <summary>The id of the engineer who leads it.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Everybody who led it before.</summary>
    public ImmutableArray<string> FormerLeads { get; init; } = [];

    /// <summary>What who led it before wrote for who leads it now, or null.</summary>
    public PrivateText? HandOverNote { get; init; }

    /// <summary>The customer's contact.</summary>
    public PrivateText? ContactName { get; init; }

    /// <summary>How to reach the contact.</summary>
    public PrivateText? ContactPhone { get; init; }

    /// <summary>When it began to be on record.</summary>
    public Instant StartedAt { get; init; }

    /// <summary>What is to be done and when.</summary>
    public WorkPlan Plan { get; init; } = WorkPlan.Empty;

    /// <summary>What was told of each step last.</summary>
    public ImmutableSortedDictionary<string, StepRecord> Steps { get; init; } = ImmutableSortedDictionary<string, StepRecord>.Empty;

    /// <summary>Requests for consent, oldest first.</summary>
    public ImmutableArray<ConsentRequest> Consents { get; init; } = [];

    /// <summary>The service's state at the site.</summary>
    public ServiceState ServiceState { get; init; }

    /// <summary>When the state was told last, or null.</summary>
    public Instant? ServiceStateSince { get; init; }

    /// <summary>When data of the equipment was changed last (6.3-9).</summary>
    public Instant? LastDataChangeAt { get; init; }

    /// <summary>What was changed, oldest first.</summary>
    public ImmutableArray<DataChange> DataChanges { get; init; } = [];

    /// <summary>Operations begun, oldest first.</summary>
    public ImmutableArray<OperationRun> Operations { get; init; } = [];

    /// <summary>When the engineer arrived first, or null; duties and the weekly report count from it.</summary>
    public Instant? FirstArrivedAt { get; init; }

    /// <summary>When the engineer arrived last, or null.</summary>
    public Instant? ArrivedAt { get; init; }

    /// <summary>When and how the engineer left last; null while on the site or before the first arrival.</summary>
    public Departure? Left { get; init; }

    /// <summary>The appointment as it was moved, or null where the plan's window holds.</summary>
    public Instant? Appointment { get; init; }

    /// <summary>Forms produced or signed, by form.</summary>
    public ImmutableSortedDictionary<string, FormRecord> Forms { get; init; } = ImmutableSortedDictionary<string, FormRecord>.Empty;

    /// <summary>When reports and forms were archived (4.4-16), or null.</summary>
    public Instant? ArchivedAt { get; init; }

    /// <summary>Open and answered questions of the customer (4.4-12), oldest first.</summary>
    public ImmutableArray<CustomerQuestion> Questions { get; init; } = [];

    /// <summary>What was done of duties and put off, by duty.</summary>
    public ImmutableSortedDictionary<string, DutyRecord> Duties { get; init; } = ImmutableSortedDictionary<string, DutyRecord>.Empty;

    /// <summary>When it was closed or cancelled, or null.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>True where it ended without having taken place.</summary>
    public bool WasCancelled { get; init; }

    /// <summary>The last moment at which anything was told.</summary>
    public Instant LastToldAt { get; init; }

    /// <summary>True while it is neither closed nor cancelled.</summary>
    public bool IsOpen => EndedAt is null;

    /// <summary>The operation that runs now, or null.</summary>
    public OperationRun? Running => Operations is [.., { EndedAt: null } last] ? last : null;

    /// <summary>True between arrival and leaving.</summary>
    public bool IsOnSite => ArrivedAt is not null && Left is null;

    /// <summary>The stream that it is kept in.</summary>
    public StreamId Stream => StreamId.Visit(Id);
}

/// <summary>A change of the equipment's data.</summary>
/// <param name="What">What was changed.</param>
/// <param name="At">When.</param>
/// <param name="By">Who told it.</param>
public sealed record DataChange(PrivateText What, Instant At, string? By);

/// <summary>An operation that was begun.</summary>
/// <param name="Operation">The operation's id.</param>
/// <param name="Decision">The decision that it began on.</param>
/// <param name="StartedAt">When.</param>
/// <param name="RollBackBy">The latest moment to begin rolling back, or null.</param>
/// <param name="EndBy">When it must be over, or null.</param>
/// <param name="WithoutGo">It was begun without a go: who said yes and why.</param>
public sealed record OperationRun(
    string Operation, string Decision, Instant StartedAt, Instant? RollBackBy, Instant? EndBy, WithoutGo? WithoutGo = null)
{
    /// <summary>The minutes that were left when it was told last, or null.</summary>
    public int? RestMinutes { get; init; }

    /// <summary>When that was told, or null.</summary>
    public Instant? RestToldAt { get; init; }

    /// <summary>How it ended, or null while it runs.</summary>
    public OperationOutcome? Outcome { get; init; }

    /// <summary>When it ended, or null while it runs.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>What was left.</summary>
    public PrivateText? OpenIssues { get; init; }
}

/// <summary>An act against the gate's answer.</summary>
/// <param name="SaidBy">Who said yes, or null.</param>
/// <param name="Why">Why.</param>
public sealed record WithoutGo(PrivateText? SaidBy, PrivateText Why);

/// <summary>How and when the engineer left.</summary>
/// <param name="How">For the night, handed over, for good.</param>
/// <param name="At">When.</param>
/// <param name="WatchedBy">Who watches meanwhile, or null.</param>
public sealed record Departure(LeavingMode How, Instant At, string? WatchedBy);

/// <summary>A form's way: each time that it was drawn up or signed stands beside the others, oldest first.</summary>
/// <param name="Form">The form's id.</param>
public sealed record FormRecord(string Form)
{
    /// <summary>Every copy there was, oldest first.</summary>
    public ImmutableArray<FormCopy> Copies { get; init; } = [];

    /// <summary>The last of them, or null.</summary>
    public FormCopy? Last => Copies is [.., var last] ? last : null;
}

/// <summary>A form as it was drawn up once, with what became of it.</summary>
public sealed record FormCopy
{
    /// <summary>Hash of the produced bytes, or null where a paper was signed that was not drawn up here.</summary>
    public string? File { get; init; }

    /// <summary>When it was produced, or null.</summary>
    public Instant? ProducedAt { get; init; }

    /// <summary>When it was signed, or null.</summary>
    public Instant? SignedAt { get; init; }

    /// <summary>Who signed, or null where the photo shows it.</summary>
    public PrivateText? SignedBy { get; init; }

    /// <summary>Hash of the signed paper's photo, or null.</summary>
    public string? SignedFile { get; init; }

    /// <summary>When it was handed to the regional office (4.4-16), or null.</summary>
    public Instant? ArchivedAt { get; init; }
}

/// <summary>A question of the customer (4.4-12).</summary>
/// <param name="Id">Its id in the visit.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Contact">Whom to answer.</param>
/// <param name="At">When.</param>
public sealed record CustomerQuestion(string Id, PrivateText Question, PrivateText? Contact, Instant At)
{
    /// <summary>What was answered, or null while it is open.</summary>
    public PrivateText? Answer { get; init; }

    /// <summary>When it was answered, or null while it is open.</summary>
    public Instant? AnsweredAt { get; init; }
}

/// <summary>What became of a duty.</summary>
public sealed record DutyRecord
{
    /// <summary>The occasions done: local dates that it was owed for, <c>yyyy-MM-dd</c>, with when it was told.</summary>
    public ImmutableSortedDictionary<string, Instant> Done { get; init; } = ImmutableSortedDictionary<string, Instant>.Empty;

    /// <summary>Put off until then, or null.</summary>
    public Instant? SnoozedUntil { get; init; }

    /// <summary>Whose it is where it was handed on, or null.</summary>
    public string? Owner { get; init; }
}
