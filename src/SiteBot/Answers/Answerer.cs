using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using SiteBot.Answers.Own;
using SiteBot.Reading;
using SiteBot.Standard;
using SiteBot.Understanding.Learning;
using SiteBot.Understanding.Words;

namespace SiteBot.Answers;

/// <summary>
/// Answers questions about the standard with what the standard says, or says that it is silent. Needs no network and no language model. Immutable; any number of threads
/// may ask.
/// </summary>
public sealed partial class Answerer : IAnswers
{
    private const int MostCited = 5;
    private const double SureBesideOrders = 0.9;
    private const int AlwaysCited = 3;
    private const float AlsoWorthCiting = 0.04f;
    private const float AlsoWorthSaying = 0.45f;
    private readonly CodeOfConduct standard;
    private readonly LanguageData language;
    private readonly ProvisionRanker ranker;
    private readonly AnswerTexts texts;
    private readonly float[] fusion;
    private readonly float[] refusal;
    private readonly FrozenDictionary<string, int> classOf;
    private readonly OwnRules own;

    internal Answerer(
        CodeOfConduct standard, LanguageData language, ProvisionRanker ranker, AnswerTexts texts, float[] fusion, float[] refusal, ImmutableArray<OwnProvision> own)
    {
        this.own = new OwnRules(own, language, ranker.Index);
        (this.standard, this.language, this.ranker, this.texts, this.fusion, this.refusal) = (standard, language, ranker, texts, fusion, refusal);
        classOf = ranker.Classes.Select((id, index) => (id, index)).ToFrozenDictionary(pair => pair.id, pair => pair.index, StringComparer.Ordinal);
    }

    /// <summary>Loads everything from the folder of the dialogs and the model beside it.</summary>
    /// <param name="dialogs">The folder that holds <c>standard.yaml</c> and <c>language/</c>.</param>
    /// <param name="model">The file learnt at build; null for <c>language.model</c> beside the folder.</param>
    /// <exception cref="FaultyFileException">A file is missing or faulty.</exception>
    public static Answerer Load(string dialogs, string? model = null) => BuiltInReaders.Load(dialogs, model).Questions;

    /// <summary>Makes one of what was loaded.</summary>
    internal static Answerer Of(string dialogs, CodeOfConduct standard, LanguageData language, ModelFile file, byte[]? learnt, ImmutableArray<OwnProvision> own)
    {
        var classes = QuestionSource.Classes(standard);
        var index = learnt is not null ? QuestionIndex.Read(learnt) : QuestionIndex.Of(classes.Length + 1, QuestionSource.Examples(standard, language), language.Concepts);
        var texts = AnswerTexts.Read(SourceFile.Load(Path.Combine(dialogs, "language", "answers.yaml")), classes);
        return new Answerer(
            standard, language, new ProvisionRanker(classes, index, file.Model("provision"), language.Concepts), texts, file.Numbers("fusion"), file.Numbers("refusal"), own);
    }

    /// <inheritdoc />
    ValueTask<Answer> IAnswers.Ask(string question, Language? speak, CancellationToken cancellation) => new(Ask(question, speak));

    /// <summary>Answers.</summary>
    /// <param name="question">The question, as typed.</param>
    /// <param name="speak">The language to answer in; null for the question's own.</param>
    public Answer Ask(string question, Language? speak = null)
    {
        var sentence = language.Read(question);
        var tongue = speak ?? sentence.Language;
        if (sentence.Units.Length == 0)
        {
            return new Answer(false, tongue, texts.Silent.In(tongue), [], 1);
        }

        var ordered = TakesOrders(sentence);
        if (ordered)
        {
            sentence = language.Read(WithoutOrders(question));
            if (!language.Signals.Has(sentence, "question"))
            {
                return new Answer(false, tongue, texts.Instruction.In(tongue), [], 0.99);
            }
        }

        Span<float> shares = stackalloc float[ranker.Classes.Length];
        var fit = Rank(sentence, shares);
        var confidence = 1 / (1 + Math.Exp(-fit.LogOdds));
        if (ordered && confidence < SureBesideOrders)
        {
            return new Answer(false, tongue, texts.Instruction.In(tongue), [], 0.99);
        }

        var answered = confidence >= 0.5;
        var lacking = answered && texts.Notes.ContainsKey(ranker.Classes[Best(shares)]);
        var ours = own.Fitting(sentence, fit, answered, lacking);
        var answer = answered ? Cite(sentence, shares, tongue, Math.Round(confidence, 3), noted: ours.IsEmpty)
            : !ours.IsEmpty && Belonging(sentence) is { Length: > 0 } belonging ? new Answer(true, tongue, string.Join(' ', belonging.Select(id => Rule(id, tongue))), belonging, 0.5)
            : new Answer(false, tongue, texts.Silent.In(tongue), [], Math.Round(1 - confidence, 3));
        return ours.IsEmpty ? answer : OwnRules.Join(answer, ours, fit, lacking);
    }

    /// <summary>What the standard says that is nearest to a question, best first, whether it answers it or not.</summary>
    internal ImmutableArray<string> Nearest(string question, int most)
    {
        var sentence = language.Read(question);
        var shares = new float[ranker.Classes.Length];
        var fit = Rank(sentence, shares);
        var ours = own.Fitting(sentence, fit, false, false).Select(one => one.Provision.Id);
        return [.. ours.Concat(Enumerable.Range(0, shares.Length).OrderByDescending(c => shares[c]).Select(c => ranker.Classes[c])).Take(most)];
    }

