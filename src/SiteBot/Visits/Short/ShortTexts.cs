using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NodaTime;
using SiteBot.Gate;
using SiteBot.Procedures;
using SiteBot.Reading;
using SiteBot.Understanding.Words;

namespace SiteBot.Visits.Short;

/// <summary>
/// Short texts that do what a card does, for a network that carries no cards: 备份好了 10.1.1.5:/bk 已校验, <c>1 3 5 done</c>. A question, trouble, or what is only
/// planned is none of it. Immutable; any number of threads may use it.
/// </summary>
public sealed partial class ShortTexts
{
    private const int LongestMessage = 500;
    private const int LongestRemark = 60;
    private const int LongestHanName = 5;

    private readonly StepPhrases phrases;
    private readonly TextFolder folder;
    private readonly Phrasebook troubles = new();
    private readonly Phrasebook signals = new();
    private readonly ConcurrentDictionary<string, ImmutableArray<StepPhrase>> byProcedure = new(StringComparer.Ordinal);

    private ShortTexts(StepPhrases phrases, TextFolder folder, IEnumerable<(string Label, string Phrase)> troubles, IEnumerable<(string Label, string Phrase)> signals)
    {
        (this.phrases, this.folder) = (phrases, folder);
        foreach (var (label, phrase) in troubles)
        {
            this.troubles.Add(label, Cut(phrase));
        }

        foreach (var (label, phrase) in signals)
        {
            this.signals.Add(label, Cut(phrase));
        }
    }

    /// <summary>Loads the words from <c>language</c> inside the folder of the dialogs.</summary>
    /// <exception cref="FaultyFileException">A file is missing or faulty.</exception>
    public static ShortTexts Load(string dialogs)
    {
        SourceFile File(string name) => SourceFile.Load(Path.Combine(dialogs, "language", name));
        var folder = TextFolder.Read(File("traditional.txt"), File("spellings.txt"));
        return new ShortTexts(StepPhrases.Read(File("steps.txt"), folder), folder, PhraseFile.Read(File("troubles.txt")), PhraseFile.Read(File("signals.txt")));
    }

    /// <summary>The words of the steps, for a check of the data.</summary>
    internal IReadOnlyList<StepPhrase> Words => phrases.Phrases;

    /// <summary>What a message tells of a visit's checklist; null where it tells nothing of it.</summary>
    /// <param name="message">As typed.</param>
    /// <param name="visit">The current visit.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="now">When it was written.</param>
    public ShortTelling? Read(string message, Visit visit, Workplace workplace, Instant now)
    {
        if (message.Length is 0 or > LongestMessage || !visit.IsOpen)
        {
            return null;
        }

        // What is told of a closed line again is a correction, and its reason stands at the end; before an open line the word is one as any other.
        return Reason().Match(message) is { Success: true, Index: > 0 } reason && Plain(message[..reason.Index], visit, workplace, now) is { Lines: [{ IsClosed: true }] } corrected
            ? corrected with { Telling = corrected.Telling.With(StepTelling.Reason, reason.Groups["why"].Value) }
            : Plain(message, visit, workplace, now);
    }

    private ShortTelling? Plain(string message, Visit visit, Workplace workplace, Instant now)
    {
        var text = new Marked(message, folder);
        if (text.Raw.Length == 0 || text.Raw.AsSpan().IndexOfAny('?', '？') >= 0 || text.Folded[^1] is '吗' or '么' or '呢')
        {
            return null;
        }

        var setting = VisitSetting.Of(visit, workplace, now);
        var checklist = Checklist.Of(visit, setting.Procedure, workplace, now);
        var fields = new ShortFields(phrases, setting.Clock, now);
        return ByNumber(text, checklist, fields) is { } numbered ? numbered
            : ByWords(text, checklist, setting.Procedure, fields, workplace) is { } told && !Restores(told, visit) ? told
            : null;
    }

    // While service is on record as down, "service runs normally" says that it is back: more than a line of the checklist.
    private static bool Restores(ShortTelling told, Visit visit) => visit.ServiceState != ServiceState.Normal && told.Lines.Any(line => line.Step.Gives == "6.3-10");

