using SiteBot.Directory;
using SiteBot.Standing;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;

namespace SiteBot.Teams.Intents;

/// <summary>"Freeze Beijing 2027-02-05 to 2027-02-20 Spring Festival", "release V3.08.21 for MSC": read into a proposal that a card confirms.</summary>
internal static class StandingTexts
{
    /// <summary>Reads the message.</summary>
    /// <returns>False where it is none of it.</returns>
    public static bool Tell(Turn turn)
    {
        if (DependencyWords.AsksForList(turn.Incoming.Text))
        {
            turn.Say(DependenciesCard.Draw(turn.Tools.Deck, turn.Workplace, turn.Language));
            return true;
        }

        if (PolicyWords.Ask(turn.Incoming.Text, turn.Workplace.Directory, out var named))
        {
            turn.Say(SiteOf(turn, named) is { } site
                ? PolicyCard.Draw(turn.Tools.Deck, turn.Workplace, PolicySummary.Of(site, turn.Workplace, turn.Now), turn.Now, turn.Language)
                : PolicyCard.Which(turn.Tools.Deck, turn.Workplace, turn.Language));
            return true;
        }

        if (StandingWords.Read(turn.Incoming.Text, turn.Workplace, turn.Now) is not { } read)
        {
            return false;
        }

        if (read.Missing is { } missing)
        {
            turn.Refuse(missing);
            return true;
        }

        foreach (var proposal in read.Proposals)
        {
            if (proposal.Refuses(turn.Person.Id, turn.Now, turn.Workplace) is { } refusal)
            {
                turn.Refuse(refusal);
            }
            else
            {
                turn.Say(StandingProposalCard.Draw(turn.Tools.Deck, turn.Workplace, proposal, ShortId.New(), turn.Now, turn.Language));
            }
        }

        return true;
    }

    // Named, else where the person works now, else the only one that their regional office serves.
    private static Site? SiteOf(Turn turn, Site? named)
    {
        var directory = turn.Workplace.Directory;
        return named ?? (turn.Focus is { } visit ? directory.FindSite(visit.Site) : null)
            ?? (directory.Sites.Where(site => site.Office == turn.Person.Office).Take(2).ToList() is [var only] ? only : null);
    }
}
