using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Gate.Running;
using SiteBot.Teams.Actions;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>The operation that runs: when to roll back at the latest, when it must be over, and how it ended.</summary>
internal static class OperationCard
{
    /// <summary>Draws the last operation of a visit, which must have one, for its lead.</summary>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, Instant now, Language language) => Draw(deck, workplace, visit, null, visit.Lead, now, language);

    /// <summary>Draws the last operation of a visit, which must have one.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="warning">Of what it warns: <c>roll-back-soon</c>, <c>roll-back-now</c>, <c>end-soon</c>, <c>end-over</c>, <c>takes-longer</c>; null for nothing.</param>
    /// <param name="reader">The id of who reads it: only the lead gets presses that act.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, string? warning, string reader, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var run = visit.Operations[^1];
        var clock = pen.Clock(visit, now);
        var running = run.Outcome is null;
        var mine = string.Equals(visit.Lead, reader, StringComparison.OrdinalIgnoreCase);
        var late = running && run.RollBackBy <= now;
        var (tone, title) = run.Outcome switch
        {
            null when warning is not null => (warning is "roll-back-now" or "end-over" ? Tone.Attention : Tone.Warning, pen.Word($"operation.warn.{warning}", ("at", clock.Say(About(visit, run, warning) ?? now, now)))),
            null when late => (Tone.Attention, pen.Word("operation.late")),
            null => (Tone.Warning, run.RollBackBy is { } back ? pen.Word("operation.running.until", ("by", clock.Say(back, now))) : pen.Word("operation.running")),
            OperationOutcome.Done => (Tone.Good, pen.Word("operation.done")),
            OperationOutcome.RolledBack => (Tone.Warning, pen.Word("operation.rolled_back")),
            _ => (Tone.Attention, pen.Word("operation.failed")),
        };
        return pen.Draw("operation", Pen.Dotted(title, pen.About(visit)), data => data
            .Head(tone, title, pen.About(visit))
            .Lines("lines", !mine ? [] : running ? [pen.Word("operation.hint")] : [pen.Word($"operation.{CardWords.Of(run.Outcome!.Value)}.next")])
            .Facts(Facts(pen, run, clock, now))
            .Inputs(running && mine ? [new CardField("f_issues", InputKind.Paragraph, pen.Word("label.issues"))] : [])
            .Presses(
                mine ? Presses(pen, visit, running) : [],
                running && mine ? [DataChanged(pen, visit)] : [],
                mine ? running ? [pen.Call(Remote(pen, visit, clock.DateOf(now)))] : [] : [pen.Call(workplace.Directory.FindPerson(visit.Lead))]));
    }

    private static Instant? About(Visit visit, OperationRun run, string warning) => warning switch
    {
        "takes-longer" => RunningOperation.Of(visit)?.ExpectedEnd,
        "roll-back-soon" or "roll-back-now" => run.RollBackBy,
        _ => run.EndBy,
    };

    private static IEnumerable<(string Label, string Text)> Facts(Pen pen, OperationRun run, SiteClock clock, Instant now)
    {
        yield return (pen.Word("label.operation"), Wire.Read<OperationKind>(run.Operation) is { } kind ? Pen.Capital(pen.Say(pen.Workplace.Gate.For(kind).Name)) : run.Operation);
        yield return (pen.Word("label.started"), clock.Say(run.StartedAt, now));
        yield return (pen.Word("label.roll_back_by"), run.RollBackBy is { } back ? clock.Say(back, now) : "");
        yield return (pen.Word("label.end_by"), run.EndBy is { } end ? clock.Say(end, now) : "");
        yield return (pen.Word("label.ended"), run.EndedAt is { } ended ? clock.Say(ended, now) : "");
        yield return (pen.Word("label.issues"), run.OpenIssues is { } issues ? ShownText.Clip(issues.In(pen.Language), 300) : "");
        yield return (pen.Word("label.without_go"), run.WithoutGo is { } act ? ShownText.Clip(act.Why.In(pen.Language), 300) : "");
    }

    private static IEnumerable<CardButton> Presses(Pen pen, Visit visit, bool running)
    {
        if (!running)
        {
            yield return new CardButton(pen.Word("press.checklist"), CardVerbs.VisitChecklist, ("visit", visit.Id)) { Style = ButtonStyle.Positive };
            yield break;
        }

        CardButton End(string word, OperationOutcome outcome, ButtonStyle style) => new(
            pen.Word(word), CardVerbs.OperationEnd, ("visit", visit.Id), ("run", $"{visit.Operations.Length}"), ("outcome", outcome.Name())) { Style = style };
        yield return End("press.operation.done", OperationOutcome.Done, ButtonStyle.Positive);
        yield return End("press.operation.rolled_back", OperationOutcome.RolledBack, ButtonStyle.Default);
        yield return End("press.operation.failed", OperationOutcome.Failed, ButtonStyle.Destructive);
        yield return new CardButton(pen.Word("press.alarm.interruption"), CardVerbs.AlarmRaise, ("trouble", "interruption"), ("visit", visit.Id)) { Style = ButtonStyle.Destructive, Alone = true };
    }

    private static CardQuestion DataChanged(Pen pen, Visit visit) => new(
        pen.Word("press.data_changed"), new CardButton(pen.Word("press.data_changed.confirm"), CardVerbs.DataChanged, ("visit", visit.Id)),
        new CardField("f_what", InputKind.Paragraph, pen.Word("label.what_changed")) { Error = pen.Word("error.required") });

    private static Person? Remote(Pen pen, Visit visit, LocalDate day) => visit.Plan.Product is { } product
        ? Pen.ToCall(pen.Workplace.Directory.HoldersForProduct(Role.RemoteSupport, product, day))
        : null;
}
