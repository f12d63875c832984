namespace SiteBot.Gate;

/// <summary>Facts were refused: where and why. Says nothing of what the input held.</summary>
/// <param name="Path">The JSON path that is wrong, as <c>site.policy.freezes[0].to</c>; for a missing property where it should stand; <c>$</c> where the JSON itself is broken.</param>
/// <param name="Message">What is wrong, in English.</param>
public sealed record FactsRefusal(string Path, string Message)
{
    /// <summary>How long the whole line may be.</summary>
    public const int MaxLength = 300;

    /// <summary><c>path: message</c>, at most 300 characters.</summary>
    public override string ToString() => $"{Path}: {Message}" is { Length: > MaxLength } line ? line[..MaxLength] : $"{Path}: {Message}";
}

/// <summary>Carries a refusal out of the reader; never leaves it.</summary>
internal sealed class RefusedException(FactsRefusal refusal) : Exception(refusal.Message)
{
    public FactsRefusal Refusal { get; } = refusal;
}
