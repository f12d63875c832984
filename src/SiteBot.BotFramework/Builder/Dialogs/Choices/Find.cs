namespace SiteBot.BotFramework.Builder.Dialogs.Choices;

/// <summary>Looks for choices, or other values, by their words.</summary>
public static class Find
{
    private const int DefaultTokenDistance = 2;

    /// <inheritdoc cref="FindChoices(string?, IList{Choice}, FindChoicesOptions?)"/>
    public static List<ModelResult<FoundChoice>> FindChoices(string? utterance, IList<string> choices, FindChoicesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return FindChoices(utterance, ChoiceFactory.ToChoices(choices), options);
    }

    /// <summary>The choices whose value, title or synonym stands in the text, in the order of the text.</summary>
    public static List<ModelResult<FoundChoice>> FindChoices(string? utterance, IList<Choice> choices, FindChoicesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var words = choices.SelectMany((choice, index) => WordsFor(choice, options ?? new FindChoicesOptions()).Select(word => new SortedValue { Value = word, Index = index }));
        return FindValues(utterance, words.ToList(), options).ConvertAll(found => new ModelResult<FoundChoice>
        {
            Start = found.Start,
            End = found.End,
            TypeName = "choice",
            Text = found.Text,
            Resolution = new FoundChoice { Value = choices[found.Resolution.Index].Value, Index = found.Resolution.Index, Score = found.Resolution.Score, Synonym = found.Resolution.Value },
        });
    }

    /// <summary>
    /// The values whose words stand in the text, in the order of the text. Each place of the list is found once at most and each word of the text counts once: better matches win, then longer values.
    /// A value that is the whole text, signs and all, is what was meant.
    /// </summary>
    public static List<ModelResult<FoundValue>> FindValues(string? utterance, List<SortedValue> values, FindValuesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Find(value => value.Value.Equals(utterance, StringComparison.OrdinalIgnoreCase)) is { } whole)
        {
            return [Found(utterance!, 0, utterance!.Length - 1, new FoundValue { Value = whole.Value, Index = whole.Index, Score = 1 })];
        }

        var how = options ?? new FindValuesOptions();
        var tokenizer = how.Tokenizer ?? Tokenizer.DefaultTokenizer;
        var tokens = tokenizer(utterance, how.Locale);
        var candidates = values
            .OrderByDescending(value => value.Value.Length)
            .SelectMany(value => Matches(tokens, tokenizer(value.Value.Trim(), how.Locale), value, how))
            .OrderByDescending(match => match.Score);

        var taken = new HashSet<int>();
        var found = new HashSet<int>();
        var results = new List<ModelResult<FoundValue>>();
        foreach (var match in candidates)
        {
            var span = Enumerable.Range(match.First, match.Last - match.First + 1).ToList();
            if (found.Contains(match.Value.Index) || span.Exists(taken.Contains))
            {
                continue;
            }

            found.Add(match.Value.Index);
            taken.UnionWith(span);
            var (start, end) = (tokens[match.First].Start, tokens[match.Last].End);
            results.Add(Found(utterance!, start, end, new FoundValue { Value = match.Value.Value, Index = match.Value.Index, Score = match.Score }));
        }

        return [.. results.OrderBy(result => result.Start)];
    }

    private static ModelResult<FoundValue> Found(string utterance, int start, int end, FoundValue value) => new()
    {
        Start = start,
        End = end,
        TypeName = "value",
        Text = utterance[start..(end + 1)],
        Resolution = value,
    };

    private static IEnumerable<string> WordsFor(Choice choice, FindChoicesOptions options) =>
        new[] { options.NoValue ? null : choice.Value, options.NoAction ? null : choice.Action?.Title }
            .Concat(choice.Synonyms ?? [])
            .Where(word => !string.IsNullOrWhiteSpace(word))!;

    private static IEnumerable<Match> Matches(List<Token> tokens, List<Token> wanted, SortedValue value, FindValuesOptions options)
    {
        for (var from = 0; from < tokens.Count;)
        {
            if (MatchFrom(tokens, wanted, value, options, from) is not { } match)
            {
                yield break;
            }

            yield return match;
            from = match.Last + 1;
        }
    }

    /// <summary>
    /// The words of the value in their order, not too far apart. What is missing and what stands between lowers the score, from 1 to no less than 0.4.
    /// </summary>
    private static Match? MatchFrom(List<Token> tokens, List<Token> wanted, SortedValue value, FindValuesOptions options, int from)
    {
        var (matched, strayed, first, next) = (0, 0, -1, from);
        foreach (var word in wanted)
        {
            var at = tokens.FindIndex(next, token => token.Normalized == word.Normalized);
            var distance = matched > 0 ? at - next : 0;
            if (at < 0 || distance > (options.MaxTokenDistance ?? DefaultTokenDistance))
            {
                continue;
            }

            first = matched == 0 ? at : first;
            matched++;
            strayed += distance;
            next = at + 1;
        }

        if (matched == 0 || (matched < wanted.Count && !options.AllowPartialMatches))
        {
            return null;
        }

        var completeness = (float)matched / wanted.Count;
        var closeness = (float)matched / (matched + strayed);
        return new Match(value, first, next - 1, 0.4f + (0.6f * completeness * closeness));
    }

    private readonly record struct Match(SortedValue Value, int First, int Last, float Score);
}
