using SiteBot.Standard;
using SiteBot.Understanding.Words;

namespace SiteBot.Answers;

/// <summary>The questions that rankers learn from and search in: those of <c>questions/*.txt</c>, and the words of the standard themselves.</summary>
internal static class QuestionSource
{
    /// <summary>What can be cited, in the standard's order.</summary>
    public static string[] Classes(CodeOfConduct standard) => [.. standard.CitableIds];

    /// <summary>The language data, the standard's own words counted as known.</summary>
    /// <param name="dialogs">The folder of the dialogs.</param>
    /// <param name="standard">The standard.</param>
    /// <param name="learnt">All words, where known from learning.</param>
    public static LanguageData Language(string dialogs, CodeOfConduct standard, IReadOnlyCollection<string>? learnt = null) =>
        LanguageData.Load(dialogs, Classes(standard).Select(id => standard.TextOf(id)!.En), learnt);

    /// <summary>Every example with its class; what is outside has the class behind the last.</summary>
    /// <exception cref="Reading.FaultyFileException">A heading is nothing that the standard says.</exception>
    public static IReadOnlyList<(int Class, Sentence Sentence)> Examples(CodeOfConduct standard, LanguageData language)
    {
        var classes = Classes(standard).Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index, StringComparer.Ordinal);
        var examples = new List<(int Class, Sentence Sentence)>();
        foreach (var (id, index) in classes)
        {
            examples.Add((index, language.Read(standard.TextOf(id)!.Zh)));
            examples.Add((index, language.Read(standard.TextOf(id)!.En)));
        }

        foreach (var question in language.Questions)
        {
            var index = question.Label is LanguageData.Outside or LanguageData.Near ? classes.Count
                : classes.TryGetValue(question.Label, out var known) ? known
                : throw new Reading.FaultyFileException([new Reading.Fault("questions", 0, $"'{question.Label}' is nothing that the standard says; {Reading.Suggestion.For(question.Label, classes.Keys)}")]);
            examples.Add((index, language.Read(question.Text)));
        }

        return examples;
    }
}
