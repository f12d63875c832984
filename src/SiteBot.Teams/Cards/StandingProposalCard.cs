using NodaTime;
using NodaTime.Text;
using SiteBot.Standing;
using SiteBot.Teams.Actions;

namespace SiteBot.Teams.Cards;

/// <summary>What was understood of a sentence that would hold for everybody, to be confirmed before it does.</summary>
internal static class StandingProposalCard
{
    /// <summary>Draws the proposal.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="proposed">What would hold; the binding of a channel has a card of its own.</param>
    /// <param name="id">The id that a freeze takes: a double click makes one.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, StandingProposal proposed, string id, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var (title, confirm) = proposed switch
        {
            StandingProposal.Freeze freeze => ("standing.freeze", new CardButton(
                pen.Word("press.freeze"), CardVerbs.Freeze, ("id", id), ("of", freeze.Of), ("from", Iso(freeze.From)), ("to", Iso(freeze.To)),
                ("reason", ShownText.Carried(freeze.Reason, 500)))),
            StandingProposal.Thaw thaw => ("standing.thaw", new CardButton(pen.Word("press.thaw.confirm"), CardVerbs.Thaw, ("id", thaw.Id))),
            StandingProposal.Release release => ("standing.release", new CardButton(
                pen.Word("press.release"), CardVerbs.Release, ("product", release.Product), ("version", release.Version), ("number", release.Number))),
            StandingProposal.Withdraw withdraw => ("standing.release_withdraw", new CardButton(
                pen.Word("press.release_withdraw"), CardVerbs.ReleaseWithdraw, ("product", withdraw.Product), ("version", withdraw.Version)) { Style = ButtonStyle.Destructive }),
            StandingProposal.Depend depend => ("standing.depend", new CardButton(pen.Word("press.depend"), CardVerbs.Depend, ("equipment", depend.Equipment), ("on", depend.On))),
            StandingProposal.Independent back => ("standing.depend_withdraw", new CardButton(
                pen.Word("press.depend_withdraw"), CardVerbs.DependWithdraw, ("equipment", back.Equipment), ("on", back.On)) { Style = ButtonStyle.Destructive }),
            StandingProposal.Bind bind => ("standing.bind", new CardButton(pen.Word("press.bind"), CardVerbs.BindChannel, ("f_office", bind.Office))),
            _ => throw new ArgumentOutOfRangeException(nameof(proposed)),
        };
        return pen.Draw("standing_proposal", pen.Word(title), data => data
            .Head(Tone.Warning, pen.Word(title))
            .Lines("lines", [ShownText.Clip(pen.Say(proposed.Sentence(workplace, now)), 800), pen.Word("standing.hint")])
            .Facts()
            .Presses(
                [
                    confirm.Style == ButtonStyle.Default ? confirm with { Style = ButtonStyle.Positive } : confirm,
                    new CardButton(pen.Word("press.dismiss"), CardVerbs.Dismiss, ("card", "standing")),
                ]));
    }

    private static string Iso(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
