using NodaTime;
using NodaTime.Text;
using SiteBot.Procedures;
using SiteBot.Teams.Actions;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>One step of the checklist, to be answered: what to do, what is asked, what shows it.</summary>
internal static class StepCard
{
    /// <summary>Draws the step as it stands.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="line">The step's line of the checklist.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, ChecklistLine line, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var step = line.Step;
        if (step.Id == BeforeDoorCard.Step && line.IsOpen)
        {
            return BeforeDoorCard.Draw(deck, workplace, visit, null, now, language);
        }
        
        // What is owed as needed can be told again and again.
        var closed = line.IsClosed;
        var title = $"{line.Number} {Pen.Capital(pen.Say(step.Title))}";
        var state = line.State switch
        {
            LineState.AsNeeded when line.Record is null => "",
            LineState.AsNeeded => pen.Word("line.done"),
            LineState.Open when line.IsLapsed => pen.Word("line.lapsed"),
            LineState.Open => "",
            _ => pen.Word($"line.{CardWords.Of(line.State)}"),
        };
        return pen.Draw("step", Pen.Dotted(title, state, pen.Say(step.Ask)), data => data
            .Put("visit", visit.Id)
            .Put("step", step.Id)
            .Head(closed ? Tone.Good : line.State == LineState.Failed ? Tone.Warning : Tone.Calm, state.Length == 0 ? title : $"{title} — {state}", pen.About(visit))
            .Lines("lines", Lines(pen, line, closed))
            .Facts(Facts(pen, visit, line, now))
            .Inputs(closed || !visit.IsOpen ? [] : Inputs(pen, visit, line))
            .Presses(Presses(pen, visit, line, closed), Questions(pen, visit, line, closed)));
    }

    private static IEnumerable<string> Lines(Pen pen, ChecklistLine line, bool closed)
    {
        if (closed)
        {
            yield break;
        }

        yield return pen.Say(line.Step.Ask);
        if (line.AsksPhoto)
        {
            yield return pen.Word("step.photo");
        }
        else if (line.Step.Evidence == Evidence.Photo)
        {
            yield return pen.Word("step.no_photo");
        }
    }

    private static IEnumerable<(string Label, string Text)> Facts(Pen pen, Visit visit, ChecklistLine line, Instant now)
    {
        yield return (pen.Word("label.provisions"), pen.Join(line.Step.Provisions));
        if (!line.IsLeads)
        {
            yield return (pen.Word("label.owner"), pen.Names(line.Owners));
        }

        if (line.Record is not { } record)
        {
            yield break;
        }

        var clock = pen.Clock(visit, now);
        yield return (pen.Word("label.told"), pen.Word("step.told", ("who", pen.Name(record.By)), ("at", clock.Say(record.HappenedAt, now))));
        foreach (var field in line.Step.Fields)
        {
            yield return (pen.Say(field.Label), Value(pen, record, field, clock, now));
        }

        if (record.Value("reason", pen.Language) is { } reason && line.Step.FindField("reason") is null)
        {
            yield return (pen.Word("label.reason"), ShownText.Clip(reason, 300));
        }

        if (!record.Files.IsEmpty)
        {
            yield return (pen.Word("label.files"), pen.Word("step.files", ("count", $"{record.Files.Length}")));
        }
    }

    private static string Value(Pen pen, StepRecord record, StepField field, SiteClock clock, Instant now)
    {
        var value = record.Value(field.Id, pen.Language);
        return field.Kind switch
        {
            _ when value is null => "",
            FieldKind.Time when InstantPattern.ExtendedIso.Parse(value) is { Success: true } moment => clock.Say(moment.Value, now),
            FieldKind.YesNo when value is "yes" or "no" or "true" or "false" => pen.Word(value is "yes" or "true" ? "yes" : "no"),
            FieldKind.Choice when field.Options.FirstOrDefault(option => option.Id == value) is { } option => pen.Say(option.Label),
            FieldKind.Text => ShownText.Clip(value, 300),
            _ => ShownText.Clip(value, 80),
        };
    }

    // A step that may be skipped asks nothing by force: its reason is told on the same card.
    private static IEnumerable<CardField> Inputs(Pen pen, Visit visit, ChecklistLine line)
    {
        foreach (var field in line.Step.Fields)
        {
            yield return Input(pen, visit, field) with { Error = field is { Required: true, Kind: not FieldKind.Time } && !line.Step.MaySkip ? pen.Word("error.required") : null };
        }

        if (line.Step.Evidence == Evidence.Photo && !line.AsksPhoto)
        {
            yield return new CardField("f_witness", InputKind.Line, pen.Word("label.witness"));
        }
    }

    private static CardField Input(Pen pen, Visit visit, StepField field)
    {
        var label = pen.Say(field.Label);
        var id = $"f_{field.Id}";
        var equipment = pen.Workplace.Directory.FindSite(visit.Site)?.Equipment ?? [];
        return field.Kind switch
        {
            FieldKind.Text => new CardField(id, InputKind.Paragraph, label),
            FieldKind.Time => new CardField(id, InputKind.Line, label) { Placeholder = pen.Word("hint.time") },
            FieldKind.Phone => new CardField(id, InputKind.Phone, label) { Placeholder = "+86 …" },
            FieldKind.Number => new CardField(id, InputKind.Number, label) { Range = (0, 1_000_000) },
            FieldKind.Minutes => new CardField(id, InputKind.Number, label),
            FieldKind.YesNo => new CardField(id, InputKind.Choice, label) { Choices = [("yes", pen.Word("yes")), ("no", pen.Word("no"))] },
            FieldKind.Choice => new CardField(id, InputKind.Choice, label) { Choices = [.. field.Options.Select(option => (option.Id, pen.Say(option.Label)))] },
            FieldKind.Equipment when equipment.Length > 0 => new CardField(id, InputKind.Menu, label)
            {
                Choices = [.. equipment.Take(30).Select(piece => (piece.Id, ShownText.Name(piece.Id)))],
                Value = visit.Plan.Equipment is { } planned && equipment.Any(piece => piece.Id == planned) ? planned : equipment.Length == 1 ? equipment[0].Id : "",
            },
            FieldKind.Version => new CardField(id, InputKind.Line, label) { Placeholder = "V3.08.21" },
            FieldKind.Location => new CardField(id, InputKind.Line, label) { Placeholder = pen.Word("hint.location") },
            _ => new CardField(id, InputKind.Line, label),
        };
    }

    private static IEnumerable<CardButton> Presses(Pen pen, Visit visit, ChecklistLine line, bool closed)
    {
        (string, string?)[] data = [("visit", visit.Id), ("step", line.Step.Id)];
        if (!closed && visit.IsOpen)
        {
            yield return new CardButton(pen.Word(line.Step.Marks == Mark.Arrived ? "press.arrived" : line.Step.MayBeNo ? "press.yes" : "press.done"), CardVerbs.StepDone, data) { Style = ButtonStyle.Positive };
            if (line.Step.MayBeNo || line.Step.Gives is not null)
            {
                yield return new CardButton(pen.Word(line.Step.MayBeNo ? "press.no" : "press.failed"), CardVerbs.StepNo, data) { Alone = true };
            }
        }

        if (line.Step.Form is { } form)
        {
            yield return new CardButton(pen.Word("press.form", ("form", pen.Workplace.Standard.FindForm(form) is { } known ? pen.Say(known.Name) : form)), CardVerbs.FormProduce, ("visit", visit.Id), ("form", form)) { Alone = true };
        }

        yield return new CardButton(pen.Word("press.checklist"), CardVerbs.VisitChecklist, ("visit", visit.Id)) { Alone = true };
    }

    private static IEnumerable<CardQuestion> Questions(Pen pen, Visit visit, ChecklistLine line, bool closed)
    {
        (string, string?)[] data = [("visit", visit.Id), ("step", line.Step.Id)];
        var reason = new CardField("f_reason", InputKind.Paragraph, pen.Word("label.reason")) { Error = pen.Word("error.reason") };
        if (!visit.IsOpen)
        {
            yield break;
        }

        if (!closed && line.Step.Marks == Mark.Arrived)
        {
            yield return new CardQuestion(
                pen.Word("press.late"), new CardButton(pen.Word("press.late.confirm"), CardVerbs.VisitLate, ("visit", visit.Id)),
                new CardField("f_date", InputKind.Date, pen.Word("label.new_date")) { Error = pen.Word("error.required") },
                new CardField("f_time", InputKind.Time, pen.Word("label.new_time")) { Error = pen.Word("error.required") },
                new CardField("f_why", InputKind.Line, pen.Word("label.why_late")) { Error = pen.Word("error.reason") });
        }

        if (!closed && line.Step.MaySkip)
        {
            yield return new CardQuestion(pen.Word("press.skip"), new CardButton(pen.Word("press.skip.confirm"), CardVerbs.StepSkip, data), reason);
        }
        else if (line.Record is not null && (closed || line.Step.FindField("reason") is null))
        {
            yield return new CardQuestion(pen.Word("press.withdraw"), new CardButton(pen.Word("press.withdraw.confirm"), CardVerbs.StepWithdraw, data), reason);
        }
    }
}
