using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NodaTime;
using SiteBot.Procedures;
using SiteBot.Standard;
using SiteBot.Visits;

namespace SiteBot.Answers;

/// <summary>
/// Finds what the standard says while somebody types: by a provision's number or the beginning of one, else by words in either language. Asks no language model: each
/// stroke of a key may be a search. Immutable; any number of threads may search.
/// </summary>
/// <param name="answerer">Ranks by meaning.</param>
public sealed partial class StandardSearch(Answerer answerer)
{
    /// <summary>At most so many are found by a number, which names a whole section.</summary>
    public const int MostOfSection = 50;

    /// <summary>At most so many are found by words, or shown before anything is typed.</summary>
    public const int Most = 10;

    /// <summary>What is typed beyond this is not read.</summary>
    public const int LongestTyped = 200;

    private const float LeastKnown = 0.34f;
    private const double Sure = 0.8;

    /// <summary>What fits best comes first; nothing where the standard has nothing of it. Never more than <see cref="MostOfSection"/>.</summary>
    /// <param name="typed">What was typed, whatever it is.</param>
    /// <param name="standard">The standard in force: what it does not hold is not found.</param>
    /// <returns>Ids of provisions, terms and sentences of scope, each once.</returns>
    public ImmutableArray<string> Find(string typed, CodeOfConduct standard)
    {
        var words = Cleaned(typed);
        if (words.Length == 0)
        {
            return [];
        }

        if (Numbered().Match(words) is { Success: true } number)
        {
            return ByNumber(number.Groups["section"].Value, number.Groups["item"].Value, standard);
        }

        var literal = Literal(words, standard).ToList();
        if (literal.Count == 0 && answerer.Known(words) < LeastKnown)
        {
            return [];
        }

        var answer = answerer.Ask(words);
        IEnumerable<string> said = answer.Answered ? answer.Provisions : [];

        // A word that is only begun is no sure question: what has it word for word goes first.
        var found = literal.Count == 0 || answer is { Answered: true, Confidence: >= Sure }
            ? said.Concat(literal)
            : answerer.Nearest(words, Most).Intersect(literal, StringComparer.Ordinal).Concat(literal).Concat(said);
        return [.. found.Distinct(StringComparer.Ordinal).Where(id => standard.TextOf(id) is not null).Take(Most)];
    }

    /// <summary>What is worth showing before anything is typed: what the visit's phase rests on, else what the gate decides by. Never more than <see cref="Most"/>.</summary>
    /// <param name="visit">The visit under way, or null.</param>
    /// <param name="workplace">The standard and the procedures.</param>
    /// <param name="now">Business time.</param>
    public static ImmutableArray<string> Suggested(Visit? visit, Workplace workplace, Instant now)
    {
        var standard = workplace.Standard;
        var ofPhase = visit is { IsOpen: true } && Checklist.Of(visit, workplace, now) is { CurrentPhase: { } phase } checklist
            ? (checklist.Next?.Step.Provisions ?? []).Concat(phase.Lines.Where(line => line.IsOwed && !line.IsClosed).SelectMany(line => line.Step.Provisions))
            : [];
        var ofGate = standard.Provisions.Where(provision => provision.Uses.Contains(Use.Gate) && (visit is null || provision.Binds(visit.Service))).Select(provision => provision.Id);
        return [.. ofPhase.Concat(ofGate).Distinct(StringComparer.Ordinal).Where(id => standard.TextOf(id) is not null).Take(Most)];
    }

    // Full-width digits and signs are what a Chinese keyboard writes; half a character is none.
    private static string Cleaned(string typed)
    {
        var cut = typed.Length <= LongestTyped ? typed : typed[..LongestTyped];
        var kept = string.Concat(cut.Where((c, i) => !char.IsSurrogate(c) || IsWhole(cut, i)).Select(c => char.IsControl(c) ? ' ' : c));
        return string.Concat(kept.Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c is '\u3000' ? ' ' : c)).Trim();
    }

    private static bool IsWhole(string text, int i) =>
        char.IsHighSurrogate(text[i]) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) : i > 0 && char.IsHighSurrogate(text[i - 1]);

    private static ImmutableArray<string> ByNumber(string section, string item, CodeOfConduct standard)
    {
        var whole = $"{section}-{item}";
        var ids = standard.CitableIds.Where(id => item.Length > 0 ? id.StartsWith(whole, StringComparison.OrdinalIgnoreCase)
            : id.StartsWith($"{section}-", StringComparison.OrdinalIgnoreCase) || id.StartsWith($"{section}.", StringComparison.OrdinalIgnoreCase));
        return [.. ids.OrderBy(id => string.Equals(id, whole, StringComparison.OrdinalIgnoreCase) ? 0 : 1).Take(MostOfSection)];
    }

    // Every word stands in the text, of either language; one letter is no word, one Chinese character is.
    private static IEnumerable<string> Literal(string words, CodeOfConduct standard)
    {
        var parts = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return parts.Any(part => part.Length == 1 && part[0] < '\u2E80')
            ? []
            : standard.CitableIds.Where(id => Has(standard.TextOf(id)!.Zh) || Has(standard.TextOf(id)!.En));

        bool Has(string text) => parts.All(part => text.Contains(part, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"^(?:§|第|规范|条款|标准|provision|section|clause|standard)?\s*(?<section>\d{1,2}(?:\.\d{1,2})?|[A-Za-z](?=-))\s*\.?\s*(?:[-‐‑–—]\s*(?<item>\d{0,3}))?\s*(?:条|节)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();
}
