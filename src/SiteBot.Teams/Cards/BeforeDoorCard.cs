using NodaTime;
using SiteBot.Directory;
using SiteBot.Procedures;
using SiteBot.Standard;
using SiteBot.Teams.Actions;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>One page before the door: phone and network rule inside (6.3-15, 4.2-6), so what must be known is read now.</summary>
internal static class BeforeDoorCard
{
    /// <summary>The step that is told by having read it.</summary>
    public const string Step = "before_door";

    /// <summary>Draws the page of the phase that has rules to be read before it.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Standard, names and words.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="rollBackBy">The latest moment to begin rolling back; null takes the plan's, where it can be known.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, Instant? rollBackBy, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var procedure = workplace.Procedures.Of(visit.Service, visit.Procedure);
        var phase = procedure.Phases.FirstOrDefault(known => !known.Rules.IsEmpty);
        var clock = pen.Clock(visit, now);
        var title = pen.Word("before_door.title");
        var rules = (phase?.Rules ?? []).Select(workplace.Standard.Find).OfType<Provision>().ToList();
        (string, string)[] facts =
        [
            (pen.Word("label.window"), visit.Plan is { From: { } from, To: { } to } ? clock.SayStretch(from, to, now) : ""),
            (pen.Word("label.roll_back_by"), (rollBackBy ?? ByPlan(visit, procedure)) is { } back ? clock.Say(back, now) : ""),
            (pen.Word("label.contact"), VisitFactsShown.Contact(pen, visit)),
        ];
        var read = phase?.Steps.FirstOrDefault(step => step.Id == Step);

        Action<CardData> Fields(int length) => data => data
            .Put("visit", visit.Id)
            .Put("step", Step)
            .Head(Tone.Calm, title, pen.About(visit))
            .Lines("lines", [pen.Word("before_door.hint")])
            .Facts(facts)
            .Sections(new CardSection(pen.Word("before_door.rules"), [.. rules.Select(rule => new CardRow(ShownText.Clip(pen.Say(rule.Text), length), "", rule.Id))]))
            .Presses(
                read is null || !visit.IsOpen ? [] : [new CardButton(pen.Word("press.read"), CardVerbs.StepDone, ("visit", visit.Id), ("step", read.Id)) { Style = ButtonStyle.Positive }],
                calls: ToCall(pen, visit, clock.DateOf(now)).Select(pen.Call));

        return pen.Draw("before_door", Pen.Dotted(title, pen.About(visit)), Fields(400), Fields(160));
    }

    private static Instant? ByPlan(Visit visit, Procedure procedure) =>
        procedure.StepsGiving("rollback").FirstOrDefault() is { } step
        && int.TryParse(visit.Steps.GetValueOrDefault(step.Id)?.Value("minutes"), out var minutes) && visit.Plan.To is { } end
            ? end - Duration.FromMinutes(minutes)
            : null;

    private static IEnumerable<Person?> ToCall(Pen pen, Visit visit, LocalDate day)
    {
        var directory = pen.Workplace.Directory;
        yield return Pen.ToCall(directory.HoldersForOffice(Role.OfficeHead, visit.Office, day));
        if (visit.Plan.Product is { } product)
        {
            yield return Pen.ToCall(directory.HoldersForProduct(Role.RemoteSupport, product, day));
        }
    }
}
