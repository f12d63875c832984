using NodaTime;

namespace SiteBot.Visits;

/// <summary>A form was produced and its bytes are kept (they are not rendered again once signed).</summary>
public static class ProduceForm
{
    /// <summary>Decides. The same bytes are nothing new.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="form">The form's id.</param>
    /// <param name="file">Hash of the bytes, already kept.</param>
    /// <param name="language">The language that it is written in.</param>
    /// <param name="workplace">What decisions may look at.</param>
    public static Decided Decide(Visit visit, string form, string file, Language language, Workplace workplace) =>
        FormsOf.Find(visit, form, workplace) is not { } known ? FormsOf.Unknown
        : visit.Forms.GetValueOrDefault(known.Id) is { SignedAt: not null } ? Decided.Refused(
            "form-signed", $"不用再生成：{known.Name.Zh}已签字，原件已存。", $"Nothing is left to do: the {known.Name.En} is signed, and its bytes are kept.")
        : visit.Forms.GetValueOrDefault(known.Id)?.File == file ? Decided.Facts()
        : Decided.Facts(new VisitEvent.FormProduced(known.Id, file, language));
}
