using SiteBot.Understanding.Learning;
using SiteBot.Understanding.Words;

namespace SiteBot.Answers;

/// <summary>
/// Ranks what the standard says by how well it answers a question. Four rankers speak (a classifier, the nearest written question, the three nearest, and all
/// questions of a provision together); learnt weights join them, and a learnt threshold tells when none fits.
/// </summary>
internal sealed class ProvisionRanker
{
    /// <summary>How many rankers there are.</summary>
    public const int Rankers = 4;

    /// <summary>How many numbers <see cref="Summary"/> gives.</summary>
    public const int Signs = 8;

    private const float LeastLog = -9;
    private readonly QuestionIndex index;
    private readonly LinearModel classifier;
    private readonly Phrasebook concepts;
    private readonly int[] learntAt;

    [ThreadStatic]
    private static FeatureBag? spareBag;

    /// <summary>Makes a ranker.</summary>
    /// <param name="classes">The ids that can be cited, in the standard's order; what the standard is silent on comes last, unnamed.</param>
    /// <param name="index">The written questions; its classes are these ids, then what is outside.</param>
    /// <param name="classifier">The classifier over the same classes.</param>
    /// <param name="concepts">Words that mean the same.</param>
    public ProvisionRanker(string[] classes, QuestionIndex index, LinearModel classifier, Phrasebook concepts)
    {
        (Classes, this.index, this.classifier, this.concepts) = (classes, index, classifier, concepts);

        // A provision that an operator added was not there when the classifier learnt: the other rankers find it.
        learntAt = [.. classes.Append("").Select(id => Array.IndexOf(classifier.Classes, id))];
    }

    /// <summary>The ids that can be cited.</summary>
    public string[] Classes { get; }

    /// <summary>The written questions.</summary>
    public QuestionIndex Index => index;

    /// <summary>Asks the rankers.</summary>
    /// <param name="sentence">The question.</param>
    /// <param name="evidence">For each citable class, and for what is outside as the last, what each ranker says of it.</param>
    /// <returns>Which part of the question is known at all.</returns>
    public float Ask(Sentence sentence, Span<float> evidence)
    {
        var count = Classes.Length + 1;
        var bag = spareBag ??= new FeatureBag();
        QuestionFeatures.Fill(sentence, concepts, bag);
        Span<float> nearest = stackalloc float[count];
        Span<float> three = stackalloc float[count];
        Span<float> whole = stackalloc float[count];
        Span<float> shares = stackalloc float[classifier.Classes.Length];
        var known = index.Search(bag, nearest, three, whole);
        bag.Normalise();
        classifier.Score(bag, shares);
        for (var c = 0; c < count; c++)
        {
            var at = evidence[(c * Rankers)..];
            (at[0], at[1], at[2], at[3]) = (learntAt[c] < 0 ? LeastLog : MathF.Max(LeastLog, MathF.Log(shares[learntAt[c]] + 1e-9f)), nearest[c], three[c], whole[c]);
        }

        return known;
    }

    /// <summary>Joins what the rankers say into one share for each citable class, together 1.</summary>
    public static void Join(ReadOnlySpan<float> evidence, ReadOnlySpan<float> weights, Span<float> shares)
    {
        for (var c = 0; c < shares.Length; c++)
        {
            var at = evidence[(c * Rankers)..];
            shares[c] = (at[0] * weights[0]) + (at[1] * weights[1]) + (at[2] * weights[2]) + (at[3] * weights[3]);
        }

        LinearModel.Softmax(shares);
    }

    /// <summary>What tells an answerable question from another one.</summary>
    public static void Summary(ReadOnlySpan<float> evidence, ReadOnlySpan<float> shares, float known, Span<float> signs)
    {
        var (first, second) = (0f, 0f);
        var best = 0;
        for (var c = 0; c < shares.Length; c++)
        {
            if (shares[c] > first)
            {
                (first, second, best) = (shares[c], first, c);
            }
            else if (shares[c] > second)
            {
                second = shares[c];
            }
        }

        var top = evidence[(best * Rankers)..];
        var outside = evidence[(shares.Length * Rankers)..];
        signs[0] = 1;
        signs[1] = first;
        signs[2] = first - second;
        signs[3] = top[1];
        signs[4] = top[3];
        signs[5] = outside[1] - top[1];
        signs[6] = MathF.Exp(outside[0]);
        signs[7] = known;
    }
}
