namespace SiteBot.Answers;

/// <summary>
/// Answers questions about the standard: the built-in <see cref="Answerer"/>, or the same aided by a language model. An answer never fails and never says more than the
/// provisions that it cites.
/// </summary>
public interface IAnswers
{
    /// <summary>Answers.</summary>
    /// <param name="question">The question, as typed.</param>
    /// <param name="speak">The language to answer in; null for the question's own.</param>
    /// <param name="cancellation">Given up: then the built-in answer is given.</param>
    ValueTask<Answer> Ask(string question, Language? speak, CancellationToken cancellation);
}
