using System.Collections.Immutable;
using SiteBot.Standard;

namespace SiteBot.Answers.Own;

/// <summary>A rule of the operator's own, or of an appendix that our source lacks: searched and cited beside the standard, and marked as not of it. It binds no check and no step.</summary>
/// <param name="Id">Its number, as its source has it: <c>B-3</c>, <c>BJ-12.1</c>. None that the standard has.</param>
/// <param name="Force">How strictly it binds.</param>
/// <param name="Source">Where it stands: the operator's document.</param>
/// <param name="Text">The rule.</param>
/// <param name="Questions">How people ask for it; may be empty.</param>
public sealed record OwnProvision(string Id, Force Force, Text Source, Text Text, ImmutableArray<string> Questions);
