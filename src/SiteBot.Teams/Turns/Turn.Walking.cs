using SiteBot.Procedures;
using SiteBot.Visits;

namespace SiteBot.Teams.Turns;

internal sealed partial class Turn
{
    private (Visit Visit, Checklist Checklist)? lastChecklist;

    /// <summary>True where the walk through the visit should ask its next step at the end of this turn.</summary>
    public bool WantsNext { get; set; }

    /// <summary>A visit's checklist, as it is after what this turn decided so far.</summary>
    public Checklist ChecklistOf(Visit visit)
    {
        if (lastChecklist is not { } last || !ReferenceEquals(last.Visit, visit))
        {
            lastChecklist = last = (visit, Checklist.Of(visit, ProcedureOf(visit), Workplace, Now));
        }

        return last.Checklist;
    }

    /// <summary>True where this person is walked through the visit here: its lead, in the personal chat.</summary>
    public bool Walks(Visit visit) => visit.IsOpen && Incoming.Place.IsPersonal && Same(visit.Lead, Person.Id);

    /// <summary>Works on a visit in this conversation from now on.</summary>
    public void FocusOn(Visit visit)
    {
        if (Talk.Visit != visit.Id)
        {
            Talk = Talk with { Visit = visit.Id, Asked = null, Files = [], Dialogs = null };
        }
    }
}
