using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Approvals;

/// <summary>Whose consent an operation needs (6.5-3, 6.5-5). The customer's is on paper and a step of the procedure.</summary>
public enum ApproverRole
{
    /// <summary>The product's customer-service department (产品用服).</summary>
    ProductSupport,

    /// <summary>The head of the regional office.</summary>
    OfficeHead,
}

/// <summary>What a consent is given for. A change of any part voids it, and so does the window's end.</summary>
/// <param name="Operation">The operation's id.</param>
/// <param name="Equipment">The equipment.</param>
/// <param name="TargetVersion">For an upgrade the version that is to run.</param>
/// <param name="From">The window's start, inclusive.</param>
/// <param name="To">The window's end, exclusive.</param>
public sealed record WorkScope(string Operation, string? Equipment, string? TargetVersion, Instant From, Instant To)
{
    /// <summary>A short name of exactly this scope, carried by the cards that decide it.</summary>
    public string Hash() => HashOf(Operation, Equipment, TargetVersion, From, To);

    internal static string HashOf(string? operation, string? equipment, string? version, Instant? from, Instant? to)
    {
        long? begins = from is { } f ? Microseconds.Of(f) : null;
        long? ends = to is { } t ? Microseconds.Of(t) : null;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{operation}\n{equipment}\n{version}\n{begins}\n{ends}")))[..16];
    }
}

/// <summary>Where a request stands.</summary>
public enum ConsentState
{
    /// <summary>Nobody has answered.</summary>
    Open,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Rejected.</summary>
    Rejected,

    /// <summary>Taken back by who gave it.</summary>
    Withdrawn,

    /// <summary>It counts no more, open or approved before: the scope was changed since; or while it was open a consent by mail came first, or it was asked anew of others.</summary>
    Void,
}

/// <summary>One request for consent and what became of it.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Role">Whose consent.</param>
/// <param name="Scope">What for.</param>
/// <param name="AskedOf">Who may answer.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Urgent">It restores service.</param>
public sealed record ConsentRequest(
    string Id, ApproverRole Role, WorkScope Scope, ImmutableArray<string> AskedOf, string? AskedBy, Instant AskedAt, bool Urgent)
{
    /// <summary>Where it stands.</summary>
    public ConsentState State { get; init; }

    /// <summary>The window consented to; may be shorter than asked.</summary>
    public WorkScope Granted { get; init; } = Scope;

    /// <summary>Who answered, by id; for a consent by mail who entered it.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>When it was answered.</summary>
    public Instant? AnsweredAt { get; init; }

    /// <summary>The reason or remark.</summary>
    public PrivateText? Reason { get; init; }

    /// <summary>For a consent by mail: who wrote it.</summary>
    public PrivateText? ByMailOf { get; init; }

    /// <summary>True where it was approved, whatever became of it since.</summary>
    [JsonIgnore]
    public bool WasApproved => State == ConsentState.Approved || (State is ConsentState.Withdrawn or ConsentState.Void && AnsweredAt is not null);
}
