using System.Collections.Immutable;
using SiteBot.Understanding.Words;

namespace SiteBot.Answers.Own;

/// <summary>Finds the operator's own provisions for a question. What was learnt of the standard is left as it is: its features weigh here as they do there, so that nearness to both can be compared. Immutable; made at start in a few milliseconds.</summary>
internal sealed class OwnIndex
{
    private readonly ImmutableArray<OwnProvision> provisions;
    private readonly QuestionIndex learnt;
    private readonly Phrasebook concepts;
    private readonly Dictionary<uint, List<(int Item, float Weight)>> postings = [];
    private readonly List<int> owner = [];

    /// <summary>Indexes provisions: their text in both languages, and how people ask for them.</summary>
    public OwnIndex(ImmutableArray<OwnProvision> provisions, LanguageData language, QuestionIndex learnt)
    {
        (this.provisions, this.learnt, concepts) = (provisions, learnt, language.Concepts);
        var bag = new FeatureBag();
        for (var i = 0; i < provisions.Length; i++)
        {
            foreach (var text in provisions[i].Questions.Prepend(provisions[i].Text.En).Prepend(provisions[i].Text.Zh).Distinct(StringComparer.Ordinal))
            {
                Add(i, language.Read(text), bag);
            }
        }
    }

    /// <summary>The provisions near a question, the nearest first, with how near: 0 to 1, as the standard's questions are measured.</summary>
    public IReadOnlyList<(OwnProvision Provision, float Nearness)> Nearest(Sentence question)
    {
        if (provisions.IsEmpty)
        {
            return [];
        }

        var bag = new FeatureBag();
        QuestionFeatures.Fill(question, concepts, bag);
        var sums = new float[owner.Count];
        var length = 0f;
        for (var i = 0; i < bag.Count; i++)
        {
            var isOurs = postings.TryGetValue(bag.Ids[i], out var items);
            var value = bag.Weights[i] * learnt.Rarity(bag.Ids[i], out var isKnown);

            // As in the standard's index: what nobody ever wrote counts for half.
            length += value * value * (isKnown || isOurs ? 1 : 0.5f);
            foreach (var (item, weight) in items ?? [])
            {
                sums[item] += value * weight;
            }
        }

        var by = length > 0 ? 1 / MathF.Sqrt(length) : 0;
        var near = new float[provisions.Length];
        for (var item = 0; item < sums.Length; item++)
        {
            near[owner[item]] = MathF.Max(near[owner[item]], sums[item] * by);
        }

        return [.. Enumerable.Range(0, near.Length).Where(i => near[i] > 0).OrderByDescending(i => near[i]).Select(i => (provisions[i], near[i]))];
    }

    private void Add(int provision, Sentence sentence, FeatureBag bag)
    {
        QuestionFeatures.Fill(sentence, concepts, bag);
        var weights = new Dictionary<uint, float>();
        for (var i = 0; i < bag.Count; i++)
        {
            weights[bag.Ids[i]] = Math.Max(weights.GetValueOrDefault(bag.Ids[i]), bag.Weights[i]);
        }

        var length = 0f;
        foreach (var (feature, weight) in weights)
        {
            var value = weight * learnt.Rarity(feature, out _);
            length += value * value;
        }

        var by = length > 0 ? 1 / MathF.Sqrt(length) : 0;
        foreach (var (feature, weight) in weights)
        {
            (postings.TryGetValue(feature, out var items) ? items : postings[feature] = []).Add((owner.Count, weight * learnt.Rarity(feature, out _) * by));
        }

        owner.Add(provision);
    }
}
