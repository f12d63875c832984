using NodaTime;
using NodaTime.Text;
using SiteBot.Gate;
using SiteBot.Procedures;
using SiteBot.Teams.Actions;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>Changes a visit's plan, with what it says now filled in. A change of what a consent was given for voids that consent: the card says so.</summary>
internal static class PlanFormCard
{
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Draws it.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var title = pen.Word("plan_form.title");
        return pen.Draw("plan_form", Pen.Dotted(title, pen.About(visit)), data => data
            .Head(Tone.Calm, title, pen.About(visit))
            .Lines("lines", [pen.Word("plan_form.hint")])
            .Inputs(Inputs(pen, visit, workplace.Procedures.Of(visit.Service, visit.Procedure), now))
            .Presses(
                [
                    new CardButton(pen.Word("press.plan.confirm"), CardVerbs.PlanChange, ("visit", visit.Id)) { Style = ButtonStyle.Positive },
                    new CardButton(pen.Word("press.dismiss"), CardVerbs.Dismiss, ("card", "plan_form")) { Alone = true },
                ]));
    }

    private static IEnumerable<CardField> Inputs(Pen pen, Visit visit, Procedure procedure, Instant now)
    {
        var plan = visit.Plan;
        var clock = pen.Clock(visit, now);
        bool Asks(PlanItem item) => procedure.Plan.Contains(item);
        CardField Line(string id, string label, string? value) => new(id, InputKind.Line, pen.Word(label)) { Value = ShownText.ToEdit(value, 400) };
        CardField YesNo(string id, string label, bool? value) => new(id, InputKind.Menu, pen.Word(label))
        {
            Choices = [("yes", pen.Word("yes")), ("no", pen.Word("no"))], Value = value switch { true => "yes", false => "no", null => "" }, Placeholder = pen.Word("hint.choose"),
        };

        if (procedure.Operation is null)
        {
            yield return new CardField("f_operation", InputKind.Menu, pen.Word("label.operation"))
            {
                Choices = [.. Enum.GetValues<OperationKind>().Where(kind => kind is not (OperationKind.StartWorks or OperationKind.LeaveSite)).Select(kind => (kind.Name(), Pen.Capital(pen.Say(pen.Workplace.Gate.For(kind).Name))))],
                Value = plan.Operation ?? "", Placeholder = pen.Word("hint.choose"),
            };
        }

        yield return Line("f_equipment", "label.equipment", plan.Equipment);
        if (Asks(PlanItem.CurrentVersion) || plan.CurrentVersion is not null)
        {
            yield return Line("f_current", "label.current", plan.CurrentVersion);
        }

        if (Asks(PlanItem.TargetVersion) || plan.TargetVersion is not null)
        {
            yield return Line("f_target", "label.target", plan.TargetVersion);
            yield return Line("f_exceptional", "label.release_number", plan.ExceptionalRelease);
        }

        yield return new CardField("f_date", InputKind.Date, pen.Word("label.date")) { Value = plan.From is { } day ? LocalDatePattern.Iso.Format(clock.DateOf(day)) : "" };
        yield return new CardField("f_from", InputKind.Time, pen.Word("label.from")) { Value = plan.From is { } from ? Hour.Format(clock.Local(from).TimeOfDay) : "" };
        yield return new CardField("f_to", InputKind.Time, pen.Word("label.to_time")) { Value = plan.To is { } to ? Hour.Format(clock.Local(to).TimeOfDay) : "" };
        yield return new CardField("f_minutes", InputKind.Number, pen.Word("label.minutes")) { Value = plan.DurationMinutes is { } minutes ? $"{minutes}" : "" };
        if (Asks(PlanItem.Sure) || plan.EngineerIsSure is not null)
        {
            yield return YesNo("f_sure", "label.sure", plan.EngineerIsSure);
        }

        if (Asks(PlanItem.Hardware))
        {
            yield return YesNo("f_hardware", "label.hardware", plan.HandlesHardware);
        }

        if (Asks(PlanItem.Tool))
        {
            yield return YesNo("f_tool", "label.tool", plan.ToolChanged);
        }

        if (Asks(PlanItem.Live))
        {
            yield return YesNo("f_live", "label.live", plan.Live);
        }

        if (Asks(PlanItem.Major) || plan.Operation is "upgrade" or "cutover" or "disruptive_test")
        {
            yield return YesNo("f_major", "label.major", plan.Major);
            yield return Line("f_minor_reason", "label.minor_reason", plan.MinorReason);
        }

        if (Asks(PlanItem.Alarms) || plan.AlarmsToExpect is not null)
        {
            yield return new CardField("f_alarms", InputKind.Paragraph, pen.Word("label.alarms")) { Value = ShownText.ToEdit(plan.AlarmsToExpect, 2000) };
        }

        if (visit.ServiceState != ServiceState.Normal || plan.RestoresService)
        {
            yield return YesNo("f_restores", "label.restores", plan.RestoresService);
        }

        yield return new CardField("f_reason", InputKind.Paragraph, pen.Word("label.plan_reason"));
    }
}
