namespace SiteBot.Training;

/// <summary>What arrays lack.</summary>
internal static class Spans
{
    /// <summary>Where the greatest value stands first.</summary>
    public static int IndexOfMax(this float[] values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }
}
