using SiteBot.BotFramework.Builder.Dialogs.Prompts;
using SiteBot.BotFramework.Builder.Dialogs.Recognizers;

namespace SiteBot.BotFramework.Builder.Dialogs.Choices;

/// <summary>Reads which choices a person means.</summary>
public static class ChoiceRecognizers
{
    /// <inheritdoc cref="RecognizeChoices(string?, IList{Choice}, FindChoicesOptions?)"/>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string? utterance, IList<string> choices, FindChoicesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return RecognizeChoices(utterance, ChoiceFactory.ToChoices(choices), options);
    }

    /// <summary>By their words; else by their place, as an ordinal ("the second", 第二个); else by their number ("2", "two", 二). In the order of the text.</summary>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string? utterance, IList<Choice> choices, FindChoicesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var how = options ?? new FindChoicesOptions();
        var text = utterance ?? string.Empty;
        var byWords = Find.FindChoices(text, choices, how);
        if (byWords.Count > 0)
        {
            return byWords;
        }

        var culture = PromptCultureModels.For(how.Locale);
        var byPlace = how.RecognizeOrdinals ? AtPlaces(OrdinalRecognizer.Find(text, culture), choices) : [];
        return byPlace.Count > 0 || !how.RecognizeNumbers ? byPlace : AtPlaces(NumberRecognizer.Find(text, culture), choices);
    }

    private static List<ModelResult<FoundChoice>> AtPlaces(List<FoundNumber> numbers, IList<Choice> choices) =>
        numbers
            .Where(number => decimal.Truncate(number.Value) == number.Value && number.Value >= 1 && number.Value <= choices.Count)
            .Select(number => (number, Index: (int)number.Value - 1))
            .Select(found => new ModelResult<FoundChoice>
            {
                Start = found.number.Start,
                End = found.number.End,
                TypeName = "choice",
                Text = found.number.Text,
                Resolution = new FoundChoice { Value = choices[found.Index].Value, Index = found.Index, Score = 1 },
            })
            .ToList();
}
