namespace SiteBot.Understanding.Words;

/// <summary>What is noticed about one sentence: features by number, each with a weight. Reused; not shared between threads.</summary>
internal sealed class FeatureBag
{
    private uint[] ids = new uint[512];
    private float[] weights = new float[512];

    /// <summary>How many features there are.</summary>
    public int Count { get; private set; }

    /// <summary>The features; one may stand twice.</summary>
    public ReadOnlySpan<uint> Ids => ids.AsSpan(0, Count);

    /// <summary>Their weights, in the same order.</summary>
    public ReadOnlySpan<float> Weights => weights.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(uint id, float weight)
    {
        if (Count == ids.Length)
        {
            Array.Resize(ref ids, Count * 2);
            Array.Resize(ref weights, Count * 2);
        }

        ids[Count] = id;
        weights[Count++] = weight;
    }

    /// <summary>Brings the weights to length 1.</summary>
    public void Normalise()
    {
        var sum = 0f;
        foreach (var weight in Weights)
        {
            sum += weight * weight;
        }

        if (sum > 0)
        {
            var by = 1 / MathF.Sqrt(sum);
            for (var i = 0; i < Count; i++)
            {
                weights[i] *= by;
            }
        }
    }
}
