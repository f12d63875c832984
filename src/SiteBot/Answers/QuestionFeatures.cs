using SiteBot.Understanding.Words;

namespace SiteBot.Answers;

/// <summary>What a question has in common with other questions: words, pairs of words, Chinese characters in ones, twos and threes, pieces of words, and what they mean.</summary>
internal static class QuestionFeatures
{
    private const float WordWeight = 1f;
    private const float PairWeight = 0.7f;
    private const float PieceWeight = 0.22f;
    private const float CharacterWeight = 0.35f;
    private const float TwoWeight = 1f;
    private const float ThreeWeight = 0.6f;
    private const float ConceptWeight = 1.3f;
    private const float ConceptPairWeight = 0.6f;

    /// <summary>Fills <paramref name="bag"/> anew from a sentence.</summary>
    public static void Fill(Sentence sentence, Phrasebook concepts, FeatureBag bag)
    {
        bag.Clear();
        var units = sentence.Units;
        for (var i = 0; i < units.Length; i++)
        {
            var unit = units[i];
            bag.Add(Number.Of(unit.IsHan ? 3u : 1u, unit.Id), unit.IsHan ? CharacterWeight : WordWeight);
            if (i + 1 < units.Length)
            {
                var after = units[i + 1];
                var bothHan = unit.IsHan && after.IsHan;
                if (!bothHan || !after.Gap)
                {
                    bag.Add(Number.Of(bothHan ? 4u : 2u, unit.Id, after.Id), bothHan ? TwoWeight : PairWeight);
                }

                if (bothHan && i + 2 < units.Length && units[i + 2].IsHan && !after.Gap && !units[i + 2].Gap)
                {
                    bag.Add(Number.Of(5, unit.Id, after.Id, units[i + 2].Id), ThreeWeight);
                }
            }

            if (!unit.IsHan)
            {
                Pieces(sentence[unit], bag);
            }
        }

        Span<Found> found = stackalloc Found[48];
        var count = concepts.Find(units, found);
        for (var i = 0; i < count; i++)
        {
            var concept = concepts.NumberOf(found[i].Label);
            bag.Add(Number.Of(7, concept), ConceptWeight);
            for (var j = i + 1; j < Math.Min(count, i + 4); j++)
            {
                var other = concepts.NumberOf(found[j].Label);
                if (concept != other)
                {
                    bag.Add(Number.Of(8, Math.Min(concept, other), Math.Max(concept, other)), ConceptPairWeight);
                }
            }
        }
    }

    // Pieces of four letters, with the word's edges: they survive a slip elsewhere in the word.
    private static void Pieces(ReadOnlySpan<char> word, FeatureBag bag)
    {
        if (word.Length < 4)
        {
            return;
        }

        Span<char> edged = stackalloc char[Math.Min(word.Length, 24) + 2];
        edged[0] = edged[^1] = '#';
        word[..(edged.Length - 2)].CopyTo(edged[1..]);
        for (var i = 0; i + 4 <= edged.Length; i++)
        {
            bag.Add(Number.Of(6, Number.Of(edged.Slice(i, 4))), PieceWeight);
        }
    }
}
