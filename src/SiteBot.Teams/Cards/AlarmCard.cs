using NodaTime;
using SiteBot.Directory;
using SiteBot.Escalation;
using SiteBot.Gate;
using SiteBot.Teams.Actions;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>An alarm: what, where, since when, who is there, whom to call. People of its chain get the presses, who raised it may take it back for a minute.</summary>
internal static class AlarmCard
{
    private const int MostReports = 3;

    /// <summary>Draws the alarm as it stands.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="alarm">The alarm.</param>
    /// <param name="reader">The id of who reads it, or null for a channel: then it shows the state, and who may act asks for it again.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Alarm alarm, string? reader, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var title = Title(pen, alarm);
        return pen.Draw("alarm", Pen.Dotted(title, About(pen, alarm), ShownText.Clip(alarm.Reports[0].Words.In(language), 80)), data => data
            .Put("alarm", alarm.Id)
            .Head(ToneOf(alarm), title, About(pen, alarm))
            .Lines("lines", Lines(pen, alarm))
            .Facts(Facts(pen, alarm, now))
            .Presses(Presses(pen, alarm, reader, now), Questions(pen, alarm, reader), Calls(pen, alarm, reader, now)));
    }

    /// <summary>Who has presses of their own on the card: those who were told first, then the rest of its chain, then who reported it. Empty where it is over.</summary>
    internal static IEnumerable<string> Viewers(Alarm alarm, Instant now) => alarm.IsOpen
        ? alarm.ReachedBy(now).Concat(alarm.Chain.SelectMany(level => level.People)).Concat(alarm.Drawn).Concat(alarm.Reports.Select(report => report.By)).Distinct(StringComparer.OrdinalIgnoreCase)
        : [];

    /// <summary>What is wrong and where it stands, in words of ours.</summary>
    internal static string Title(Pen pen, Alarm alarm)
    {
        var words = pen.Word($"alarm.{alarm.Trouble.Name()}");
        var state = alarm.State == AlarmState.Acknowledged && alarm.Owner is not null ? pen.Word("alarm.state.owned") : pen.Word($"alarm.state.{alarm.State.Name()}");
        return alarm.Drill ? pen.Word("alarm.drill", ("what", $"{words} — {state}")) : $"{words} — {state}";
    }

    /// <summary>Where it is.</summary>
    internal static string About(Pen pen, Alarm alarm) => Pen.Dotted(
        pen.Site(alarm.Site),
        alarm.Product is { } product ? ShownText.Name(pen.Workplace.Directory.FindProduct(product)?.Name.In(pen.Language) ?? product) : null,
        alarm.Site is null && pen.Workplace.Directory.FindOffice(alarm.Office) is { } office ? ShownText.Name(office.Name.In(pen.Language)) : null,
        alarm.Visit, alarm.Id);

    private static Tone ToneOf(Alarm alarm) => alarm.State switch
    {
        AlarmState.Open => Tone.Attention,
        AlarmState.Acknowledged => Tone.Warning,
        AlarmState.Resolved => Tone.Good,
        _ => Tone.Calm,
    };

    private static IEnumerable<string> Lines(Pen pen, Alarm alarm)
    {
        if (alarm.Drill)
        {
            yield return pen.Word("alarm.drill.hint");
        }

        foreach (var report in alarm.Reports.Take(1).Concat(alarm.Reports.Skip(1).TakeLast(MostReports - 1)))
        {
            yield return $"{pen.Name(report.By)}: {ShownText.Clip(report.Words.In(pen.Language), 300)}";
        }

        if (alarm.IsOpen && alarm.Trouble is Trouble.Interruption or Trouble.SevereDegradation)
        {
            yield return pen.Word("alarm.restore_first");
        }
    }

    private static IEnumerable<(string Label, string Text)> Facts(Pen pen, Alarm alarm, Instant now)
    {
        var clock = pen.Clock(alarm.Site, alarm.Office, now);
        yield return (pen.Word("label.since"), clock.Say(alarm.Since ?? alarm.RoundAt, now));
        yield return (pen.Word("label.affected"), ShownText.Clip(alarm.Affected?.In(pen.Language), 300));
        yield return (pen.Word("label.there"), pen.Person(alarm.Reports[^1].By));
        yield return (pen.Word("label.acknowledged"), alarm is { AcknowledgedBy: { } by, AcknowledgedAt: { } at } ? $"{pen.Name(by)} {clock.Say(at, now)}" : "");
        yield return (pen.Word("label.looks_after"), alarm.Owner is { } owner ? pen.Person(owner) : "");
        yield return (pen.Word("label.told_people"), alarm.IsOpen ? pen.Names(alarm.ReachedBy(now)) : "");
        yield return (pen.Word("label.done"), ShownText.Clip(alarm.WhatWasDone?.In(pen.Language), 400));
        yield return (pen.Word("label.ended"), alarm.EndedAt is { } ended ? clock.Say(ended, now) : "");
        yield return (pen.Word("label.round"), alarm.Round > 1 ? pen.Word("alarm.round", ("count", $"{alarm.Round}")) : "");
    }

    private static (string Name, string? Value)[] Data(Alarm alarm) => [("alarm", alarm.Id), ("round", $"{alarm.Round}")];

    private static IEnumerable<CardButton> Presses(Pen pen, Alarm alarm, string? reader, Instant now)
    {
        if (!alarm.IsOpen || reader is null)
        {
            yield break;
        }

        if (alarm.IsOfChain(reader))
        {
            if (alarm.State == AlarmState.Open)
            {
                yield return new CardButton(pen.Word("press.alarm.acknowledge"), CardVerbs.AlarmAcknowledge, Data(alarm)) { Style = ButtonStyle.Positive };
            }

            if (!string.Equals(alarm.Owner, reader, StringComparison.OrdinalIgnoreCase))
            {
                yield return new CardButton(pen.Word("press.alarm.take_over"), CardVerbs.AlarmTakeOver, Data(alarm)) { Style = alarm.State == AlarmState.Open ? ButtonStyle.Default : ButtonStyle.Positive };
            }

            yield return new CardButton(pen.Word("press.alarm.help"), CardVerbs.AlarmHelp, Data(alarm));
        }

        if (string.Equals(alarm.RaisedBy, reader, StringComparison.OrdinalIgnoreCase) && now - alarm.RoundAt <= TakeBackAlarm.Within)
        {
            yield return new CardButton(pen.Word("press.alarm.take_back"), CardVerbs.AlarmTakeBack, Data(alarm)) { Style = ButtonStyle.Destructive };
        }
    }

    private static IEnumerable<CardQuestion> Questions(Pen pen, Alarm alarm, string? reader)
    {
        if (!alarm.IsOpen || reader is null)
        {
            yield break;
        }

        if (alarm.IsOfChain(reader))
        {
            yield return new CardQuestion(
                pen.Word("press.alarm.resolve"), new CardButton(pen.Word("press.alarm.resolve.confirm"), CardVerbs.AlarmResolve, Data(alarm)) { Style = ButtonStyle.Positive },
                new CardField("f_what", InputKind.Paragraph, pen.Word("label.what_was_done")) { Error = pen.Word("error.required") });
            yield return new CardQuestion(
                pen.Word("press.alarm.hand_on"), new CardButton(pen.Word("press.alarm.hand_on.confirm"), CardVerbs.AlarmHandOn, Data(alarm)),
                Colleagues.Of(pen, "f_to", pen.Word("label.to"), pen.Workplace.Directory.People.Where(person => person.Roles.Any(role => role is not (Role.Contractor or Role.Administrator))), reader),
                new CardField("f_words", InputKind.Paragraph, pen.Word("label.note")));
        }
        else if (alarm.IsReporter(reader))
        {
            yield return new CardQuestion(
                pen.Word("press.alarm.details"), new CardButton(pen.Word("press.alarm.details.confirm"), CardVerbs.AlarmDetails, Data(alarm)) { Style = ButtonStyle.Positive },
                new CardField("f_since", InputKind.Time, pen.Word("label.since")),
                new CardField("f_affected", InputKind.Paragraph, pen.Word("label.affected")),
                new CardField("f_words", InputKind.Paragraph, pen.Word("label.more")));
        }
    }

    // To the chain: who is there. To who reported it: those who were told first.
    private static IEnumerable<CardCall?> Calls(Pen pen, Alarm alarm, string? reader, Instant now)
    {
        if (!alarm.IsOpen)
        {
            return [];
        }

        IEnumerable<string> people = reader is not null && alarm.IsReporter(reader) && !alarm.IsOfChain(reader)
            ? [.. alarm.Owner is { } owner ? [owner] : Array.Empty<string>(), .. alarm.ReachedBy(now)]
            : alarm.Reports.Select(report => report.By).Reverse();
        return people.Distinct(StringComparer.OrdinalIgnoreCase).Where(person => !string.Equals(person, reader, StringComparison.OrdinalIgnoreCase))
            .Select(person => pen.Call(pen.Workplace.Directory.FindPerson(person)));
    }
}
