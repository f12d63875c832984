using NodaTime;
using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Procedures;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>"Can I do it now?", to be read on a phone at two in the morning: the answer with its time, what stands in the way and who clears it, the next press first.</summary>
internal static class VerdictCard
{
    /// <summary>Draws the answer.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Rules, names and words.</param>
    /// <param name="visit">The visit that it was decided for.</param>
    /// <param name="shown">What was answered.</param>
    /// <param name="reader">The id of who reads it: only the visit's lead gets presses that act.</param>
    /// <param name="checklist">The visit's checklist of now.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="delay">How long the question was under way, where it came late; null else.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, GateAnswer shown, string reader, Checklist checklist, Instant now, Language language, Duration? delay = null)
    {
        var pen = new Pen(deck, workplace, language);
        var clock = pen.Clock(visit, now);
        var (tone, title) = Headline(pen, clock, shown, now);
        var inTheWay = shown.Verdict.InTheWay.OrderBy(check => check.FixedBy == FixedBy.Time).ToList();
        var settled = shown.Verdict.Checks.Where(check => !check.StandsInTheWay).ToList();
        var rule = workplace.Gate.For(shown.Kind);
        var subtitle = Pen.Dotted(
            !shown.IsAhead ? null : pen.Word("verdict.for", ("at", clock.Say(shown.Moment, now))),
            Pen.Capital(pen.Say(rule.Name)), Pen.Equipment(visit.Plan), pen.Site(visit.Site), visit.Id);
        var callers = new VerdictCallers(pen, visit, reader, clock.DateOf(now));
        var presses = VerdictPresses.Of(pen, visit, shown, reader, checklist).ToList();

        // Below a long list the next press would be out of sight.
        var first = inTheWay.Count > 2 ? 1 : 0;
        IEnumerable<string> warnings =
        [
            .. shown.Lapses.Select(lapse => pen.Word("verdict.lapses", ("check", Title(pen, lapse.Check)), ("at", clock.Say(lapse.LastMoment, now)))),
            .. shown.Conflicts.Select(conflict => ShownText.Clip(pen.Say(conflict.Warning), 300)),
        ];

        Action<CardData> Fields(int reason, bool folded) => data => data
            .Head(tone, title, subtitle)
            .Lines("lines", [delay is { } late ? pen.Word("verdict.late", ("at", clock.Say(now - late, now)), ("now", clock.Say(now, now))) : "", shown.AsHardware ? pen.Word("verdict.as_hardware") : "", ShownText.Clip(pen.Say(shown.Verdict.Advice), 900)])
            .List("wanted", inTheWay, (to, check) => Write(to, pen, check, VerdictConsents.Reason(pen, visit, check, clock, now), reason).Put("call", callers.Url(check)).Put("who", callers.Words(check)))
            .Lines("warnings", warnings)
            .Put("fold", pen.Word("verdict.settled", ("count", $"{settled.Count}")))
            .List("settled", settled, (to, check) => Write(to, pen, check, pen.Say(check.Reason), folded ? reason : 0))
            .Lines("policy", folded ? shown.Policy.Lines.Take(12).Select(line => ShownText.Clip(Pen.Capital(pen.Say(shown.Policy.Sentence(line, now))), reason)) : [])
            .Buttons("first", presses.Take(first))
            .Presses(presses.Skip(first), VerdictPresses.WithoutGo(pen, visit, shown, reader));

        return pen.Draw("verdict", Pen.Dotted(title, subtitle), Fields(300, true), Fields(160, true), Fields(120, false));
    }

    private static CardData Write(CardData to, Pen pen, CheckResult check, string reason, int most) => to
        .Put("title", Title(pen, check.Id))
        .Put("by", Pen.Dotted(check.Provision ?? pen.Word("verdict.policy"), check.State is CheckState.Waived or CheckState.NotApplicable ? pen.Word($"verdict.state.{check.State.Name()}") : null))
        .Put("reason", most == 0 ? "" : ShownText.Clip(reason, most));

    private static string Title(Pen pen, string check) => pen.Workplace.Gate.Check(check) is { } rule ? Pen.Capital(pen.Say(rule.Title)) : check;

    private static (Tone Tone, string Title) Headline(Pen pen, SiteClock clock, GateAnswer shown, Instant now)
    {
        var verdict = shown.Verdict;
        string At(Instant moment) => clock.Say(moment, now);
        return verdict.Kind switch
        {
            VerdictKind.Go => (Tone.Good, verdict.StartBy is { } last && !shown.IsLengthUnknown ? pen.Word("verdict.go.until", ("until", At(last))) : pen.Word("verdict.go")),
            VerdictKind.Wait when verdict.Earliest is { } from && !shown.IsLengthUnknown => (Tone.Warning, pen.Word("verdict.wait", ("from", At(from)))),
            VerdictKind.Wait => (Tone.Attention, pen.Word(shown.IsLengthUnknown ? "verdict.wait.consent" : "verdict.no_opening")),
            VerdictKind.No when verdict.Earliest is { } from && from > shown.Moment && !shown.IsLengthUnknown => (Tone.Attention, pen.Word("verdict.no.from", ("from", At(from)))),
            VerdictKind.No => (Tone.Attention, pen.Word("verdict.no")),
            _ => (Tone.Attention, pen.Word("verdict.never")),
        };
    }
}
