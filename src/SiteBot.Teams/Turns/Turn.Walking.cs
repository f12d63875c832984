using System.Collections.Immutable;
using System.Globalization;
using SiteBot.Procedures;
using SiteBot.Teams.Cards;
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

    /// <summary>True where this person is walked through the visit here: its lead, in the personal chat; who has none works in a thread of the channel.</summary>
    public bool Walks(Visit visit) => visit.IsOpen && (Incoming.Place.IsPersonal || (Incoming.Place.IsThread && !HasOwnChat)) && Same(visit.Lead, Person.Id);

    /// <summary>Works on a visit in this conversation from now on.</summary>
    public void FocusOn(Visit visit)
    {
        if (Talk.Visit != visit.Id)
        {
            Talk = Talk with { Visit = visit.Id, Asked = null, Chosen = null, Files = [], Dialogs = null };
        }
    }

    /// <summary>The step that a photo or a bare answer belongs to: the one that the person opened, else the one that is asked; null where none is.</summary>
    public ChecklistLine? OpenStep(Visit visit) =>
        (Talk.Chosen ?? (Talk.Asked is { } asked && asked.StartsWith(visit.Id + "/", StringComparison.Ordinal) ? asked[(visit.Id.Length + 1)..] : null)) is { } step
            ? ChecklistOf(visit).Find(step)
            : null;

    /// <summary>The photos and files that came for a step of the visit that is worked on here.</summary>
    public ImmutableArray<string> FilesFor(Visit visit, string step) => Focus?.Id == visit.Id && OpenStep(visit)?.Step.Id == step ? Talk.Files : [];

    /// <summary>Says that a step is on record: on its own card where a button was pressed, else in a line.</summary>
    /// <param name="visit">The visit, as it is after.</param>
    /// <param name="line">The step as it was before.</param>
    /// <param name="known">It was on record already.</param>
    public void Told(Visit visit, ChecklistLine line, bool known)
    {
        if (Talk.Chosen == line.Step.Id || Talk.Asked?.EndsWith("/" + line.Step.Id, StringComparison.Ordinal) is true)
        {
            Talk = Talk with { Chosen = null, Files = [] };
        }

        var after = ChecklistOf(visit).Find(line.Step.Id)!;
        if (Incoming.Card is not null)
        {
            Say(StepCard.Draw(Tools.Deck, Workplace, visit, after, Now, Language));
        }
        else
        {
            SayText(Workplace.Texts.Get(known ? "turn.known" : after is { State: LineState.Failed, IsOwed: true } ? "turn.told.owed" : "turn.told", Language, ("number", line.Number.ToString(CultureInfo.InvariantCulture)), ("step", line.Step.Title.In(Language))));
        }
    }
}
