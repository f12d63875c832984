using System.Buffers;
using System.Runtime.InteropServices;
using SiteBot.Understanding.Words;

namespace SiteBot.Answers;

/// <summary>
/// Finds the written questions nearest to an asked one (cosine of weighted features), and the provisions whose questions and words together are nearest. Immutable;
/// any number of threads may search.
/// </summary>
internal sealed class QuestionIndex
{
    // Sorted; a feature's place is its number.
    private readonly uint[] features;
    private readonly int[] postingStart;
    private readonly int[] postingItem;
    private readonly float[] postingWeight;
    private readonly float[] rarity;
    private readonly int[] owner;
    private readonly int classCount;

    private QuestionIndex(int classCount, uint[] features, float[] rarity, int[] owner, int[] postingStart, int[] postingItem, float[] postingWeight)
    {
        (this.classCount, this.features, this.rarity, this.owner) = (classCount, features, rarity, owner);
        (this.postingStart, this.postingItem, this.postingWeight) = (postingStart, postingItem, postingWeight);
    }

    /// <summary>Indexes examples: each a sentence with the class that it belongs to.</summary>
    /// <param name="classCount">How many classes there are; a class's examples together make one more item.</param>
    /// <param name="examples">The examples.</param>
    /// <param name="concepts">Words that mean the same.</param>
    public static QuestionIndex Of(int classCount, IReadOnlyList<(int Class, Sentence Sentence)> examples, Phrasebook concepts)
    {
        var bag = new FeatureBag();
        var items = new List<Dictionary<uint, float>>();
        var classes = Enumerable.Range(0, classCount).Select(_ => new Dictionary<uint, float>()).ToList();
        foreach (var (owner, sentence) in examples)
        {
            QuestionFeatures.Fill(sentence, concepts, bag);
            var item = new Dictionary<uint, float>();
            for (var i = 0; i < bag.Count; i++)
            {
                item[bag.Ids[i]] = Math.Max(item.GetValueOrDefault(bag.Ids[i]), bag.Weights[i]);
            }

            foreach (var (feature, weight) in item)
            {
                classes[owner][feature] = classes[owner].GetValueOrDefault(feature) + weight;
            }

            items.Add(item);
        }

        var features = classes.SelectMany(one => one.Keys).Distinct().Order().ToArray();
        var owners = new int[features.Length];
        foreach (var feature in classes.SelectMany(one => one.Keys))
        {
            owners[Array.BinarySearch(features, feature)]++;
        }

        // What many provisions share, "may I" or 怎么办, tells none from another.
        var rarity = owners.Select(count => MathF.Log(1 + ((classCount + 0.5f) / (count + 0.5f)))).ToArray();
        var postings = features.Select(_ => new List<(int Item, float Weight)>()).ToArray();
        for (var i = 0; i < items.Count; i++)
        {
            Post(postings, features, rarity, i, items[i], static weight => weight);
        }

        for (var c = 0; c < classCount; c++)
        {
            Post(postings, features, rarity, items.Count + c, classes[c], static weight => MathF.Log(1 + weight));
        }

        var starts = new int[features.Length + 1];
        for (var f = 0; f < postings.Length; f++)
        {
            starts[f + 1] = starts[f] + postings[f].Count;
        }

        return new QuestionIndex(
            classCount, features, rarity, [.. examples.Select(example => example.Class)], starts,
            [.. postings.SelectMany(list => list.Select(posting => posting.Item))], [.. postings.SelectMany(list => list.Select(posting => posting.Weight))]);
    }

