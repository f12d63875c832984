using NodaTime;
using SiteBot.Teams.Actions;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>What a visit still owes, by whom and how old it is: what keeps it from being closed first.</summary>
internal static class LedgerCard
{
    private const int Most = 12;
    private const int MostPresses = 3;

    /// <summary>Draws the ledger of a visit.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var lines = ClosingLedger.Of(visit, workplace, now);
        var held = lines.Count(line => line.HoldsClosing);
        var title = !visit.IsOpen ? pen.Word("status.closed") : held == 0 ? pen.Word("ledger.none") : pen.Word("ledger.title", ("count", $"{held}"));

        Action<CardData> Fields(int most) => data => data
            .Head(held == 0 ? Tone.Good : Tone.Warning, title, pen.About(visit))
            .Lines("lines", held == 0 ? [] : [pen.Word("ledger.hint")])
            .Sections(
                new CardSection("", [.. lines.Where(line => line.HoldsClosing).Take(most).Select(line => Row(pen, visit, line, now))]),
                new CardSection("", held > most ? [new CardRow(pen.Word("more", ("count", $"{held - most}")))] : []),
                new CardSection(pen.Word("ledger.besides"), [.. lines.Where(line => !line.HoldsClosing).Take(5).Select(line => Row(pen, visit, line, now))]))
            .Presses(Presses(pen, visit, lines, held));

        return pen.Draw("ledger", Pen.Dotted(title, pen.About(visit)), Fields(Most), Fields(5));
    }

    /// <summary>A line: what is owed, by whom, since or until when.</summary>
    internal static CardRow Row(Pen pen, Visit visit, LedgerLine line, Instant now)
    {
        var clock = pen.Clock(visit, now);
        var age = line.AgeAt(now);
        return new CardRow(
            Pen.Capital(ShownText.Clip(pen.Say(line.Title))),
            Pen.Dotted(
                pen.Join(line.Provisions), pen.Names(line.Owners),
                line.Until is { } until ? pen.Word("due.until", ("at", Pen.Moment(clock, until, now))) : null,
                age >= Duration.FromDays(1) ? pen.Word("ledger.age", ("days", $"{(int)age.TotalDays}")) : null),
            line.Overdue ? pen.Word("due.late") : "",
            Tone.Attention);
    }

    private static IEnumerable<CardButton> Presses(Pen pen, Visit visit, IReadOnlyCollection<LedgerLine> lines, int held)
    {
        if (!visit.IsOpen)
        {
            yield break;
        }

        if (held == 0)
        {
            yield return new CardButton(pen.Word("press.close"), CardVerbs.VisitClose, ("visit", visit.Id)) { Style = ButtonStyle.Positive };
        }

        var first = true;
        foreach (var press in lines.Select(line => Press(pen, visit, line)).OfType<CardButton>().DistinctBy(press => (press.Title, press.Verb)).Take(MostPresses))
        {
            yield return first && held > 0 ? press with { Style = ButtonStyle.Positive } : press;
            first = false;
        }

        yield return new CardButton(pen.Word("press.checklist"), CardVerbs.VisitChecklist, ("visit", visit.Id));
    }

    private static CardButton? Press(Pen pen, Visit visit, LedgerLine line) => (line.Kind, line.Id) switch
    {
        (LedgerKind.Step, var step) => new CardButton(Pen.Capital(pen.Say(line.Title)), CardVerbs.StepShow, ("visit", visit.Id), ("step", step)),
        (LedgerKind.Duty, var duty) when pen.Workplace.Procedures.Of(visit.Service, visit.Procedure).FindDuty(duty)?.Step is { } step =>
            new CardButton(Pen.Capital(pen.Say(line.Title)), CardVerbs.StepShow, ("visit", visit.Id), ("step", step)),
        (LedgerKind.Question, _) => new CardButton(pen.Word("press.questions"), CardVerbs.QuestionList, ("visit", visit.Id)),
        (LedgerKind.Unproduced, var form) => new CardButton(Pen.Capital(pen.Say(line.Title)), CardVerbs.FormProduce, ("visit", visit.Id), ("form", form)),
        _ => null,
    };
}
