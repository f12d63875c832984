using System.Collections.Frozen;
using SiteBot.Reading;
using SiteBot.Understanding.Words;

namespace SiteBot.Visits.Short;

/// <summary>How a phrase tells a step.</summary>
internal enum PhraseKind
{
    /// <summary>It says that the step is done.</summary>
    Done,

    /// <summary>It names the step; with all that the step asks for beside it, it is told.</summary>
    About,

    /// <summary>It says no.</summary>
    No,

    /// <summary>It says that the step failed.</summary>
    Failed,
}

/// <summary>A phrase of a step.</summary>
/// <param name="Step">The step's id.</param>
/// <param name="Kind">How it tells it.</param>
/// <param name="Words">The phrase, folded.</param>
internal sealed record StepPhrase(string Step, PhraseKind Kind, string Words);

/// <summary>The words of <c>dialogs/language/steps.txt</c>: what people say of steps, of answers in their fields, and small words around them.</summary>
internal sealed class StepPhrases
{
    /// <summary>The heading of words that belong to no step.</summary>
    public const string Everywhere = "everywhere";

    private static readonly string[] CommonKeys = ["filler", "nobody", "denial", "not_yet", "asking", "witness", "title", "marker", "done", "no", "failed", "skip", "yes"];

    private StepPhrases(List<StepPhrase> phrases, FrozenDictionary<(string Step, string Field, string Value), string[]> answers, FrozenDictionary<string, string[]> common) =>
        (Phrases, Answers, Common) = (phrases, answers, common);

    /// <summary>The phrases of steps.</summary>
    public IReadOnlyList<StepPhrase> Phrases { get; }

    /// <summary>What stands for a value of a field: <c>verified</c> for yes.</summary>
    public FrozenDictionary<(string Step, string Field, string Value), string[]> Answers { get; }

    /// <summary>Small words, the longest first.</summary>
    public FrozenDictionary<string, string[]> Common { get; }

    /// <summary>Reads the file. A heading is a step's id; below it <c>done</c>, <c>about</c>, <c>no</c>, <c>failed</c> or <c>field.value</c>, then phrases between bars.</summary>
    /// <exception cref="FaultyFileException">With every fault.</exception>
    public static StepPhrases Read(SourceFile file, TextFolder folder)
    {
        var faults = new FaultList(file.Name);
        var phrases = new List<StepPhrase>();
        var answers = new Dictionary<(string, string, string), string[]>();
        var common = CommonKeys.ToDictionary(key => key, _ => Array.Empty<string>(), StringComparer.Ordinal);
        foreach (var section in LanguageFile.Sections(file))
        {
            foreach (var line in section.Lines)
            {
                var at = line.Text.IndexOf('=', StringComparison.Ordinal);
                var key = at > 0 ? line.Text[..at].Trim() : "";
                var words = at > 0 ? line.Text[(at + 1)..].Split('|').Select(word => folder.Fold(word.Trim()).Trim()).Where(word => word.Length > 0).ToArray() : [];
                if (words.Length == 0)
                {
                    faults.Add(line.Line, "a line names phrases; write: done = arrived | I am there.");
                }
                else if (section.Heading == Everywhere)
                {
                    if (common.TryGetValue(key, out var known))
                    {
                        common[key] = Longest(known.Concat(words));
                    }
                    else
                    {
                        faults.Add(line.Line, $"'{key}' is no kind of word; {Suggestion.For(key, CommonKeys)}");
                    }
                }
                else if (key.Split('.') is [var field, var value])
                {
                    answers[(section.Heading, field, value)] = Longest(answers.GetValueOrDefault((section.Heading, field, value), []).Concat(words));
                }
                else if (Kind(key) is { } kind)
                {
                    phrases.AddRange(words.Select(word => new StepPhrase(section.Heading, kind, word)));
                }
                else
                {
                    faults.Add(line.Line, $"'{key}' is no way of telling a step; write one of: done, about, no, failed, or field.value.");
                }
            }
        }

        faults.ThrowIfAny();
        return new StepPhrases(phrases, answers.ToFrozenDictionary(), common.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static PhraseKind? Kind(string key) => key switch
    {
        "done" => PhraseKind.Done,
        "about" => PhraseKind.About,
        "no" => PhraseKind.No,
        "failed" => PhraseKind.Failed,
        _ => null,
    };

    private static string[] Longest(IEnumerable<string> words) => [.. words.Distinct().OrderByDescending(word => word.Length)];
}
