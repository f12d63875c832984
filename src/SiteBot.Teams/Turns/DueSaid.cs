using SiteBot.Directory;
using SiteBot.Reminders;
using SiteBot.Teams.Cards;
using SiteBot.Visits;

namespace SiteBot.Teams.Turns;

/// <summary>"What is due": what the person owes in open visits; for a manager all that is owed in the regional office.</summary>
internal static class DueSaid
{
    /// <summary>Says it.</summary>
    public static async ValueTask Say(Turn turn)
    {
        var heads = turn.Person.Is(Role.OfficeHead) && turn.Person.Office is not null;
        await turn.ReadMore([], turn.Person.Office is { } office ? [VisitLabels.OpenIn(office), VisitLabels.ConsentOf(turn.Person.Id)] : [VisitLabels.ConsentOf(turn.Person.Id)])
            .ConfigureAwait(false);
        var lines = WhatIsDue.Of(turn.Visits, heads ? null : turn.Person.Id, turn.Workplace, turn.Now);
        turn.Say(DueCard.Draw(turn.Tools.Deck, turn.Workplace, lines, turn.Person.Id, turn.Now, turn.Language));
    }
}
