namespace SiteBot.Understanding;

/// <summary>Reads messages: the built-in <see cref="Understander"/>, or the same aided by a language model where a message is not clear. Reading never fails.</summary>
public interface IUnderstanding
{
    /// <summary>Reads one message.</summary>
    /// <param name="message">As typed.</param>
    /// <param name="cancellation">Given up: then the built-in reading is given.</param>
    ValueTask<Understood> Understand(string message, CancellationToken cancellation);
}
