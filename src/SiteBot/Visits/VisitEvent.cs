using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Ledger;

namespace SiteBot.Visits;

/// <summary>What can happen to a visit: a closed set. Who, when it happened and when it was told stand beside it in <see cref="VisitFact"/>.</summary>
public abstract record VisitEvent
{
    private VisitEvent()
    {
    }

    /// <summary>The visit began to be on record.</summary>
    /// <param name="Service">The service type's id.</param>
    /// <param name="Procedure">Content hash of the procedure that it keeps.</param>
    /// <param name="Office">The regional office.</param>
    /// <param name="Site">The site's id.</param>
    /// <param name="Customer">The customer's id.</param>
    /// <param name="Lead">The engineer who leads it.</param>
    /// <param name="ContactName">The customer's contact.</param>
    /// <param name="ContactPhone">How to reach the contact.</param>
    public sealed record Started(
        string Service, string Procedure, string Office, string Site, string Customer, string Lead, PrivateText? ContactName, PrivateText? ContactPhone) : VisitEvent;

    /// <summary>The plan is now this one, whole.</summary>
    /// <param name="Plan">All of it.</param>
    /// <param name="Reason">Why it was changed, or null.</param>
    public sealed record Planned(WorkPlan Plan, PrivateText? Reason) : VisitEvent;

    /// <summary>The customer's contact is now this one.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Phone">The phone number.</param>
    public sealed record ContactNamed(PrivateText? Name, PrivateText? Phone) : VisitEvent;

    /// <summary>A step of the procedure was told.</summary>
    /// <param name="Step">Its id.</param>
    /// <param name="Outcome">How it ended.</param>
    /// <param name="Values">What was told and is not private.</param>
    /// <param name="Private">What was told and is private.</param>
    /// <param name="Files">Hashes of what shows it.</param>
    public sealed record StepTold(
        string Step, StepOutcome Outcome, ImmutableSortedDictionary<string, string> Values,
        ImmutableSortedDictionary<string, PrivateText> Private, ImmutableArray<string> Files) : VisitEvent;

    /// <summary>What was told of a step was wrong; the step is open again.</summary>
    /// <param name="Step">Its id.</param>
    /// <param name="Reason">Why.</param>
    public sealed record StepWithdrawn(string Step, PrivateText? Reason) : VisitEvent;

    /// <summary>Consent was asked for.</summary>
    /// <param name="Request">The request's id.</param>
    /// <param name="Role">Whose consent.</param>
    /// <param name="Scope">What for.</param>
    /// <param name="AskedOf">Who may answer, by id: holders of the role and deputies at that time.</param>
    /// <param name="Urgent">It restores service.</param>
    public sealed record ConsentAsked(string Request, ApproverRole Role, WorkScope Scope, ImmutableArray<string> AskedOf, bool Urgent) : VisitEvent;

    /// <summary>The first answer to a request.</summary>
    /// <param name="Request">The request's id.</param>
    /// <param name="Approved">True for consent.</param>
    /// <param name="From">The start of a shorter window, or null.</param>
    /// <param name="To">The end of a shorter window, or null.</param>
    /// <param name="Reason">Why not, or a remark.</param>
    public sealed record ConsentAnswered(string Request, bool Approved, Instant? From, Instant? To, PrivateText? Reason) : VisitEvent;

    /// <summary>A consent given was taken back before the start.</summary>
    /// <param name="Request">The request's id.</param>
    /// <param name="Reason">Why.</param>
    public sealed record ConsentWithdrawn(string Request, PrivateText? Reason) : VisitEvent;

    /// <summary>A consent that came by e-mail was entered (6.5-3); who entered it stands in the fact.</summary>
    /// <param name="Request">An id of its own.</param>
    /// <param name="Role">Whose consent.</param>
    /// <param name="Scope">What for.</param>
    /// <param name="GivenBy">Who wrote the mail.</param>
    /// <param name="File">Hash of the mail or its picture, or null.</param>
    public sealed record ConsentByMail(string Request, ApproverRole Role, WorkScope Scope, PrivateText GivenBy, string? File) : VisitEvent;

    /// <summary>The service's state at the site changed (6.5-2, 6.3-10).</summary>
    /// <param name="State">The state now.</param>
    /// <param name="What">What was seen or done.</param>
    public sealed record ServiceStateTold(ServiceState State, PrivateText? What) : VisitEvent;

    /// <summary>The operation began.</summary>
    /// <param name="Operation">The operation's id.</param>
    /// <param name="Decision">The decision that it began on.</param>
    /// <param name="RollBackBy">The latest moment to begin rolling back, or null.</param>
    /// <param name="EndBy">When it must be over, or null.</param>
    public sealed record OperationStarted(string Operation, string Decision, Instant? RollBackBy, Instant? EndBy) : VisitEvent;

    /// <summary>Somebody acted without a go, or on a yes by telephone. Such a yes never counts as written.</summary>
    /// <param name="Operation">The operation's id.</param>
    /// <param name="Decision">The decision that stood against it.</param>
    /// <param name="SaidBy">Who said yes, or null where nobody did.</param>
    /// <param name="Why">Why it was done.</param>
    public sealed record DoneWithoutGo(string Operation, string Decision, PrivateText? SaidBy, PrivateText Why) : VisitEvent;

