using System.Collections.Immutable;

namespace SiteBot.Answers;

/// <summary>An answer to a question about the standard.</summary>
/// <param name="Answered">False where the standard says nothing on it, or the message was no question: then <see cref="Text"/> says so and whom to ask.</param>
/// <param name="Language">The language of <see cref="Text"/>.</param>
/// <param name="Text">The answer, in words of the standard alone.</param>
/// <param name="Provisions">What the answer rests on, best first: at most 5 ids of provisions, terms or sentences of scope, each once; empty where nothing was answered.</param>
/// <param name="Confidence">How likely the standard answers the question with the first of them, 0 to 1; where not answered, how likely it is silent.</param>
public sealed record Answer(bool Answered, Language Language, string Text, ImmutableArray<string> Provisions, double Confidence)
{
    /// <summary>Those of <see cref="Provisions"/> that are the operator's own and not of the standard.</summary>
    public ImmutableArray<Own.OwnProvision> Own { get; init; } = [];
}
