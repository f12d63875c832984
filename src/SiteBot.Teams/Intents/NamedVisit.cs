using SiteBot.Gate;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;
using SiteBot.Understanding;
using SiteBot.Understanding.Names;

namespace SiteBot.Teams.Intents;

/// <summary>Which visit a message is about that names a site or its equipment: it never gets another visit's answer.</summary>
internal sealed class NamedVisit(NamesToday names)
{
    /// <summary>Turns to the visit that the message names, where it names one.</summary>
    /// <returns>True where it was asked back, or said that there is no such visit.</returns>
    public bool Settles(Turn turn, Understood understood)
    {
        if (turn.Mine.IsEmpty || !IsAboutVisit(understood.Intent))
        {
            return false;
        }

        var things = names.Read(turn, turn.Incoming.Text);
        if (things.Site.Candidates.IsEmpty || (things.Site.Words is null && things.Equipment.Words is null))
        {
            return false;
        }

        var there = turn.Mine.Where(visit => things.Site.Candidates.Any(site => Turn.Same(site.Id, visit.Site))).ToList();
        if (there.Where(visit => things.Equipment.Candidates.Any(placed => Turn.Same(placed.Equipment.Id, visit.Plan.Equipment))).ToList() is { Count: > 0 } on)
        {
            there = on;
        }

        if (there is [var only])
        {
            if (turn.Focus?.Id != only.Id)
            {
                turn.FocusOn(only);
            }

            return false;
        }

        if (there.Count > 1)
        {
            return Ask(turn, things, there);
        }

        if (things.Site.Sure is not { } site)
        {
            return WhichName.Asks(turn, things.Site);
        }

        var pen = new Pen(turn.Tools.Deck, turn.Workplace, turn.Language);
        turn.SayText(pen.Word("which.no_visit", ("site", pen.Site(site.Id))));
        turn.Say(VisitChoiceCard.Draw(turn.Tools.Deck, turn.Workplace, turn.Mine, turn.Incoming.Text, turn.Now, turn.Language));
        return true;
    }

    private static bool Ask(Turn turn, MentionedThings things, List<Visits.Visit> there)
    {
        if (turn.Focus is { } focus && there.Exists(visit => visit.Id == focus.Id) && things.Site.Sure is not null)
        {
            return false;
        }

        var sites = things.Site with { Candidates = [.. things.Site.Candidates.Where(site => there.Exists(visit => Turn.Same(visit.Site, site.Id)))] };
        if (!WhichName.Asks(turn, sites))
        {
            turn.Say(VisitChoiceCard.Draw(turn.Tools.Deck, turn.Workplace, there, turn.Incoming.Text, turn.Now, turn.Language));
        }

        return true;
    }

    private static bool IsAboutVisit(Intent intent) => intent is Intent.CanINow or Intent.Checklist or Intent.RequestApproval or Intent.RecordBackup
        or Intent.Status or Intent.FinishVisit or Intent.FollowUp or Intent.Form;
}
