using SiteBot.Ledger;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Turns;
using SiteBot.Visits;

namespace SiteBot.Teams.Actions;

/// <summary>A person's answer to a file that was offered for their OneDrive: it is put there, or the link stays.</summary>
internal static class FileActions
{
    private static readonly Text Gone = new("这份文件已不在，请再要一次表单。", "The file is gone; ask for the form again.");
    private static readonly Text Known = new("已经存入你的 OneDrive，不用再点。", "It is in your OneDrive already; nothing more to press.");

    /// <summary>The verbs.</summary>
    public static IEnumerable<(string Verb, ActionHandler Handler)> All => [(CardVerbs.FileAccept, Accept), (CardVerbs.FileDecline, Decline)];

    private static async ValueTask Accept(Turn turn, CardInput card, CancellationToken cancellation)
    {
        if (await Offered(turn, card, cancellation).ConfigureAwait(false) is not { } file || card["offer"] is not { } offer || turn.Tools.Drive is not { } drive)
        {
            return;
        }

        if (FileOffer.IsTaken(turn, offer))
        {
            turn.Tell(Known);
            return;
        }

        if (await drive.Put(card["upload"], file, cancellation).ConfigureAwait(false) is { } refusal)
        {
            turn.Refuse(refusal);
            await SayLink(turn, card, file, cancellation).ConfigureAwait(false);
            return;
        }

        FileOffer.Taken(turn, offer, NameOf(card), card["url"], card["unique"], card["type"]);
    }

    private static async ValueTask Decline(Turn turn, CardInput card, CancellationToken cancellation)
    {
        if (await Offered(turn, card, cancellation).ConfigureAwait(false) is { } file)
        {
            await SayLink(turn, card, file, cancellation).ConfigureAwait(false);
        }
    }

    // What comes back with the answer is not trusted: only a form of a visit that this person may read is handed over.
    private static async ValueTask<EvidenceFile?> Offered(Turn turn, CardInput card, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn, card) is not { } visit)
        {
            return null;
        }

        var file = card["file"] is { } hash && visit.Forms.Values.Any(form => form.Copies.Any(copy => copy.File == hash))
            ? await turn.Tools.Files.Get(hash, cancellation).ConfigureAwait(false)
            : null;
        if (file is null)
        {
            turn.Tell(Gone);
        }

        return file;
    }

    private static async ValueTask SayLink(Turn turn, CardInput card, EvidenceFile file, CancellationToken cancellation)
    {
        var link = await turn.Tools.Links.For(file.Hash, card["visit"] ?? "", turn.Person.Id, NameOf(card), cancellation).ConfigureAwait(false);
        turn.SayText(link is null
            ? turn.Workplace.Texts.Get("form.nolink", turn.Language)
            : turn.Workplace.Texts.Get("form.stays", turn.Language, ("name", NameOf(card)), ("link", link.AbsoluteUri)));
    }

    private static string NameOf(CardInput card) => card["name"] ?? "form.docx";
}
