using NodaTime;
using SiteBot.Ledger;
using SiteBot.Standard;

namespace SiteBot.Visits;

/// <summary>A form was signed: a photo of the paper shows it, or the name is typed with a witness.</summary>
public static class SignForm
{
    /// <summary>Decides. A step that names the form tells it with its own facts; this is for signatures beside them.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="form">The form's id.</param>
    /// <param name="signedBy">Who signed, or null where the photo shows it.</param>
    /// <param name="witness">Who saw it, where no photo does.</param>
    /// <param name="file">Hash of the photo, or null.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="now">When it is told.</param>
    /// <param name="by">Who tells it.</param>
    public static Decided Decide(
        Visit visit, string form, PrivateText? signedBy, PrivateText? witness, string? file, Workplace workplace, Instant now, string by)
    {
        if (TellingRights.ToAct(VisitSetting.Of(visit, workplace, now), by) is { } refusal)
        {
            return refusal;
        }

        if (FormsOf.Find(visit, form, workplace) is not { } known)
        {
            return FormsOf.Unknown;
        }

        if (known.Signed == Signers.None)
        {
            return Decided.Refused("form-unsigned", $"不用签字：{known.Name.Zh}不要求签字。", $"It needs no signature: the {known.Name.En} is not signed.");
        }

        if (file is null && (signedBy is null || witness is null))
        {
            return Decided.Refused("signature-shown", "请拍下签字件，或写签字人和见证人。", "Send a photo of the signed paper, or write who signed and who saw it.");
        }

        var named = signedBy is { Value: { } name } && witness is { Value: { } seen } ? new PrivateText($"{name}（见证 / witness: {seen}）") : signedBy;
        return visit.Forms.GetValueOrDefault(known.Id)?.Last is { SignedAt: not null } signed && signed.SignedBy == named && signed.SignedFile == file
            ? Decided.Facts()
            : Decided.Facts(new VisitEvent.FormSigned(known.Id, named, file));
    }
}