    /// <summary>The running operation ended.</summary>
    /// <param name="Outcome">Done, rolled back or failed.</param>
    /// <param name="OpenIssues">What is left, or null.</param>
    public sealed record OperationEnded(OperationOutcome Outcome, PrivateText? OpenIssues) : VisitEvent;

    /// <summary>How long the running operation still takes.</summary>
    /// <param name="Minutes">The minutes that are left, a rollback included.</param>
    public sealed record RestTold(int Minutes) : VisitEvent;

    /// <summary>Data of the equipment was changed (6.3-9): a backup from before it is too old.</summary>
    /// <param name="What">What was changed.</param>
    public sealed record DataChanged(PrivateText What) : VisitEvent;

    /// <summary>The engineer arrived at the site, or came back.</summary>
    public sealed record Arrived : VisitEvent;

    /// <summary>The engineer left the site.</summary>
    /// <param name="How">For the night, handed over, or for good.</param>
    /// <param name="WatchedBy">The colleague who watches meanwhile, or null.</param>
    /// <param name="Decision">The decision that allowed it.</param>
    public sealed record Left(LeavingMode How, string? WatchedBy, string Decision) : VisitEvent;

    /// <summary>A colleague leads the visit from now on.</summary>
    /// <param name="To">The colleague's id.</param>
    /// <param name="Note">What to know.</param>
    public sealed record HandedOver(string To, PrivateText? Note) : VisitEvent;

    /// <summary>The agreed time was moved with the customer's understanding (6.3-2, 5.1-2).</summary>
    /// <param name="To">The new time.</param>
    /// <param name="Why">Why.</param>
    public sealed record AppointmentMoved(Instant To, PrivateText? Why) : VisitEvent;

    /// <summary>A form was produced; its bytes are kept, since signed bytes must not be rendered again.</summary>
    /// <param name="Form">The form's id.</param>
    /// <param name="File">Hash of the bytes.</param>
    /// <param name="Language">The language that it is written in.</param>
    public sealed record FormProduced(string Form, string File, Language Language) : VisitEvent;

    /// <summary>A form was signed: a photo of the paper, or the name typed with its time and witness.</summary>
    /// <param name="Form">The form's id.</param>
    /// <param name="SignedBy">The customer's name, or null where the photo shows it.</param>
    /// <param name="File">Hash of the photo, or null.</param>
    public sealed record FormSigned(string Form, PrivateText? SignedBy, string? File) : VisitEvent;

    /// <summary>Reports and forms were handed to the regional office (4.4-16).</summary>
    public sealed record FormsArchived : VisitEvent;

    /// <summary>A question of the customer that could not be answered on the spot (4.4-12).</summary>
    /// <param name="Id">The question's id in the visit.</param>
    /// <param name="Question">What was asked.</param>
    /// <param name="Contact">Whom to answer.</param>
    public sealed record QuestionNoted(string Id, PrivateText Question, PrivateText? Contact) : VisitEvent;

    /// <summary>The customer has the answer.</summary>
    /// <param name="Id">The question's id in the visit.</param>
    /// <param name="Answer">What was answered.</param>
    public sealed record QuestionAnswered(string Id, PrivateText Answer) : VisitEvent;

    /// <summary>A duty's reminder is put off.</summary>
    /// <param name="Duty">The duty's id.</param>
    /// <param name="Until">Until when.</param>
    public sealed record ReminderSnoozed(string Duty, Instant Until) : VisitEvent;

    /// <summary>A duty was done for one of its days or weeks.</summary>
    /// <param name="Duty">The duty's id.</param>
    /// <param name="Occasion">Which one: the local date that it was owed for, <c>yyyy-MM-dd</c>.</param>
    /// <param name="Note">What was told.</param>
    public sealed record DutyDone(string Duty, string Occasion, PrivateText? Note) : VisitEvent;

    /// <summary>A duty is another person's from now on.</summary>
    /// <param name="Duty">The duty's id.</param>
    /// <param name="To">Whose.</param>
    public sealed record DutyHandedOn(string Duty, string To) : VisitEvent;

    /// <summary>The visit keeps to another version of its procedure from now on.</summary>
    /// <param name="Procedure">Content hash.</param>
    public sealed record ProcedureMoved(string Procedure) : VisitEvent;

    /// <summary>The visit is over, with nothing owed.</summary>
    public sealed record Closed : VisitEvent;

    /// <summary>The visit does not take place.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Cancelled(PrivateText? Reason) : VisitEvent;
}

/// <summary>An event with who told it, when it happened and when it was told.</summary>
/// <param name="Event">What.</param>
/// <param name="HappenedAt">When it happened.</param>
/// <param name="ToldAt">When it was told.</param>
/// <param name="By">The id of who told it; null for SiteBot itself.</param>
public sealed record VisitFact(VisitEvent Event, Instant HappenedAt, Instant ToldAt, string? By);

/// <summary>How an operation ended.</summary>
public enum OperationOutcome
{
    /// <summary>As planned.</summary>
    Done,

    /// <summary>Rolled back.</summary>
    RolledBack,

    /// <summary>Failed, and not rolled back.</summary>
    Failed,
}

/// <summary>How somebody leaves a site.</summary>
public enum LeavingMode
{
    /// <summary>Back tomorrow: 6.4-2 does not apply.</summary>
    ForTheNight,

    /// <summary>A named colleague takes over.</summary>
    HandedOver,

    /// <summary>Finished.</summary>
    ForGood,
}
