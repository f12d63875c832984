using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using SiteBot.Understanding.Names;
using SiteBot.Understanding.Words;

namespace SiteBot.Understanding.Aided;

/// <summary>
/// Takes out of a message what no language model is told: names of the directory, operators, people with a title, numbers of telephones, accounts and networks, addresses.
/// It rather takes too much than too little.
/// </summary>
internal sealed partial class Masking
{
    private const int FewestDigits = 6;
    private readonly LanguageData language;
    private readonly Func<NamesInMessage?> names;
    private readonly Phrasebook operators = new();
    private readonly Regex titled;

    /// <summary>Makes one.</summary>
    /// <param name="language">The words of the data.</param>
    /// <param name="names">The names of the directory in force; null where there is none.</param>
    public Masking(LanguageData language, Func<NamesInMessage?> names)
    {
        (this.language, this.names) = (language, names);
        foreach (var (_, phrase) in language.NameWords.Where(word => word.Label == "operators"))
        {
            operators.Add("operator", Sentence.Cut(language.Folder.Fold(phrase), Vocabulary.None));
        }

        var surnames = string.Concat(language.NameWords.Where(word => word.Label == "surnames").Select(word => word.Phrase.Replace(" ", "", StringComparison.Ordinal)));
        var honorifics = string.Join('|', language.NameWords.Where(word => word.Label == "honorifics").Select(word => Regex.Escape(word.Phrase)));
        titled = new Regex($@"[{surnames}][\u4e00-\u9fff]{{0,2}}?(?:{honorifics})(?![程作具结体共单期位艺况装序地是数量])|\b(?:mr|mrs|ms|miss|dr|herr|frau|prof)\.? [a-z][a-z'-]+(?: [a-z][a-z'-]+)?", RegexOptions.CultureInvariant);
    }

    /// <summary>Masks one message.</summary>
    public Masked Mask(string message)
    {
        var folded = language.Folder.Fold(message);
        var spans = new List<(int Start, int End, string Kind, Text Meant)>();
        if (names() is { } directory)
        {
            spans.AddRange(directory.Spans(folded));
        }

        var sentence = Sentence.Cut(folded, Vocabulary.None);
        Span<Found> found = stackalloc Found[16];
        foreach (var one in found[..operators.Find(sentence.Units, found)])
        {
            Add(sentence.Units[one.From].Start, sentence.Units[one.To - 1].End, "CUSTOMER");
        }

        foreach (Match match in Address().Matches(folded))
        {
            Add(match.Index, match.Index + match.Length, "ADDRESS");
        }

        foreach (Match match in Digits().Matches(folded))
        {
            if (match.Value.Count(char.IsAsciiDigit) >= FewestDigits && !Date().IsMatch(match.Value))
            {
                Add(match.Index, match.Index + match.Length, "NUMBER");
            }
        }

        foreach (Match match in titled.Matches(folded))
        {
            Add(match.Index, match.Index + match.Length, "PERSON");
        }

        return Cut(folded, spans);

        void Add(int start, int end, string kind) => spans.Add((start, end, kind, Text.Same(folded[start..end])));
    }

    private static Masked Cut(string folded, List<(int Start, int End, string Kind, Text Meant)> spans)
    {
        var text = new StringBuilder();
        var marks = ImmutableArray.CreateBuilder<(string Mark, Text Meant)>();
        var at = 0;
        foreach (var (start, end, kind, meant) in spans.OrderBy(span => span.Start).ThenByDescending(span => span.End))
        {
            if (end <= at)
            {
                continue;
            }

            // What overlaps is masked from where the one before ends.
            var from = Math.Max(start, at);
            var mark = $"[{kind}{marks.Count + 1}]";
            marks.Add((mark, from == start ? meant : Text.Same(folded[from..end])));
            text.Append(folded, at, from - at).Append(mark);
            at = end;
        }

        return new Masked(text.Append(folded, at, folded.Length - at).ToString(), marks.ToImmutable());
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\bhttps?://\S+|\bwww\.\S+|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?![\d.])", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![\w.])\+?\(?\d(?:[\d()]|[ /-](?=[\d(]))*\d(?![\w])|(?<![a-z])\d{6,}", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^20\d{2}[-/]\d{1,2}[-/]\d{1,2}(?:\s\d{1,2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
