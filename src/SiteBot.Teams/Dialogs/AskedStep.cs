using SiteBot.Procedures;
using SiteBot.Teams.Turns;
using SiteBot.Visits;

namespace SiteBot.Teams.Dialogs;

/// <summary>The step that a conversation asks: a visit and a line of its checklist.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Line">The line, as the facts have it now.</param>
internal sealed record AskedStep(Visit Visit, ChecklistLine Line)
{
    /// <summary>How it stands in the conversation's state.</summary>
    public static string Name(Visit visit, string step) => $"{visit.Id}/{step}";

    /// <summary>Finds it again; null where the visit has ended or its procedure has no such step any more.</summary>
    public static AskedStep? Find(Turn turn, string name)
    {
        var slash = name.LastIndexOf('/');
        return slash > 0 && turn.Visit(name[..slash]) is { IsOpen: true } visit && turn.ChecklistOf(visit).Find(name[(slash + 1)..]) is { } line
            ? new AskedStep(visit, line)
            : null;
    }
}
