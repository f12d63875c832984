using System.Collections.Immutable;
using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Questions;

/// <summary>What can happen to a question about the standard that was passed on (4.4-12): a closed set.</summary>
public abstract record QuestionEvent
{
    private QuestionEvent()
    {
    }

    /// <summary>It was passed on.</summary>
    /// <param name="Question">As asked.</param>
    /// <param name="AskedOf">Who may answer, by id.</param>
    /// <param name="WasAnswered">True where the bot had answered and that was said to be wrong.</param>
    public sealed record PassedOn(PrivateText Question, ImmutableArray<string> AskedOf, bool WasAnswered) : QuestionEvent;

    /// <summary>Somebody answered it.</summary>
    /// <param name="Answer">As answered.</param>
    public sealed record Answered(PrivateText Answer) : QuestionEvent;
}

/// <summary>A question that was passed on, as its facts make it.</summary>
public sealed record OpenQuestion
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>How many facts it has.</summary>
    public long Version { get; init; }

    /// <summary>As asked; null before the first fact.</summary>
    public PrivateText? Question { get; init; }

    /// <summary>Who asked.</summary>
    public string AskedBy { get; init; } = "";

    /// <summary>When.</summary>
    public Instant AskedAt { get; init; }

    /// <summary>Who may answer.</summary>
    public ImmutableArray<string> AskedOf { get; init; } = [];

    /// <summary>The bot had answered, and that was said to be wrong.</summary>
    public bool WasAnswered { get; init; }

    /// <summary>The answer, or null while it is open.</summary>
    public PrivateText? Answer { get; init; }

    /// <summary>Who answered, or null.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>The question after one more fact.</summary>
    public OpenQuestion After(QuestionEvent e, Instant at, string? by) => (e switch
    {
        QuestionEvent.PassedOn passed => this with
        {
            Question = passed.Question, AskedBy = by ?? "", AskedAt = at, AskedOf = passed.AskedOf, WasAnswered = passed.WasAnswered,
        },
        QuestionEvent.Answered answered => this with { Answer = answered.Answer, AnsweredBy = by },
        _ => throw new InvalidOperationException($"A question cannot fold {e.GetType().Name}."),
    }) with { Version = Version + 1 };
}
