using System.Collections.Frozen;
using System.Collections.Immutable;
using SiteBot.Understanding.Words;

namespace SiteBot.Answers.Own;

/// <summary>How well the standard fits a question.</summary>
/// <param name="LogOdds">That it answers it.</param>
/// <param name="Nearest">How near its nearest written question is, 0 to 1.</param>
/// <param name="Outside">How near the nearest question is on which it is silent.</param>
internal readonly record struct Fit(float LogOdds, float Nearest, float Outside);

/// <summary>
/// When the operator's own provisions are cited, and how. Whether the standard answers is decided without them: they never make it say more or less, and where none is near
/// every answer is as it was.
/// </summary>
internal sealed class OwnRules
{
    private const float NearEnough = 0.4f;
    private const float NearBesideTheStandard = 0.45f;
    private const float NearWhereItLacks = 0.39f;
    private const float AlsoNear = 0.7f;
    private const float NearlyAsNear = 0.85f;
    private const int MostOwn = 2;
    private const int MostCited = 5;
    private readonly OwnIndex index;
    private readonly FrozenDictionary<string, OwnProvision> byId;

    /// <summary>Indexes the provisions.</summary>
    public OwnRules(ImmutableArray<OwnProvision> provisions, LanguageData language, QuestionIndex learnt)
    {
        index = new OwnIndex(provisions, language, learnt);
        byId = provisions.ToFrozenDictionary(provision => provision.Id, StringComparer.Ordinal);
    }

    /// <summary>One of them by its id, or null.</summary>
    public OwnProvision? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Those to be cited, the nearest first; empty where none is near enough.</summary>
    /// <param name="question">The question.</param>
    /// <param name="fit">How the standard fits it.</param>
    /// <param name="answered">Whether the standard answers it: then they must be nearer than by chance.</param>
    /// <param name="lacking">What it answers with is that our source lacks the text: own provisions are there to fill that in.</param>
    public ImmutableArray<(OwnProvision Provision, float Nearness)> Fitting(Sentence question, Fit fit, bool answered, bool lacking)
    {
        var near = index.Nearest(question);
        var least = lacking ? NearWhereItLacks : answered ? MathF.Max(NearBesideTheStandard, fit.Nearest * AlsoNear) : NearEnough;
        if (near is not [var best, ..] || best.Nearness < least || best.Nearness < fit.Outside)
        {
            return [];
        }

        return [.. near.Take(MostOwn).Where(one => one.Nearness >= best.Nearness * NearlyAsNear)];
    }

    /// <summary>An answer with them: first where they are nearer than the standard, or it is silent or lacks the text; else after it.</summary>
    public static Answer Join(Answer answer, ImmutableArray<(OwnProvision Provision, float Nearness)> ours, Fit fit, bool lacking)
    {
        var leads = !answer.Answered || lacking || ours[0].Nearness >= fit.Nearest;
        var said = string.Join(' ', ours.Select(one => Say(one.Provision, answer.Language)));
        var ids = ours.Select(one => one.Provision.Id);
        var standards = answer.Provisions.Take(MostCited - ours.Length);
        return answer with
        {
            Answered = true,
            Text = !answer.Answered ? said : leads ? $"{said} {answer.Text}" : $"{answer.Text} {said}",
            Provisions = leads ? [.. ids, .. standards] : [.. standards, .. ids],
            Confidence = leads ? Math.Round(Math.Min(0.99, 0.5 + (ours[0].Nearness / 2)), 3) : answer.Confidence,
            Own = [.. ours.Select(one => one.Provision)],
        };
    }

    /// <summary>A provision with its source, number and force, marked as not of the standard.</summary>
    public static string Say(OwnProvision provision, Language language)
    {
        var force = ForceWords.Of(provision.Force).In(language);
        return language == Language.Zh
            ? $"{provision.Source.Zh} {provision.Id}（{force}；本单位自订，不是规范条文）：{provision.Text.Zh}"
            : $"{provision.Source.En} {provision.Id} ({force}; the operator's own, not of the standard): {provision.Text.En}";
    }
}
