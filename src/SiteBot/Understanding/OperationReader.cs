using SiteBot.Gate;
using SiteBot.Understanding.Learning;
using SiteBot.Understanding.Words;

namespace SiteBot.Understanding;

/// <summary>Which operation a message means: the one named and not denied ("not an upgrade, a cutover"), else the one that its words make likely.</summary>
internal sealed class OperationReader(LanguageData language, LinearModel classifier, TroubleSense sense)
{
    private const float LikelyEnough = 0.4f;
    private const float AlreadyDone = 3;

    /// <summary>Reads the operation; null where none is meant.</summary>
    public OperationKind? Read(Sentence sentence, FeatureBag plain)
    {
        Span<Found> found = stackalloc Found[16];
        var count = language.Operations.Find(sentence.Units, found);
        Span<float> shares = stackalloc float[classifier.Classes.Length];
        classifier.Score(plain, shares);
        var (best, bestScore) = (-1, float.MinValue);
        var denied = 0;
        for (var i = 0; i < count; i++)
        {
            if (sense.IsDenied(sentence, found[i].From))
            {
                denied++;
                shares[ClassOf(language.Operations.Labels[found[i].Label])] = 0;
                continue;
            }

            // A longer phrase says more; where two are named, the classifier has the last word.
            var score = (0.2f * (found[i].To - found[i].From)) + (2 * shares[ClassOf(language.Operations.Labels[found[i].Label])])
                - (IsOver(sentence, found[i]) ? AlreadyDone : 0);
            if (score > bestScore)
            {
                (best, bestScore) = (found[i].Label, score);
            }
        }

        if (best >= 0)
        {
            return Wire.Read<OperationKind>(language.Operations.Labels[best]);
        }

        var likely = shares.IndexOf(Most(shares));
        return shares[likely] >= LikelyEnough && denied == count ? Wire.Read<OperationKind>(classifier.Classes[likely]) : null;
    }

    private int ClassOf(string operation) => Array.IndexOf(classifier.Classes, operation);

    // "The cutover is done, may I leave?" asks for leaving.
    private bool IsOver(Sentence sentence, Found operation) =>
        language.Signals.Begins(sentence.Units, operation.To, "over") || language.Signals.Begins(sentence.Units, operation.To + 1, "over");

    private static float Most(ReadOnlySpan<float> values)
    {
        var most = values[0];
        foreach (var value in values)
        {
            most = MathF.Max(most, value);
        }

        return most;
    }
}
