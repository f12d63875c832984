using System.Buffers.Binary;
using System.Text;
using SiteBot.Understanding.Words;

namespace SiteBot.Understanding.Learning;

/// <summary>
/// A linear classifier over hashed features: how much each feature speaks for each class, 8 bits a weight with a scale for each feature's row. Immutable; scoring
/// allocates nothing.
/// </summary>
internal sealed class LinearModel
{
    private readonly int bits;
    private readonly int[] rowOf;
    private readonly float[] scales;
    private readonly sbyte[] weights;
    private readonly float[] bias;

    private LinearModel(string name, string[] classes, int bits, int[] rowOf, float[] scales, sbyte[] weights, float[] bias) =>
        (Name, Classes, this.bits, this.rowOf, this.scales, this.weights, this.bias) = (name, classes, bits, rowOf, scales, weights, bias);

    /// <summary>What it decides: <c>intent</c>, <c>provision</c> …</summary>
    public string Name { get; }

    /// <summary>The classes, by index.</summary>
    public string[] Classes { get; }

    /// <summary>Packs trained weights: a row of <c>classes.Length</c> for each of <c>1 &lt;&lt; bits</c> buckets.</summary>
    public static LinearModel Pack(string name, string[] classes, int bits, float[] trained, float[] bias)
    {
        var buckets = 1 << bits;
        var rowOf = new int[buckets];
        var scales = new List<float>();
        var packed = new List<sbyte>();
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            var row = trained.AsSpan(bucket * classes.Length, classes.Length);
            var most = 0f;
            foreach (var weight in row)
            {
                most = MathF.Max(most, MathF.Abs(weight));
            }

            if (most < 1e-4f)
            {
                rowOf[bucket] = -1;
                continue;
            }

            rowOf[bucket] = scales.Count;
            scales.Add(most / 127);
            foreach (var weight in row)
            {
                packed.Add((sbyte)MathF.Round(weight / most * 127));
            }
        }

        return new LinearModel(name, classes, bits, rowOf, [.. scales], [.. packed], bias);
    }

    /// <summary>Writes the share of each class, together 1, to <paramref name="shares"/>.</summary>
    public void Score(FeatureBag bag, Span<float> shares)
    {
        bias.CopyTo(shares);
        var count = Classes.Length;
        var ids = bag.Ids;
        var values = bag.Weights;
        for (var i = 0; i < ids.Length; i++)
        {
            var row = rowOf[ids[i] >> (32 - bits)];
            if (row >= 0)
            {
                var by = values[i] * scales[row];
                var line = weights.AsSpan(row * count, count);
                for (var c = 0; c < line.Length; c++)
                {
                    shares[c] += by * line[c];
                }
            }
        }

        Softmax(shares[..count]);
    }

    /// <summary>Turns scores into shares that add up to 1.</summary>
    public static void Softmax(Span<float> scores)
    {
        var most = float.MinValue;
        foreach (var score in scores)
        {
            most = MathF.Max(most, score);
        }

        var sum = 0f;
        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] = MathF.Exp(scores[c] - most);
            sum += scores[c];
        }

        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] /= sum;
        }
    }

    /// <summary>Writes the model; <see cref="Read"/> reads it again.</summary>
    public void Write(BinaryWriter to)
    {
        to.Write(Name);
        to.Write(Classes.Length);
        foreach (var name in Classes)
        {
            to.Write(name);
        }

        to.Write(bits);
        to.Write(scales.Length);
        Array.ForEach(rowOf, to.Write);
        Array.ForEach(scales, to.Write);
        Array.ForEach(weights, to.Write);
        Array.ForEach(bias, to.Write);
    }

    /// <summary>Reads a model from where <paramref name="at"/> points, which moves behind it.</summary>
    public static LinearModel Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        var name = Text(bytes, ref at);
        var classes = new string[Int(bytes, ref at)];
        for (var c = 0; c < classes.Length; c++)
        {
            classes[c] = Text(bytes, ref at);
        }

        var bits = Int(bytes, ref at);
        var rows = Int(bytes, ref at);
        var rowOf = new int[1 << bits];
        foreach (ref var row in rowOf.AsSpan())
        {
            row = Int(bytes, ref at);
        }

        var scales = Floats(bytes, rows, ref at);
        var weights = new sbyte[rows * classes.Length];
        System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(bytes.Slice(at, weights.Length)).CopyTo(weights);
        at += weights.Length;
        return new LinearModel(name, classes, bits, rowOf, scales, weights, Floats(bytes, classes.Length, ref at));
    }

    private static float[] Floats(ReadOnlySpan<byte> bytes, int count, ref int at)
    {
        var values = new float[count];
        foreach (ref var value in values.AsSpan())
        {
            value = BinaryPrimitives.ReadSingleLittleEndian(bytes[at..]);
            at += 4;
        }

        return values;
    }

    private static int Int(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
        at += 4;
        return value;
    }

    // BinaryWriter's texts: the length as 7-bit groups, then UTF-8.
    private static string Text(ReadOnlySpan<byte> bytes, ref int at)
    {
        var (length, shift) = (0, 0);
        byte piece;
        do
        {
            piece = bytes[at++];
            length |= (piece & 0x7f) << shift;
            shift += 7;
        }
        while ((piece & 0x80) != 0);
        var text = Encoding.UTF8.GetString(bytes.Slice(at, length));
        at += length;
        return text;
    }
}
