using System.Globalization;
using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Visits;

/// <summary>Notes what the customer asks and cannot be answered on the spot (4.4-12): it is followed up until it is answered.</summary>
public static class NoteQuestion
{
    /// <summary>Decides. The same open question is nothing new.</summary>
    public static Decided Decide(Visit visit, PrivateText? question, PrivateText? contact, Workplace workplace, Instant now, string by) =>
        TellingRights.ToAct(VisitSetting.Of(visit, workplace, now), by) is { } refusal ? refusal
        : question is null ? Decided.Refused("question-missing", "请写用户问了什么。", "Write what the customer asked.")
        : visit.Questions.Any(known => known.AnsweredAt is null && known.Question == question) ? Decided.Facts()
        : Decided.Facts(new VisitEvent.QuestionNoted(NewId(visit), question, contact ?? visit.ContactName));

    /// <summary>The next id: <c>q1</c>, <c>q2</c>.</summary>
    internal static string NewId(Visit visit) => "q" + (visit.Questions.Length + 1).ToString(CultureInfo.InvariantCulture);
}