    /// <summary>Writes the index; <see cref="Read"/> reads it again.</summary>
    public byte[] Write()
    {
        using var stream = new MemoryStream();
        Write<int>(stream, [classCount]);
        Write<uint>(stream, features);
        Write<float>(stream, rarity);
        Write<int>(stream, owner);
        Write<int>(stream, postingStart);
        Write<int>(stream, postingItem);
        Write<float>(stream, postingWeight);
        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Write()"/> wrote, on a machine of the same byte order.</summary>
    public static QuestionIndex Read(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        return new QuestionIndex(
            Next<int>(bytes, ref at)[0], Next<uint>(bytes, ref at), Next<float>(bytes, ref at), Next<int>(bytes, ref at), Next<int>(bytes, ref at), Next<int>(bytes, ref at), Next<float>(bytes, ref at));
    }

    /// <summary>Searches.</summary>
    /// <param name="bag">The asked question's features.</param>
    /// <param name="nearest">For each class: how near its nearest question is, 0 to 1.</param>
    /// <param name="three">For each class: the mean over its three nearest.</param>
    /// <param name="whole">For each class: how near all of it together is.</param>
    /// <returns>Which part of the asked question's features, weighed by rarity, is known at all: 0 to 1.</returns>
    public float Search(FeatureBag bag, Span<float> nearest, Span<float> three, Span<float> whole)
    {
        var scores = ArrayPool<float>.Shared.Rent(owner.Length + classCount);
        var sums = scores.AsSpan(0, owner.Length + classCount);
        sums.Clear();
        float length = 0, known = 0, all = 0;
        var unseen = MathF.Log(1 + ((classCount + 0.5f) / 1.5f));
        for (var i = 0; i < bag.Count; i++)
        {
            var weight = bag.Weights[i];
            var feature = Array.BinarySearch(features, bag.Ids[i]);
            if (feature < 0)
            {
                all += weight * unseen;
                length += weight * unseen * weight * unseen * 0.5f;
                continue;
            }

            var value = weight * rarity[feature];
            all += value;
            known += value;
            length += value * value;
            for (var p = postingStart[feature]; p < postingStart[feature + 1]; p++)
            {
                sums[postingItem[p]] += value * postingWeight[p];
            }
        }

        var by = length > 0 ? 1 / MathF.Sqrt(length) : 0;
        nearest[..classCount].Clear();
        three[..classCount].Clear();
        Span<float> second = stackalloc float[classCount];
        Span<float> third = stackalloc float[classCount];
        second.Clear();
        third.Clear();
        for (var i = 0; i < owner.Length; i++)
        {
            if (sums[i] == 0)
            {
                continue;
            }

            var score = sums[i] * by;
            var c = owner[i];
            if (score > nearest[c])
            {
                (nearest[c], second[c], third[c]) = (score, nearest[c], second[c]);
            }
            else if (score > second[c])
            {
                (second[c], third[c]) = (score, second[c]);
            }
            else if (score > third[c])
            {
                third[c] = score;
            }
        }

        for (var c = 0; c < classCount; c++)
        {
            three[c] = (nearest[c] + second[c] + third[c]) / 3;
            whole[c] = sums[owner.Length + c] * by;
        }

        ArrayPool<float>.Shared.Return(scores);
        return all > 0 ? known / all : 0;
    }

    /// <summary>How much a feature tells.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="isKnown">False where no written question has it.</param>
    public float Rarity(uint feature, out bool isKnown)
    {
        var at = Array.BinarySearch(features, feature);
        isKnown = at >= 0;
        return isKnown ? rarity[at] : MathF.Log(1 + ((classCount + 0.5f) / 1.5f));
    }

    private static void Post(
        List<(int Item, float Weight)>[] postings, uint[] features, float[] rarity, int item, Dictionary<uint, float> weights, Func<float, float> damp)
    {
        var places = weights.Select(pair => (Place: Array.BinarySearch(features, pair.Key), pair.Value)).OrderBy(pair => pair.Place).ToArray();
        var length = 0f;
        foreach (var (place, weight) in places)
        {
            var value = damp(weight) * rarity[place];
            length += value * value;
        }

        var by = length > 0 ? 1 / MathF.Sqrt(length) : 0;
        foreach (var (place, weight) in places)
        {
            postings[place].Add((item, damp(weight) * rarity[place] * by));
        }
    }

    private static void Write<T>(Stream to, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        to.Write(BitConverter.GetBytes(values.Length));
        to.Write(MemoryMarshal.AsBytes(values));
    }

    private static T[] Next<T>(ReadOnlySpan<byte> bytes, ref int at)
        where T : unmanaged
    {
        var values = new T[BitConverter.ToInt32(bytes[at..])];
        bytes.Slice(at + 4, values.Length * 4).CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        at += 4 + (values.Length * 4);
        return values;
    }
}
