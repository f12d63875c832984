using System.Collections.Immutable;
using NodaTime;
using SiteBot.Gate;

namespace SiteBot.Understanding;

/// <summary>What the bot makes of one message.</summary>
/// <param name="Intent">What it wants.</param>
/// <param name="Operation">The operation meant, where the intent has one: <see cref="Understanding.Intent.CanINow"/> and <see cref="Understanding.Intent.RequestApproval"/>; null where none is named.</param>
/// <param name="Service">The id of the service type named, of <see cref="Understanding.Intent.StartVisit"/> only; null where none is named.</param>
/// <param name="Severity">How bad the trouble is, of <see cref="Understanding.Intent.ReportProblem"/> only.</param>
/// <param name="Language">The language that most of the message is in.</param>
/// <param name="When">The first time of day named, local to whoever wrote; null where none is. It carries no date.</param>
/// <param name="Confidence">How likely the intent is right, 0 to 1.</param>
/// <param name="Alternatives">Where the intent is not clear: at most three to choose from, likeliest first, the intent among them; else empty.</param>
public sealed record Understood(
    Intent Intent,
    OperationKind? Operation,
    string? Service,
    Severity? Severity,
    Language Language,
    LocalTime? When,
    double Confidence,
    ImmutableArray<Intent> Alternatives)
{
    /// <summary>True where the message should be asked back with <see cref="Alternatives"/>.</summary>
    public bool IsUnclear => !Alternatives.IsEmpty;

    /// <summary>The trouble told of is billing (6.5-1), not service; of <see cref="Intent.ReportProblem"/> only.</summary>
    public bool IsBilling { get; init; }

    /// <summary>The message is a short yes, and no more.</summary>
    public bool IsYes { get; init; }

    /// <summary>The message is a short "go on", and no more.</summary>
    public bool IsOnward { get; init; }

    /// <summary>The message says that somebody will be late (6.3-2, 5.1-2).</summary>
    public bool TellsOfLateness { get; init; }

    /// <summary>The message repeats what the customer asks (4.4-12).</summary>
    public bool QuotesCustomer { get; init; }

    /// <summary>The message says that somebody else goes on with the visit.</summary>
    public bool HandsOver { get; init; }

    /// <summary>The message says that it is an exercise.</summary>
    public bool IsDrill { get; init; }
}
