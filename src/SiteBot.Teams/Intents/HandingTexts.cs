using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Teams.Actions;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;
using SiteBot.Understanding;
using SiteBot.Understanding.Names;
using SiteBot.Visits;

namespace SiteBot.Teams.Intents;

/// <summary>"把现场交给孙工", "Sun Bo takes over", "I am leaving, Sun Bo watches": who goes on with the visit, read from a message. A card confirms it; nothing is handed over by a word alone.</summary>
internal sealed class HandingTexts(NamesToday names)
{
    /// <summary>Reads the message.</summary>
    /// <returns>False where it is none of it.</returns>
    public bool Tell(Turn turn, Understood understood)
    {
        if (!understood.HandsOver || turn.Focus is not { } visit || Named(turn) is not { Candidates.IsEmpty: false } person)
        {
            return false;
        }

        if (WhichName.Asks(turn, person))
        {
            return true;
        }

        turn.Say(Draw(turn, visit, person.Sure!));
        return true;
    }

    /// <summary>Who is named to take over or to watch: the person meant, or null; where several fit it is asked back.</summary>
    /// <returns>False where it was asked back.</returns>
    public bool Reads(Turn turn, Understood understood, out string? watcher)
    {
        watcher = null;
        var leaves = understood.Intent == Intent.FinishVisit || (understood.Intent == Intent.CanINow && understood.Operation == OperationKind.LeaveSite);
        if (!leaves || turn.Focus is null || Named(turn) is not { Candidates.IsEmpty: false } person)
        {
            return true;
        }

        watcher = person.Sure?.Id;
        return !WhichName.Asks(turn, person);
    }

    // Oneself hands nothing to oneself.
    private Mention<Person> Named(Turn turn)
    {
        var person = names.Read(turn, turn.Incoming.Text).Person;
        return person with { Candidates = [.. person.Candidates.Where(known => !Turn.Same(known.Id, turn.Person.Id))] };
    }

    private static Card Draw(Turn turn, Visit visit, Person person)
    {
        var pen = new Pen(turn.Tools.Deck, turn.Workplace, turn.Language);
        return TextCard.Draw(pen, Tone.Calm, pen.Word("hand_over.sure", ("who", pen.Name(person.Id))), pen.About(visit), [], [],
        [
            new CardButton(pen.Word("press.hand_over.confirm"), CardVerbs.VisitHandOver, ("visit", visit.Id), ("f_to", person.Id)) { Style = ButtonStyle.Positive },
            new CardButton(pen.Word("press.dismiss"), CardVerbs.Dismiss, ("card", "hand_over")),
        ]);
    }
}