    private ShortTelling? ByNumber(Marked text, Checklist checklist, ShortFields fields)
    {
        if (Numbers().Match(text.Folded) is not { Success: true } match)
        {
            return null;
        }

        var lines = Digits().Matches(match.Groups["numbers"].Value).Select(digits => checklist.Find(int.Parse(digits.Value, System.Globalization.CultureInfo.InvariantCulture))).ToList();
        if (lines.Contains(null))
        {
            return null;
        }

        text.Take(0, match.Length);
        var rest = text.Folded[match.Length..].TrimStart();
        var said = Said(text, rest, match.Length);
        if (said is null && (lines.Count > 1 || match.Groups["mark"].Length == 0))
        {
            return null;
        }

        var outcome = said ?? StepOutcome.Done;
        var telling = new StepTelling(lines[0]!.Step.Id) { Outcome = outcome };
        if (lines.Count > 1)
        {
            return text.Rest().Count > 0 ? null : new ShortTelling([.. lines.OfType<ChecklistLine>()], telling);
        }

        if (outcome == StepOutcome.DoesNotApply)
        {
            telling = telling.With(StepTelling.Reason, AllOf(text));
        }
        else if (outcome == StepOutcome.Done)
        {
            telling = fields.Fill(telling, lines[0]!.Step, text);
            telling = telling.With(StepTelling.Remark, AllOf(text));
        }
        else
        {
            telling = telling.With(StepTelling.Remark, AllOf(text));
        }

        // A number alone with words that fit nothing ("3 engineers come") is no telling.
        return said is null && telling.Values.Keys.All(key => key == StepTelling.Remark) ? null : new ShortTelling([lines[0]!], telling);
    }

    private StepOutcome? Said(Marked text, string rest, int at)
    {
        foreach (var (key, outcome) in ((string, StepOutcome)[])[("skip", StepOutcome.DoesNotApply), ("failed", StepOutcome.Failed), ("no", StepOutcome.Failed), ("done", StepOutcome.Done), ("yes", StepOutcome.Done)])
        {
            foreach (var word in phrases.Common[key])
            {
                if (rest.StartsWith(word, StringComparison.Ordinal) && text.Find(word, at) is var found and >= 0 && text.Folded[at..found].Trim().Length == 0)
                {
                    text.Take(found, found + word.Length);
                    return outcome;
                }
            }
        }

        return null;
    }

    private ShortTelling? ByWords(Marked text, Checklist checklist, Procedure procedure, ShortFields fields, Workplace workplace)
    {
        foreach (var (phrase, at) in Candidates(text, checklist, procedure))
        {
            var trial = new Marked(text.Raw, folder);
            var line = checklist.Find(phrase.Step)!;
            if (!IsTelling(trial, phrase, at, line.Step))
            {
                return null;
            }

            trial.Take(at, at + phrase.Words.Length);
            if (Begins(trial, at, line.Step, fields) && Telling(trial, phrase, at, line, fields, workplace) is { } telling)
            {
                return new ShortTelling([line], telling);
            }
        }

        return null;
    }

    // The longest phrase first; of those as long, the one whose step is open.
    private IEnumerable<(StepPhrase Phrase, int At)> Candidates(Marked text, Checklist checklist, Procedure procedure)
    {
        var known = byProcedure.GetOrAdd(procedure.ContentHash, _ => PhrasesOf(procedure));
        return known.Select(phrase => (Phrase: phrase, At: text.Find(phrase.Words))).Where(found => found.At >= 0)
            .OrderByDescending(found => found.Phrase.Words.Length)
            .ThenByDescending(found => checklist.Find(found.Phrase.Step)!.IsOpen)
            .ThenBy(found => found.At)
            .Take(4).ToList();
    }

    // A step's title tells it too.
    private ImmutableArray<StepPhrase> PhrasesOf(Procedure procedure) =>
    [
        .. phrases.Phrases.Where(phrase => procedure.FindStep(phrase.Step) is not null),
        .. procedure.Steps.SelectMany(step => new[] { step.Title.Zh, step.Title.En }
            .Select(title => new StepPhrase(step.Id, step.MayBeNo ? PhraseKind.About : PhraseKind.Done, folder.Fold(title)))),
    ];

    // Trouble, what is only thought of, asked or still to come is no telling of what was done. Free words may name whatever they like.
    private bool IsTelling(Marked text, StepPhrase phrase, int at, Step step)
    {
        var around = string.Concat(text.Folded.AsSpan(0, at), new string(' ', phrase.Words.Length), text.Folded.AsSpan(at + phrase.Words.Length));
        var takesWords = step.Fields.Any(field => field is { Kind: FieldKind.Text, Required: true });
        var isFree = takesWords && phrase.Kind == PhraseKind.Done;
        var examined = new Marked(isFree ? around[..at] + "." : around + ".", folder);
        var mayBeTrouble = takesWords || step.Fields.Any(field => field.Options.Any(option => option.Means == OptionMeaning.Problem));
        return !examined.Has(phrases.Common["asking"])
            && (step.Fields.Any(field => field.Ahead) || !examined.Has(phrases.Common["not_yet"]))
            && !signals.Has(Sentence.Cut(examined.Folded, Vocabulary.None), "imagined")
            && (mayBeTrouble || !troubles.Has(Sentence.Cut(around, Vocabulary.None), "critical", "serious", "normal"));
    }

