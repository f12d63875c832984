using SiteBot.Directory;
using SiteBot.Teams.Turns;
using SiteBot.Understanding;
using SiteBot.Understanding.Names;

namespace SiteBot.Teams.Intents;

/// <summary>The names of the directory in force, ready to be recognised in messages; made anew when the directory changes.</summary>
internal sealed class NamesToday(Understander understander)
{
    private NamesInMessage? known;

    /// <summary>What a message names.</summary>
    public MentionedThings Read(Turn turn, string message)
    {
        var directory = turn.Workplace.Directory;
        var names = known;
        if (names is null || !ReferenceEquals(names.Directory, directory))
        {
            known = names = understander.NamesOf(directory);
        }

        return names.Read(message, turn.Now, ZoneOf(turn, directory));
    }

    /// <summary>The site that a message names for sure, or null.</summary>
    public string? SiteIn(Turn turn, string message) => Read(turn, message).Site.Sure?.Id;

    private static NodaTime.DateTimeZone ZoneOf(Turn turn, CompanyDirectory directory) =>
        (turn.Focus is { } visit ? directory.FindSite(visit.Site)?.Zone : null)
        ?? (turn.Person.Office is { } office ? directory.FindOffice(office)?.Zone : null)
        ?? NodaTime.DateTimeZone.Utc;
}
