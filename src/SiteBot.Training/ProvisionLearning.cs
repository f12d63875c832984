using SiteBot.Answers;
using SiteBot.Standard;
using SiteBot.Understanding.Learning;
using SiteBot.Understanding.Words;

namespace SiteBot.Training;

/// <summary>Learns which provision a question is about; the weights of the rankers come from questions that the rankers had not seen.</summary>
internal sealed class ProvisionLearning(CodeOfConduct standard, LanguageData language)
{
    private const int Folds = 5;
    private const int Bits = 15;
    private const float StandardWorth = 1.5f;
    private readonly string[] classes = QuestionSource.Classes(standard);
    private readonly IReadOnlyList<(int Class, Sentence Sentence)> examples = QuestionSource.Examples(standard, language);

    /// <summary>The classifier and the numbers, with what was measured on the way.</summary>
    public (LinearModel Model, Dictionary<string, float[]> Numbers, string Report) Learn()
    {
        var texts = classes.Length * 2;
        var cases = new List<(float[] Evidence, int Right, float Known)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var known = examples.Where((_, i) => i < texts || FoldOf(i) != fold).ToList();
            var ranker = new ProvisionRanker(classes, QuestionIndex.Of(classes.Length + 1, known, language.Concepts), Train(known, epochs: 20), language.Concepts);
            for (var i = texts; i < examples.Count; i++)
            {
                if (FoldOf(i) == fold)
                {
                    var evidence = new float[(classes.Length + 1) * ProvisionRanker.Rankers];
                    var share = ranker.Ask(examples[i].Sentence, evidence);
                    cases.Add((evidence, examples[i].Class, share));
                }
            }
        }

        var inside = cases.Where(one => one.Right < classes.Length).ToList();
        var fusion = Logistic.Choose([.. inside.Select(one => (one.Evidence[..(classes.Length * ProvisionRanker.Rankers)], one.Right))], ProvisionRanker.Rankers);
        var right = 0;
        var signs = new List<(float[] Signs, bool Good)>();
        foreach (var one in cases)
        {
            var shares = new float[classes.Length];
            ProvisionRanker.Join(one.Evidence, fusion, shares);
            var sign = new float[ProvisionRanker.Signs];
            ProvisionRanker.Summary(one.Evidence, shares, one.Known, sign);
            right += one.Right < classes.Length && shares.IndexOfMax() == one.Right ? 1 : 0;
            signs.Add((sign, one.Right < classes.Length));
        }

        var refusal = Logistic.Tell(signs);
        var answered = signs.Count(one => one.Good && Sum(one.Signs, refusal) > 0);
        var refused = signs.Count(one => !one.Good && Sum(one.Signs, refusal) <= 0);
        var report = $"provision: {examples.Count} examples; unseen: first right {right} of {inside.Count}; answered {answered} of {inside.Count}; "
            + $"refused {refused} of {cases.Count - inside.Count}; fusion {string.Join(' ', fusion)}; refusal {string.Join(' ', refusal)}";
        return (Train(examples, epochs: 32), new() { ["fusion"] = fusion, ["refusal"] = refusal }, report);
    }

    private static float Sum(float[] signs, float[] weights) => signs.Zip(weights, (a, b) => a * b).Sum();

    // Neighbouring lines are in different folds, so that each fold sees each provision.
    private static int FoldOf(int example) => example % Folds;

    private LinearModel Train(IReadOnlyList<(int Class, Sentence Sentence)> from, int epochs)
    {
        var bag = new FeatureBag();
        var outside = from.Count(example => example.Class == classes.Length);
        var each = Math.Max(0.2f, Math.Min(1f, (from.Count - outside) / 3f / Math.Max(1, outside)));
        var cases = new List<Example>();
        for (var i = 0; i < from.Count; i++)
        {
            QuestionFeatures.Fill(from[i].Sentence, language.Concepts, bag);
            bag.Normalise();
            cases.Add(Example.Of(from[i].Class, bag, from[i].Class == classes.Length ? each : i < classes.Length * 2 ? StandardWorth : 1));
        }

        return new SoftmaxTrainer(epochs, rate: 1f, decay: 2e-5f, drop: 0.2f).Train("provision", [.. classes, ""], cases, Bits);
    }
}
