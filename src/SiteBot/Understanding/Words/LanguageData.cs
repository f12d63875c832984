using System.Collections.Frozen;
using SiteBot.Reading;
using SiteBot.Understanding.Names;

namespace SiteBot.Understanding.Words;

/// <summary>A sentence that somebody might say, and what it is about.</summary>
/// <param name="Label">The id of a provision or a term, or one of the headings for what the standard does not say.</param>
/// <param name="Text">The sentence, as written.</param>
internal readonly record struct Question(string Label, string Text);

/// <summary>The words, phrases and questions of <c>dialogs/language</c>. Immutable after loading.</summary>
internal sealed class LanguageData
{
    /// <summary>The heading of questions that have nothing to do with the job.</summary>
    public const string Outside = "outside";

    /// <summary>The heading of questions of the trade on which the standard says nothing.</summary>
    public const string Near = "near";

    private static readonly string[] AboutReplies = ["billing", "drill", "yes", "onward", "courtesy", "late", "quoted", "handing", "first", "second", "third"];

    private LanguageData(TextFolder folder, IReadOnlyList<Question> questions)
    {
        Folder = folder;
        Questions = questions;
    }

    /// <summary>Brings text to its one spelling.</summary>
    public TextFolder Folder { get; }

    /// <summary>The words that need no mending.</summary>
    public Vocabulary Vocabulary { get; private set; } = Vocabulary.None;

    /// <summary>The questions of <c>questions/*.txt</c>.</summary>
    public IReadOnlyList<Question> Questions { get; }

    /// <summary>Words of the field that mean the same: <c>synonyms.txt</c>.</summary>
    public Phrasebook Concepts { get; private init; } = new();

    /// <summary>Operations of the gate: <c>operations.txt</c>.</summary>
    public Phrasebook Operations { get; private init; } = new();

    /// <summary>Service types: <c>services.txt</c>.</summary>
    public Phrasebook Services { get; private init; } = new();

    /// <summary>Troubles by severity: <c>troubles.txt</c>.</summary>
    public Phrasebook Troubles { get; private init; } = new();

    /// <summary>Small words that turn a sentence: <c>signals.txt</c>.</summary>
    public Phrasebook Signals { get; private init; } = new();

    /// <summary>What else a message may say, whatever it wants: a bare yes, billing, a drill. These words turn no sentence.</summary>
    public Phrasebook Replies { get; private init; } = new();

    /// <summary>Words of names that tell no thing from another: <c>names.txt</c>.</summary>
    public Phrasebook NameWordsOf { get; private init; } = new();

    /// <summary>The same words, by the kind of thing.</summary>
    public IReadOnlyList<(string Label, string Phrase)> NameWords { get; private init; } = [];

    /// <summary>Characters of names that sound alike: <c>homophones.txt</c>.</summary>
    public SoundTable Sounds { get; private init; } = SoundTable.None;

    /// <summary>The phrases of the files above as they were written, by label, for making examples of them.</summary>
    public IReadOnlyList<(string Label, string Phrase)> OperationPhrases { get; private init; } = [];

    /// <inheritdoc cref="OperationPhrases"/>
    public IReadOnlyList<(string Label, string Phrase)> ServicePhrases { get; private init; } = [];

    /// <inheritdoc cref="OperationPhrases"/>
    public IReadOnlyList<(string Label, string Phrase)> TroublePhrases { get; private init; } = [];

