using SiteBot.Directory;
using SiteBot.Teams.Turns;
using SiteBot.Understanding.Names;

namespace SiteBot.Teams.Intents;

/// <summary>What the messages of a turn name of the directory in force, by the clock of the place that they are about.</summary>
internal sealed class NamesToday(NamesInForce names)
{
    /// <summary>What a message names.</summary>
    public MentionedThings Read(Turn turn, string message) => names.Current.Read(message, turn.Now, ZoneOf(turn, turn.Workplace.Directory), turn.Chosen);

    /// <summary>Which of the things that were asked back a message means; empty where it is no answer to that.</summary>
    public System.Collections.Immutable.ImmutableArray<NamedThing> Reply(NameQuestion question, string message) => names.Current.Reply(message, question.Things, question.IsShown);

    private static NodaTime.DateTimeZone ZoneOf(Turn turn, CompanyDirectory directory) =>
        (turn.Focus is { } visit ? directory.FindSite(visit.Site)?.Zone : null)
        ?? (turn.Person.Office is { } office ? directory.FindOffice(office)?.Zone : null)
        ?? NodaTime.DateTimeZone.Utc;
}
