using System.Buffers;
using SiteBot.Understanding.Words;

namespace SiteBot.Answers;

/// <summary>
/// Finds the written questions nearest to an asked one (cosine of weighted features), and the provisions whose questions and words together are nearest. Immutable;
/// any number of threads may search.
/// </summary>
internal sealed class QuestionIndex
{
    private readonly Dictionary<uint, int> features = [];
    private readonly int[] postingStart;
    private readonly int[] postingItem;
    private readonly float[] postingWeight;
    private readonly float[] rarity;
    private readonly int[] owner;
    private readonly int exampleCount;
    private readonly int classCount;

    /// <summary>Indexes examples: each a sentence with the class that it belongs to.</summary>
    /// <param name="classCount">How many classes there are; a class's examples together make one more item.</param>
    /// <param name="examples">The examples.</param>
    /// <param name="concepts">Words that mean the same.</param>
    public QuestionIndex(int classCount, IReadOnlyList<(int Class, Sentence Sentence)> examples, Phrasebook concepts)
    {
        this.classCount = classCount;
        exampleCount = examples.Count;
        owner = [.. examples.Select(example => example.Class)];
        var bag = new FeatureBag();
        var items = new List<Dictionary<int, float>>();
        var classes = Enumerable.Range(0, classCount).Select(_ => new Dictionary<int, float>()).ToList();
        var seenIn = new List<int>();
        var seenBy = new List<HashSet<int>>();
        foreach (var (owner, sentence) in examples)
        {
            QuestionFeatures.Fill(sentence, concepts, bag);
            var item = new Dictionary<int, float>();
            for (var i = 0; i < bag.Count; i++)
            {
                if (!features.TryGetValue(bag.Ids[i], out var feature))
                {
                    feature = features[bag.Ids[i]] = seenIn.Count;
                    seenIn.Add(0);
                    seenBy.Add([]);
                }

                if (!item.ContainsKey(feature))
                {
                    seenIn[feature]++;
                    seenBy[feature].Add(owner);
                }

                item[feature] = Math.Max(item.GetValueOrDefault(feature), bag.Weights[i]);
            }

            foreach (var (feature, weight) in item)
            {
                classes[owner][feature] = classes[owner].GetValueOrDefault(feature) + weight;
            }

            items.Add(item);
        }

        // What many provisions share, "may I" or 怎么办, tells none from another.
        rarity = [.. seenBy.Select(owners => MathF.Log(1 + ((classCount + 0.5f) / (owners.Count + 0.5f))))];
        var postings = seenIn.Select(_ => new List<(int Item, float Weight)>()).ToList();
        for (var i = 0; i < items.Count; i++)
        {
            Post(postings, i, items[i], weight => weight);
        }

        for (var c = 0; c < classCount; c++)
        {
            Post(postings, exampleCount + c, classes[c], static weight => MathF.Log(1 + weight));
        }

        postingStart = new int[postings.Count + 1];
        for (var f = 0; f < postings.Count; f++)
        {
            postingStart[f + 1] = postingStart[f] + postings[f].Count;
        }

        postingItem = [.. postings.SelectMany(list => list.Select(posting => posting.Item))];
        postingWeight = [.. postings.SelectMany(list => list.Select(posting => posting.Weight))];
    }

    /// <summary>Searches.</summary>
    /// <param name="bag">The asked question's features.</param>
    /// <param name="nearest">For each class: how near its nearest question is, 0 to 1.</param>
    /// <param name="three">For each class: the mean over its three nearest.</param>
    /// <param name="whole">For each class: how near all of it together is.</param>
    /// <returns>Which part of the asked question's features, weighed by rarity, is known at all: 0 to 1.</returns>
    public float Search(FeatureBag bag, Span<float> nearest, Span<float> three, Span<float> whole)
    {
        var scores = ArrayPool<float>.Shared.Rent(exampleCount + classCount);
        var sums = scores.AsSpan(0, exampleCount + classCount);
        sums.Clear();
        float length = 0, known = 0, all = 0;
        var unseen = MathF.Log(1 + ((classCount + 0.5f) / 1.5f));
        for (var i = 0; i < bag.Count; i++)
        {
            var weight = bag.Weights[i];
            if (!features.TryGetValue(bag.Ids[i], out var feature))
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
        for (var i = 0; i < exampleCount; i++)
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
            whole[c] = sums[exampleCount + c] * by;
        }

        ArrayPool<float>.Shared.Return(scores);
        return all > 0 ? known / all : 0;
    }

    private void Post(List<List<(int Item, float Weight)>> postings, int item, Dictionary<int, float> weights, Func<float, float> damp)
    {
        var length = 0f;
        foreach (var (feature, weight) in weights)
        {
            var value = damp(weight) * rarity[feature];
            length += value * value;
        }

        var by = length > 0 ? 1 / MathF.Sqrt(length) : 0;
        foreach (var (feature, weight) in weights)
        {
            postings[feature].Add((item, damp(weight) * rarity[feature] * by));
        }
    }
}
