using SiteBot.Answers;
using SiteBot.Understanding.Words;

namespace SiteBot.Understanding.Names;

/// <summary>Tells which of several named things a message means, by the features that questions are compared by: words, characters in ones to threes, pieces of words, synonyms.</summary>
internal static class LikeliestName
{
    private const float Enough = 0.5f;

    /// <summary>The id of the thing, or null where the message holds less than half of every name.</summary>
    public static string? Of(LanguageData language, string message, IReadOnlyList<(string Id, Text Name)> things)
    {
        var said = Features(language, message).Keys.ToHashSet();
        var names = things.SelectMany(thing => new[] { thing.Name.Zh, thing.Name.En }.Select(name => (thing.Id, Features: Features(language, name)))).ToList();
        var owners = names.SelectMany(name => name.Features.Keys.Select(feature => (feature, name.Id))).Distinct().GroupBy(pair => pair.feature).ToDictionary(group => group.Key, group => group.Count());

        // What every form is called ("record", 表) tells none from another.
        float Weight(KeyValuePair<uint, float> feature) => feature.Value * MathF.Log(1 + ((float)things.Count / owners[feature.Key]));
        var best = names.Select(name => (name.Id, Share: name.Features.Where(feature => said.Contains(feature.Key)).Sum(Weight) / MathF.Max(name.Features.Sum(Weight), 1e-6f))).MaxBy(one => one.Share);
        return best.Share >= Enough ? best.Id : null;
    }

    private static Dictionary<uint, float> Features(LanguageData language, string text)
    {
        var bag = new FeatureBag();
        QuestionFeatures.Fill(language.Read(text), language.Concepts, bag);
        var features = new Dictionary<uint, float>();
        for (var i = 0; i < bag.Count; i++)
        {
            features[bag.Ids[i]] = MathF.Max(features.GetValueOrDefault(bag.Ids[i]), bag.Weights[i]);
        }

        return features;
    }
}
