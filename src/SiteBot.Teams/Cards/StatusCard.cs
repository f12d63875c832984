using NodaTime;
using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Procedures;
using SiteBot.Teams.Actions;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>Where a visit stands: the phase, what is next, what runs, what is waited for; and all that can be done with the visit itself.</summary>
internal static class StatusCard
{
    /// <summary>Draws it.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var checklist = Checklist.Of(visit, workplace, now);
        var (tone, title) = Headline(pen, visit, checklist);
        return pen.Draw("status", Pen.Dotted(title, pen.About(visit)), data => data
            .Put("visit", visit.Id)
            .Head(tone, title, pen.About(visit))
            .Lines("lines", checklist.HoldsBack is { } holds && visit.IsOpen ? holds.Guards.Select(guard => pen.Say(guard.Why)).Take(3) : [])
            .Facts(VisitFactsShown.Of(pen, visit, now))
            .Sections(Consents(pen, visit, now), Questions(pen, visit), Changed(pen, visit))
            .Presses(Presses(pen, visit, checklist), Asking(pen, visit)));
    }

    /// <summary>Where the visit stands, first of all.</summary>
    internal static (Tone Tone, string Title) Headline(Pen pen, Visit visit, Checklist checklist) => visit switch
    {
        { WasCancelled: true } => (Tone.Calm, pen.Word("status.cancelled")),
        { IsOpen: false } => (Tone.Good, pen.Word("status.closed")),
        { ServiceState: not ServiceState.Normal } => (Tone.Attention, pen.Word($"service.{CardWords.Of(visit.ServiceState)}")),
        { Running: not null } => (Tone.Warning, pen.Word("status.running")),
        _ when checklist.CurrentPhase is { } phase => (Tone.Calm, pen.Word("status.phase", ("phase", pen.Say(phase.Phase.Name)), ("done", $"{checklist.Done}"), ("owed", $"{checklist.Owed}"))),
        _ => (Tone.Good, pen.Word("status.ready")),
    };

    private static CardSection Consents(Pen pen, Visit visit, Instant now)
    {
        var clock = pen.Clock(visit, now);
        return new CardSection(pen.Word("status.consents"), [.. visit.Consents.TakeLast(6).Select(request => ConsentRows.Of(pen, request, clock, now))]);
    }

    private static CardSection Questions(Pen pen, Visit visit) => new(
        pen.Word("status.questions"),
        [.. visit.Questions.Where(question => question.AnsweredAt is null).Take(5).Select(question => new CardRow(ShownText.Clip(question.Question.In(pen.Language)), question.Contact is { } contact ? ShownText.Name(contact.In(pen.Language)) : ""))]);

    // The file of its service was changed since it began: it goes on by the version that it keeps, until its lead takes over the new one.
    private static CardSection Changed(Pen pen, Visit visit) => MoveProcedure.IsOffered(visit, pen.Workplace) && pen.Workplace.Procedures.InForce(visit.Service) is { } inForce
        ? new CardSection(
            pen.Word("status.procedure"),
            [
                .. ProcedureChanges.Between(pen.Workplace.Procedures.Of(visit.Service, visit.Procedure), inForce).Take(8).Select(change => new CardRow(Pen.Capital(pen.Say(change)))).DefaultIfEmpty(new CardRow(pen.Word("status.procedure.same"))),
            ])
        : new CardSection("", []);

    private static IEnumerable<CardButton> Presses(Pen pen, Visit visit, Checklist checklist)
    {
        if (!visit.IsOpen)
        {
            yield return new CardButton(pen.Word("press.begin"), CardVerbs.VisitForm);
            yield break;
        }

        var back = visit is { IsOnSite: false, Left.How: LeavingMode.ForTheNight } ? checklist.Lines.FirstOrDefault(line => line.Step.Marks == Mark.Arrived) : null;
        if (back is not null)
        {
            yield return new CardButton(pen.Word("press.back"), CardVerbs.StepDone, ("visit", visit.Id), ("step", back.Step.Id)) { Style = ButtonStyle.Positive };
        }

        if (checklist.Next is { } next)
        {
            yield return new CardButton($"{next.Number} {Pen.Capital(pen.Say(next.Step.Title))}", CardVerbs.StepShow, ("visit", visit.Id), ("step", next.Step.Id))
            {
                Style = back is null ? ButtonStyle.Positive : ButtonStyle.Default,
            };
        }
        else if (checklist.HoldsBack is null)
        {
            yield return new CardButton(pen.Word("press.close"), CardVerbs.VisitClose, ("visit", visit.Id)) { Style = ButtonStyle.Positive };
        }

        if (visit.Questions.Any(question => question.AnsweredAt is null))
        {
            yield return new CardButton(pen.Word("press.questions"), CardVerbs.QuestionList, ("visit", visit.Id));
        }

        if (visit.Plan.Operation is not null)
        {
            // All is told that can be told before the operation: then it is what comes next.
            var comesNext = back is null && checklist is { Next: null, HoldsBack: not null };
            yield return new CardButton(pen.Word("press.gate"), CardVerbs.GateAsk, ("visit", visit.Id)) { Style = comesNext ? ButtonStyle.Positive : ButtonStyle.Default };
        }

        yield return new CardButton(pen.Word("press.checklist"), CardVerbs.VisitChecklist, ("visit", visit.Id));
        if (MoveProcedure.IsOffered(visit, pen.Workplace))
        {
            yield return new CardButton(pen.Word("press.procedure"), CardVerbs.VisitProcedure, ("visit", visit.Id), ("procedure", pen.Workplace.Procedures.InForce(visit.Service)!.ContentHash));
        }

        yield return new CardButton(pen.Word("press.plan"), CardVerbs.PlanForm, ("visit", visit.Id));
    }

    private static IEnumerable<CardQuestion> Asking(Pen pen, Visit visit)
    {
        if (!visit.IsOpen)
        {
            yield break;
        }

        yield return Colleagues.HandOver(pen, visit);
        if (visit.FirstArrivedAt is null)
        {
            yield return new CardQuestion(
                pen.Word("press.cancel_visit"),
                new CardButton(pen.Word("press.cancel_visit.confirm"), CardVerbs.VisitCancel, ("visit", visit.Id)) { Style = ButtonStyle.Destructive },
                new CardField("f_reason", InputKind.Paragraph, pen.Word("label.reason")) { Error = pen.Word("error.reason") });
        }
        else if (visit.IsOnSite)
        {
            yield return new CardQuestion(
                pen.Word("press.question"), new CardButton(pen.Word("press.question.confirm"), CardVerbs.QuestionNote, ("visit", visit.Id)),
                new CardField("f_question", InputKind.Paragraph, pen.Word("label.question")) { Error = pen.Word("error.required") },
                new CardField("f_contact", InputKind.Line, pen.Word("label.whom_to_answer")));
        }
    }
}
