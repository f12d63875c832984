using NodaTime;
using SiteBot.Standing;
using SiteBot.Teams.Actions;

namespace SiteBot.Teams.Cards;

/// <summary>What holds at a site where the standard is silent, whose policy it is and until when.</summary>
internal static class PolicyCard
{
    /// <summary>Draws it.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="policy">What holds.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, PolicySummary policy, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var title = pen.Word("policy.title");
        var site = pen.Site(policy.Site);
        return pen.Draw("policy", Pen.Dotted(title, site), data => data
            .Head(Tone.Calm, title, site)
            .Lines("lines", [pen.Word("policy.hint"), pen.Word("policy.until_changed")])
            .Sections(
                new CardSection("", [.. policy.Lines.Take(20).Select(line => new CardRow(ShownText.Clip(Pen.Capital(pen.Say(policy.Sentence(line, now))), 300)))]),
                DependenciesCard.Section(pen, policy.Dependencies))
            .Presses(
            [
                .. policy.Lines.Where(line => line.Freeze is not null).Take(3).Select(line => new CardButton(
                    pen.Word("press.thaw", ("what", ShownText.Clip(pen.Say(line.What), 24))), CardVerbs.Thaw, ("id", line.Freeze))),
                .. DependenciesCard.Presses(pen, policy.Dependencies),
            ]));
    }

    /// <summary>Asks which site is meant.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Which(CardDeck deck, Workplace workplace, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var sites = workplace.Directory.Sites;
        return TextCard.Draw(
            pen, Tone.Calm, pen.Word("policy.title"), "", [pen.Word("policy.which", ("site", sites.IsEmpty ? "" : sites[0].Id)), .. sites.Take(12).Select(site => $"{site.Id} {pen.Say(site.Name)}")], []);
    }
}