    // What was done is said first. Before it stand a time, small words, or the name of who did it: 23:10 李工陪同.
    private bool Begins(Marked text, int at, Step step, ShortFields fields)
    {
        var before = new Marked(text.Raw[..at], folder);
        fields.Fill(new StepTelling(step.Id), step with { Fields = [.. step.Fields.Where(field => field.Kind is not (FieldKind.Name or FieldKind.Text))] }, before);
        var left = before.Rest().Select(piece => fields.Trimmed(before, piece)).Where(piece => piece.To > piece.From).Select(piece => before.Folded[piece.From..piece.To]).ToList();
        return left.Count == 0
            || (left is [var name] && step.Fields.Any(field => field.Kind == FieldKind.Name) && name.Length <= LongestHanName && phrases.Common["title"].Any(title => name.EndsWith(title, StringComparison.Ordinal)));
    }

    private StepTelling? Telling(Marked text, StepPhrase phrase, int at, ChecklistLine line, ShortFields fields, Workplace workplace)
    {
        var step = line.Step;
        if (phrase.Kind is PhraseKind.No or PhraseKind.Failed)
        {
            return new StepTelling(step.Id) { Outcome = StepOutcome.Failed }.With(StepTelling.Remark, AllOf(text));
        }

        var filled = fields.Fill(new StepTelling(step.Id), step, text);
        if (IsDenied(text, filled, step, at))
        {
            return step.MayBeNo ? new StepTelling(step.Id) { Outcome = StepOutcome.Failed } : null;
        }

        var left = text.Rest().Select(piece => fields.Trimmed(text, piece)).Where(piece => piece.To > piece.From).ToList();
        var needs = StepNeeds.Of(line, filled, workplace.Standard).Where(need => step.FindField(need.Field) is not null).ToList();
        if (phrase.Kind == PhraseKind.About && (needs.Count > 0 || left.Count > 0 || filled.Values.IsEmpty || RunsOn(text, phrase, at, step)))
        {
            return null;
        }

        // What runs on from the phrase and is not understood changes its meaning; what stands apart is a remark.
        var end = at + phrase.Words.Length;
        return left.Exists(piece => piece.To == at || piece.From == end || (TextFolder.IsWord(text.Folded[piece.From]) && text.Folded[Math.Min(end, piece.From)..piece.From].All(sign => sign == ' ' || TextFolder.IsWord(sign))) || piece.To - piece.From > LongestRemark) || left.Count > 2 ? null
            : filled.With(StepTelling.Remark, string.Join(" ", left.Select(piece => text.Text(piece.From, piece.To))));
    }

    // "open issues after acceptance" is a phrase of its own; "open issues: none" is told.
    private static bool RunsOn(Marked text, StepPhrase phrase, int at, Step step) =>
        TextFolder.IsWord(phrase.Words[^1]) && !step.Fields.Any(field => field.Kind == FieldKind.Name) && step.Fields.Any(field => field is { Kind: FieldKind.Text, Required: true })
        && text.Folded[(at + phrase.Words.Length)..].TrimStart() is [var next, ..] && next is not (':' or ',' or '-');

    private bool IsDenied(Marked text, StepTelling filled, Step step, int at)
    {
        var plain = text.Rest().Select(piece => text.Folded[piece.From..piece.To]).ToList();
        var names = step.Fields.Where(field => field.Kind == FieldKind.Name).Select(field => filled.Told(field.Id)).OfType<string>().Select(folder.Fold);
        return plain.Concat(names).Any(piece => phrases.Common["denial"].Any(word =>
            TextFolder.IsHan(word[0]) ? piece.StartsWith(word, StringComparison.Ordinal) || piece.EndsWith(word, StringComparison.Ordinal)
            : piece.Split(' ').Contains(word))) || (at > 0 && phrases.Common["denial"].Any(word => TextFolder.IsHan(word[0]) && text.Folded[..at].EndsWith(word, StringComparison.Ordinal)));
    }

    private static string AllOf(Marked text)
    {
        var rest = text.Rest();
        return rest.Count == 0 ? "" : text.Text(rest[0].From, rest[^1].To);
    }

    private Sentence Cut(string phrase) => Sentence.Cut(folder.Fold(phrase), Vocabulary.None);

    [GeneratedRegex(@"^\s*(?:第|#|no\.?\s*)?(?<numbers>\d{1,2}(?:\s*(?:,|\s|and|和|&|\+)\s*#?\d{1,2})*)\s*(?:项|步|条)?(?<mark>\s*[:：.)、]\s)?\s*(?=\D|$)")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[\s,，.。;；]*(?:更正原因|更正|原因|因为|\breason\b|\bbecause\b)\s*(?:是|is\b)?\s*[:：]?\s*(?<why>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reason();

    [GeneratedRegex(@"\d{1,2}")]
    private static partial Regex Digits();
}
