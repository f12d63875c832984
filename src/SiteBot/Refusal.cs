namespace SiteBot;

/// <summary>Why something asked for was not done. Carries its own sentence; nothing was changed.</summary>
/// <param name="Code">Stable name for tests and logs, e.g. <c>consent-own</c>.</param>
/// <param name="Sentence">What is wrong and what to do, for the person who asked.</param>
public sealed record Refusal(string Code, Text Sentence);
