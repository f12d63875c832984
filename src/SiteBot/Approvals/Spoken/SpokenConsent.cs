using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Approvals.Spoken;

/// <summary>What an approver's message wants done.</summary>
public enum SpokenVerb
{
    /// <summary>Too little to decide anything by: "ok".</summary>
    Bare,

    /// <summary>Consents.</summary>
    Approve,

    /// <summary>Rejects.</summary>
    Reject,

    /// <summary>Takes a consent back.</summary>
    Withdraw,
}

/// <summary>A message that answers a request for consent. Which request is meant, and whether it may be answered, is decided elsewhere.</summary>
/// <param name="Verb">What it wants done.</param>
/// <param name="Rest">All that stands behind the phrase, as typed.</param>
/// <param name="About">Of that what stands before the reason: the site, the visit, the version, of a yes a shorter window.</param>
/// <param name="Reason">What stands behind a mark or a word such as 理由; null where neither is there, and of a yes.</param>
/// <param name="IsJoined">The rest stands right behind the phrase, without a space or a mark: 批准到两点, but 同意书 too.</param>
public sealed record SpokenConsent(SpokenVerb Verb, string Rest, string About, PrivateText? Reason, bool IsJoined)
{
    /// <summary>True where the rest is written in Chinese, which needs no mark before a reason: a space does.</summary>
    public bool IsHan => Rest.Length > 0 && Understanding.Words.TextFolder.IsHan(Rest[0]);
}

/// <summary>The window that a message names.</summary>
/// <param name="From">Its start; null for the asked one.</param>
/// <param name="To">Its end, exclusive; null for the asked one.</param>
/// <param name="Left">What was not understood, as typed; null where all was. Then nothing may be decided by it.</param>
public sealed record SpokenWindow(Instant? From, Instant? To, string? Left);
