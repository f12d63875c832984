namespace SiteBot.Training;

/// <summary>Learns the few numbers that join rankers, and that tell a question which the standard answers from another.</summary>
internal static class Logistic
{
    private const int Rounds = 600;

    // How many of the questions count as answerable. The written ones inside are harder than those that people ask: with a greater share, too much of what lies outside is
    // answered for the sake of the hardest of them.
    private const double GoodShare = 0.38;

    /// <summary>Weights w so that the right candidate has the greatest share under softmax(w · evidence).</summary>
    /// <param name="cases">For each question the evidence of each candidate, row after row, and which is right.</param>
    /// <param name="width">Numbers a row.</param>
    public static float[] Choose(IReadOnlyList<(float[] Rows, int Right)> cases, int width)
    {
        var weights = Enumerable.Repeat(1f, width).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var slope = new double[width];
            foreach (var (rows, right) in cases)
            {
                var scores = new float[rows.Length / width];
                for (var c = 0; c < scores.Length; c++)
                {
                    for (var k = 0; k < width; k++)
                    {
                        scores[c] += rows[(c * width) + k] * weights[k];
                    }
                }

                Understanding.Learning.LinearModel.Softmax(scores);
                for (var c = 0; c < scores.Length; c++)
                {
                    var off = (c == right ? 1 : 0) - scores[c];
                    for (var k = 0; k < width; k++)
                    {
                        slope[k] += off * rows[(c * width) + k];
                    }
                }
            }

            for (var k = 0; k < width; k++)
            {
                weights[k] = (float)Math.Max(0, weights[k] + (0.5 * (slope[k] / Math.Max(1, cases.Count))) - (0.0005 * weights[k]));
            }
        }

        return weights;
    }

    /// <summary>Weights w so that a case is good where w · signs is above 0, most cases being good.</summary>
    public static float[] Tell(IReadOnlyList<(float[] Signs, bool Good)> cases)
    {
        var width = cases[0].Signs.Length;
        var weights = new double[width];
        var good = GoodShare / Math.Max(1, cases.Count(one => one.Good));
        var bad = (1 - GoodShare) / Math.Max(1, cases.Count(one => !one.Good));
        for (var round = 0; round < Rounds * 5; round++)
        {
            var slope = new double[width];
            foreach (var (signs, isGood) in cases)
            {
                var sum = 0.0;
                for (var k = 0; k < width; k++)
                {
                    sum += signs[k] * weights[k];
                }

                var off = (isGood ? 1 : 0) - (1 / (1 + Math.Exp(-sum)));
                for (var k = 0; k < width; k++)
                {
                    slope[k] += off * signs[k] * (isGood ? good : bad);
                }
            }

            for (var k = 0; k < width; k++)
            {
                weights[k] += (2 * slope[k]) - (0.0004 * weights[k]);
            }
        }

        return [.. weights.Select(weight => (float)weight)];
    }
}
