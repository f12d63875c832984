namespace SiteBot.Understanding;

/// <summary>
/// A language model that may help to read and to word. It decides nothing: not the gate, not severity, not rights. What it says is data that is checked, and dropped
/// where it does not hold.
/// </summary>
public interface ILanguageModel
{
    /// <summary>Begins on one message: everything asked about it shares one deadline.</summary>
    IModelTurn Begin();
}

/// <summary>What is asked of a language model about one message.</summary>
public interface IModelTurn : IDisposable
{
    /// <summary>Asks; the answer is JSON text by the schema.</summary>
    /// <param name="request">What is asked; nothing in it names a customer, a person or a number.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null where the model was late, busy, refused or failed: never an exception for any of these.</returns>
    ValueTask<string?> Complete(ModelRequest request, CancellationToken cancellation);
}

/// <summary>One request to a language model.</summary>
/// <param name="Purpose">What it is for, in a word: counted by.</param>
/// <param name="Instructions">What to do; never anything that a person wrote.</param>
/// <param name="Data">What to do it with, as JSON: what people wrote is data in it, never instructions.</param>
/// <param name="Schema">The JSON schema of the answer; objects are closed and require all their properties.</param>
public sealed record ModelRequest(string Purpose, string Instructions, string Data, string Schema);
