namespace SiteBot.Answers.OpenAI;

/// <summary>Which language model helps, and what it may cost. A key, or else the managed identity of the machine.</summary>
/// <param name="Endpoint">The resource's v1 endpoint: <c>https://NAME.openai.azure.com/openai/v1/</c>.</param>
/// <param name="Deployment">The deployment's name.</param>
public sealed record LanguageModelOptions(Uri Endpoint, string Deployment)
{
    /// <summary>The resource's key; null for the managed identity.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The client id of a user-assigned managed identity; null for the system-assigned one.</summary>
    public string? ManagedIdentityClientId { get; init; }

    /// <summary>How long all that is asked about one message may last together; beyond it the built-in answer is given.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The most tokens that one reply may have.</summary>
    public int MostOutputTokens { get; init; } = 600;

    /// <summary>What a million tokens in cost, in the currency that the bill is in; 0 counts no cost.</summary>
    public decimal InputPrice { get; init; }

    /// <summary>What a million tokens out cost.</summary>
    public decimal OutputPrice { get; init; }

    /// <summary>A record would print its key along with the rest.</summary>
    public override string ToString() => $"{Deployment} at {Endpoint.Host}";
}
