using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Visits;

/// <summary>The customer has the answer (4.4-12), or the problem is closed (6.5-7).</summary>
public static class AnswerQuestion
{
    /// <summary>Decides.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="id">The question's id; null where only one is open.</param>
    /// <param name="answer">What was answered.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="now">When it is told.</param>
    /// <param name="by">Who tells it.</param>
    public static Decided Decide(Visit visit, string? id, PrivateText? answer, Workplace workplace, Instant now, string by)
    {
        if (TellingRights.ToAct(VisitSetting.Of(visit, workplace, now), by) is { } refusal)
        {
            return refusal;
        }

        var open = visit.Questions.Where(question => question.AnsweredAt is null).ToList();
        var meant = id is null ? open.Count == 1 ? open[0] : null : visit.Questions.FirstOrDefault(question => question.Id == id);
        if (meant is null)
        {
            var ids = string.Join("、", open.Select(question => question.Id));
            return open.Count == 0
                ? Decided.Refused("question-none", "不用答复：没有未答复的问题。", "There is nothing to answer: no question is open.")
                : Decided.Refused("question-unknown", $"请写问题编号：{ids}。", $"Write the question's id: {ids.Replace("、", ", ", StringComparison.Ordinal)}.");
        }

        return meant.AnsweredAt is not null ? Decided.Refused("question-answered", $"不用再答：{meant.Id} 已答复。", $"Nothing is left to do: {meant.Id} is answered.")
            : answer is null ? Decided.Refused("answer-missing", "请写答复了什么。", "Write what was answered.")
            : Decided.Facts(new VisitEvent.QuestionAnswered(meant.Id, answer));
    }
}
