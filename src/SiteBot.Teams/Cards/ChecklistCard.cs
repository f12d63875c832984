using NodaTime;
using SiteBot.Procedures;
using SiteBot.Teams.Actions;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>What is done and what is left, phase by phase: the phase at work is open, the others are folded.</summary>
internal static class ChecklistCard
{
    /// <summary>Draws the checklist; a long one leaves out who told what, then what nobody owes, so that it fits.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="checklist">Its checklist.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, Checklist checklist, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var rows = new ChecklistRows(pen, visit, now);
        var next = checklist.Next;
        var current = checklist.CurrentPhase ?? checklist.Phases[^1];
        var title = pen.Word("checklist.title", ("done", $"{checklist.Done}"), ("owed", $"{checklist.Owed}"));
        IEnumerable<string> lines =
        [
            next is null ? pen.Word("checklist.all") : pen.Word("checklist.next", ("step", $"{next.Number} {pen.Say(next.Step.Title)}")),
            .. checklist.HoldsBack is { } holds ? holds.Guards.Select(guard => pen.Say(guard.Why)).Take(3) : [],
            pen.Word("checklist.short"),
        ];

        Action<CardData> Fields(Func<ChecklistPhase, IEnumerable<ChecklistLine>> shown, bool who) => data => data
            .Put("visit", visit.Id)
            .Head(next is null ? Tone.Good : Tone.Calm, title, pen.About(visit))
            .Lines("lines", lines)
            .List("phases", checklist.Phases, (to, phase) => to
                .Put("id", $"phase_{phase.Phase.Id}")
                .Put("title", pen.Say(phase.Phase.Name))
                .Put("note", Note(pen, phase))
                .Put("open", phase == current)
                .Rows(shown(phase).Select(line => rows.Of(line, who))))
            .Presses(Presses(pen, visit, next));

        return pen.Draw(
            "checklist", Pen.Dotted(title, pen.About(visit)),
            Fields(phase => phase.Lines.Where(line => line.State != LineState.NotOwed), true),
            Fields(phase => phase.Lines.Where(line => line.State != LineState.NotOwed), false),
            Fields(phase => phase == current ? phase.Lines.Where(line => line.IsOwed) : phase.Lines.Where(line => line.IsOpen), false),
            Fields(phase => phase == current ? phase.Lines.Where(line => line.IsOpen).Take(40) : [], false));
    }

    /// <summary>How much of a phase is done.</summary>
    internal static string Note(Pen pen, ChecklistPhase phase)
    {
        var (closed, owed) = (phase.Lines.Count(line => line.IsClosed), phase.Lines.Count(line => line.IsOwed));
        return phase.IsOver ? pen.Word("checklist.phase.over", ("owed", $"{owed}")) : $"{closed}/{owed}";
    }

    private static IEnumerable<CardButton> Presses(Pen pen, Visit visit, ChecklistLine? next)
    {
        if (next is not null)
        {
            yield return new CardButton($"{next.Number} {Pen.Capital(pen.Say(next.Step.Title))}", CardVerbs.StepShow, ("visit", visit.Id), ("step", next.Step.Id)) { Style = ButtonStyle.Positive };
        }

        yield return new CardButton(pen.Word("press.gate"), CardVerbs.GateAsk, ("visit", visit.Id));
        yield return new CardButton(pen.Word("press.checklist.text"), CardVerbs.VisitChecklist, ("visit", visit.Id), ("as", "text"));
    }
}

/// <summary>A line of the checklist as a row: its number, what it is, where it stands, who told it and when.</summary>
internal sealed class ChecklistRows(Pen pen, Visit visit, Instant now)
{
    private readonly SiteClock clock = pen.Clock(visit, now);

    public CardRow Of(ChecklistLine line, bool who) => new(
        $"{line.Number} {pen.Say(line.Step.Title)}",
        Pen.Dotted(who && line.Record is { } record ? $"{pen.Name(record.By)} {Pen.Moment(clock, record.HappenedAt, now)}" : null, line.IsOpen && !line.IsLeads ? pen.Names(line.Owners) : null),
        Mark(line),
        ToneOf(line));

    private string Mark(ChecklistLine line) => line.State switch
    {
        LineState.AsNeeded => pen.Word(line.Record is null ? "line.as_needed" : "line.done"),
        LineState.Open when line.IsLapsed => pen.Word("line.lapsed"),
        _ => pen.Word($"line.{CardWords.Of(line.State)}"),
    };

    private static Tone ToneOf(ChecklistLine line) => line.State switch
    {
        LineState.Done or LineState.AnsweredNo => Tone.Good,
        LineState.Failed => Tone.Attention,
        LineState.Open when line.IsLapsed => Tone.Warning,
        _ => Tone.Calm,
    };
}
