using System.Runtime.Intrinsics;
using SiteBot.Understanding.Learning;
using SiteBot.Understanding.Words;

namespace SiteBot.Training;

/// <summary>One thing to learn from.</summary>
/// <param name="Class">The right class, by index.</param>
/// <param name="Ids">Its features.</param>
/// <param name="Values">Their weights.</param>
/// <param name="Worth">How much it counts.</param>
internal sealed record Example(int Class, uint[] Ids, float[] Values, float Worth = 1)
{
    /// <summary>Copies a bag.</summary>
    public static Example Of(int answer, FeatureBag bag, float worth = 1) => new(answer, bag.Ids.ToArray(), bag.Weights.ToArray(), worth);
}

/// <summary>
/// Softmax regression by AdaGrad over hashed features, some of them dropped each time so that no single word decides. The same examples in the same order
/// give the same weights, bit for bit: one thread, one random sequence, no sums whose order depends on the machine.
/// </summary>
internal sealed class SoftmaxTrainer(int epochs, float rate, float decay, float drop)
{
    /// <summary>Learns.</summary>
    public LinearModel Train(string name, string[] classes, IReadOnlyList<Example> examples, int bits)
    {
        // Rows are padded to whole vectors of eight, whatever the machine's own width.
        var width = (classes.Length + 7) / 8 * 8;
        var weights = new float[(1 << bits) * width];
        var squares = new float[1 << bits];
        var bias = new float[width];
        var scores = new float[width];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Sequence(20070911);
        var mean = new float[weights.Length];
        var meanBias = new float[width];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                var j = (int)(random.Next() % (uint)(i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }

            foreach (var at in order)
            {
                Step(examples[at], classes.Length, bits, width, weights, squares, bias, scores, random);
            }

            // The mean of the later epochs: where the last steps happened to go decides nothing.
            if (epoch >= epochs / 2)
            {
                Add(mean, weights, 1f / (epochs - (epochs / 2)));
                Add(meanBias, bias, 1f / (epochs - (epochs / 2)));
            }
        }

        var packed = new float[(1 << bits) * classes.Length];
        for (var bucket = 0; bucket < 1 << bits; bucket++)
        {
            mean.AsSpan(bucket * width, classes.Length).CopyTo(packed.AsSpan(bucket * classes.Length));
        }

        return LinearModel.Pack(name, classes, bits, packed, meanBias[..classes.Length]);
    }

    private void Step(Example example, int classes, int bits, int width, float[] weights, float[] squares, float[] bias, float[] scores, Sequence random)
    {
        Span<bool> kept = stackalloc bool[example.Ids.Length];
        bias.CopyTo(scores, 0);
        for (var i = 0; i < example.Ids.Length; i++)
        {
            kept[i] = random.Share() >= drop;
            if (kept[i])
            {
                Add(scores, weights.AsSpan((int)(example.Ids[i] >> (32 - bits)) * width, width), example.Values[i]);
            }
        }

        LinearModel.Softmax(scores.AsSpan(0, classes));
        var wrong = 0f;
        for (var c = 0; c < classes; c++)
        {
            scores[c] = ((c == example.Class ? 1 : 0) - scores[c]) * example.Worth;
            wrong += scores[c] * scores[c];
            bias[c] += rate * 0.02f * scores[c];
        }

        for (var c = classes; c < width; c++)
        {
            scores[c] = 0;
        }

        for (var i = 0; i < example.Ids.Length; i++)
        {
            if (kept[i])
            {
                var bucket = (int)(example.Ids[i] >> (32 - bits));
                var value = example.Values[i];
                squares[bucket] += wrong * value * value;
                var by = rate * value / MathF.Sqrt(squares[bucket] + 1e-3f);
                AddShrunk(weights.AsSpan(bucket * width, width), scores, by, 1 - decay);
            }
        }
    }

    private static void Add(Span<float> to, ReadOnlySpan<float> row, float by)
    {
        var factor = Vector256.Create(by);
        for (var c = 0; c < row.Length; c += 8)
        {
            (Vector256.Create<float>(to[c..(c + 8)]) + (Vector256.Create<float>(row[c..(c + 8)]) * factor)).CopyTo(to[c..]);
        }
    }

    private static void AddShrunk(Span<float> to, ReadOnlySpan<float> row, float by, float keep)
    {
        var factor = Vector256.Create(by);
        var shrink = Vector256.Create(keep);
        for (var c = 0; c < row.Length; c += 8)
        {
            ((Vector256.Create<float>(to[c..(c + 8)]) * shrink) + (Vector256.Create<float>(row[c..(c + 8)]) * factor)).CopyTo(to[c..]);
        }
    }
}