    /// <summary>Which part of what was asked is known at all, rare words weighing more: 0 to 1.</summary>
    internal float Known(string question)
    {
        var evidence = new float[(ranker.Classes.Length + 1) * ProvisionRanker.Rankers];
        return ranker.Ask(language.Read(question), evidence);
    }

    /// <summary>True where a message gives the bot orders.</summary>
    internal bool TakesOrders(string message) => TakesOrders(language.Read(message));

    /// <summary>The words of the data.</summary>
    internal LanguageData Words => language;

    /// <summary>The text of something citable.</summary>
    internal Text TextOf(string id) => own.Find(id)?.Text ?? standard.TextOf(id)!;

    /// <summary>Those of what is cited that are the operator's own.</summary>
    internal ImmutableArray<OwnProvision> OwnOf(IEnumerable<string> cited) => [.. cited.Select(own.Find).OfType<OwnProvision>()];

    /// <summary>Said where the standard says nothing.</summary>
    internal Text Silent => texts.Silent;

    /// <summary>Adds to what is cited what belongs with it, and to what is said what must be said with it.</summary>
    internal (ImmutableArray<string> Provisions, string Text) Complete(string question, IEnumerable<string> provisions, string text, Language tongue)
    {
        var cited = provisions.ToList();
        CiteTogether(language.Read(question), cited);
        return ([.. cited.Take(MostCited)], texts.Notes.TryGetValue(cited[0], out var note) ? $"{text} {note.In(tongue)}" : text);
    }

    private bool TakesOrders(Sentence sentence) => language.Signals.Has(sentence, "injection");

    private string WithoutOrders(string message) =>
        string.Join(' ', SentenceEnd().Split(message).Where(piece => !string.IsNullOrWhiteSpace(piece) && !TakesOrders(language.Read(piece))));

    // How well the standard answers, as log-odds; the share of each citable thing in the answer.
    private Fit Rank(Sentence sentence, Span<float> shares)
    {
        Span<float> evidence = stackalloc float[(shares.Length + 1) * ProvisionRanker.Rankers];
        Span<float> signs = stackalloc float[ProvisionRanker.Signs];
        var known = ranker.Ask(sentence, evidence);
        ProvisionRanker.Join(evidence, fusion, shares);
        ProvisionRanker.Summary(evidence, shares, known, signs);
        var fits = 0f;
        for (var i = 0; i < signs.Length; i++)
        {
            fits += signs[i] * refusal[i];
        }

        return new Fit(fits, signs[3], signs[3] + signs[5]);
    }

    [GeneratedRegex(@"(?<=[?？!！。；;\n])|(?<=\.)(?=\s|$)")]
    private static partial Regex SentenceEnd();

    private static int Best(ReadOnlySpan<float> shares)
    {
        var best = 0;
        for (var c = 1; c < shares.Length; c++)
        {
            best = shares[c] > shares[best] ? c : best;
        }

        return best;
    }

    private Answer Cite(Sentence sentence, Span<float> shares, Language tongue, double confidence, bool noted)
    {
        var cited = new List<string>(MostCited);
        var said = 1;
        var first = 0f;
        for (var place = 0; place < MostCited; place++)
        {
            var best = Best(shares);
            var share = shares[best];
            first = place == 0 ? share : first;
            if (place >= AlwaysCited && share < AlsoWorthCiting)
            {
                break;
            }

            said += place > 0 && place < AlwaysCited && share > first * AlsoWorthSaying ? 1 : 0;
            cited.Add(ranker.Classes[best]);
            shares[best] = -1;
        }

        said = Math.Max(said, CiteTogether(sentence, cited));
        var answer = new StringBuilder();
        for (var i = 0; i < said; i++)
        {
            answer.Append(i == 0 ? "" : " ").Append(Rule(cited[i], tongue));
        }

        if (noted && texts.Notes.TryGetValue(cited[0], out var note))
        {
            answer.Append(' ').Append(note.In(tongue));
        }

        return new Answer(true, tongue, answer.ToString(), [.. cited], confidence);
    }

    // What a named concept always cites.
    private ImmutableArray<string> Belonging(Sentence sentence) => [.. texts.Together.Where(pair => language.Concepts.Has(sentence, pair.Key)).SelectMany(pair => pair.Value)];

    // What belongs together is cited together: right behind the best, which stays first.
    private int CiteTogether(Sentence sentence, List<string> cited)
    {
        foreach (var (concept, ids) in texts.Together)
        {
            if (!language.Concepts.Has(sentence, concept) || !cited.Take(AlwaysCited).Intersect(ids, StringComparer.Ordinal).Any())
            {
                continue;
            }

            var at = ids.Contains(cited[0], StringComparer.Ordinal) ? 0 : 1;
            foreach (var id in ids.OrderBy(id => id == cited[0] ? 0 : 1).ThenBy(id => classOf[id]))
            {
                cited.Remove(id);
                cited.Insert(at++, id);
            }

            if (cited.Count > MostCited)
            {
                cited.RemoveRange(MostCited, cited.Count - MostCited);
            }

            return at;
        }

        return 0;
    }

    internal string Rule(string id, Language tongue)
    {
        if (own.Find(id) is { } ours)
        {
            return OwnRules.Say(ours, tongue);
        }

        var text = standard.TextOf(id)!.In(tongue);
        var force = standard.Find(id) is { } provision ? ForceWords.Of(provision.Force).In(tongue) : null;
        return tongue == Language.Zh
            ? force is null ? $"规范 {id}：{text}" : $"规范 {id}（{force}）：{text}"
            : force is null ? $"Standard {id}: {text}" : $"Standard {id} ({force}): {text}";
    }
}