    /// <summary>Loads the folder <c>language</c> inside <paramref name="dialogs"/>.</summary>
    /// <param name="dialogs">The folder of the dialogs.</param>
    /// <param name="more">Further sentences whose words count as known: the standard's own.</param>
    /// <param name="learnt">The words of all of it, where they are known from learning: then questions are not read.</param>
    /// <exception cref="FaultyFileException">A file is missing, or has a faulty line.</exception>
    public static LanguageData Load(string dialogs, IEnumerable<string> more, IReadOnlyCollection<string>? learnt = null)
    {
        var language = Path.Combine(dialogs, "language");
        var folder = TextFolder.Read(SourceFile.Load(Path.Combine(language, "traditional.txt")), SourceFile.Load(Path.Combine(language, "spellings.txt")));
        List<Question> questions = learnt is not null ? [] : Files(Path.Combine(language, "questions")).SelectMany(LanguageFile.Sections)
            .SelectMany(section => section.Lines.Select(line => new Question(section.Heading, line.Text))).ToList();
        var words = new HashSet<string>(StringComparer.Ordinal);
        var operations = Phrases("operations.txt");
        var services = Phrases("services.txt");
        var troubles = Phrases("troubles.txt");
        var synonyms = Phrases("synonyms.txt");
        var signals = Phrases("signals.txt");
        var names = Phrases("names.txt");
        var light = LanguageFile.Lines(SourceFile.Load(Path.Combine(language, "light.txt")))
            .SelectMany(line => Sentence.Cut(folder.Fold(line.Text), Vocabulary.None).Units).Select(unit => unit.Id).ToFrozenSet();
        var data = new LanguageData(folder, questions)
        {
            OperationPhrases = operations,
            ServicePhrases = services,
            TroublePhrases = troubles,
            Operations = Book(operations, form => form.Split('.')[0], light),
            Services = Book(services, form => form.Split('.')[0], light),
            Troubles = Book(troubles, form => form),
            Concepts = Book(synonyms, form => form),
            Signals = Book(signals.Where(signal => !AboutReplies.Contains(signal.Label)), form => form),
            Replies = Book(signals.Where(signal => AboutReplies.Contains(signal.Label)), form => form),
            NameWords = names,
            NameWordsOf = Book(names, form => form),
            Sounds = SoundTable.Read(SourceFile.Load(Path.Combine(language, "homophones.txt"))),
        };
        if (learnt is not null)
        {
            data.Vocabulary = new Vocabulary(learnt);
            return data;
        }

        var lines = File.Exists(Path.Combine(language, "words.txt")) ? LanguageFile.Lines(SourceFile.Load(Path.Combine(language, "words.txt"))).Select(line => line.Text) : [];
        var examples = Files(Path.Combine(language, "intents")).SelectMany(LanguageFile.Sections).SelectMany(section => section.Lines).Select(line => line.Text);
        foreach (var text in questions.Select(question => question.Text).Concat(more).Concat(lines).Concat(examples))
        {
            Learn(folder.Fold(text), words);
        }

        data.Vocabulary = new Vocabulary(words);
        return data;

        List<(string Label, string Phrase)> Phrases(string name) => [.. PhraseFile.Read(SourceFile.Load(Path.Combine(language, name)))];

        Phrasebook Book(IEnumerable<(string Label, string Phrase)> phrases, Func<string, string> label, FrozenSet<uint>? light = null)
        {
            var book = new Phrasebook(light);
            foreach (var (form, phrase) in phrases)
            {
                var folded = folder.Fold(phrase);
                if (learnt is null)
                {
                    Learn(folded, words);
                }

                book.Add(label(form), Sentence.Cut(folded, Vocabulary.None));
            }

            return book;
        }
    }

    /// <summary>Folds and cuts a message.</summary>
    public Sentence Read(string message) => Sentence.Cut(Folder.Fold(message), Vocabulary);

    private static IEnumerable<SourceFile> Files(string folder) => System.IO.Directory.Exists(folder)
        ? System.IO.Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(SourceFile.Load)
        : [];

    private static void Learn(string folded, HashSet<string> words)
    {
        for (var i = 0; i < folded.Length; i++)
        {
            var start = i;
            while (i < folded.Length && TextFolder.IsWord(folded[i]))
            {
                i++;
            }

            if (i > start)
            {
                words.Add(folded[start..i]);
            }
        }
    }
}
