using NodaTime;
using SiteBot.Gate;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>A visit's plan and people, as labels and what stands beside them.</summary>
internal static class VisitFactsShown
{
    public static IEnumerable<(string Label, string Text)> Of(Pen pen, Visit visit, Instant now)
    {
        var clock = pen.Clock(visit, now);
        yield return (pen.Word("label.engineer"), pen.Person(visit.Lead));
        yield return (pen.Word("label.contact"), Contact(pen, visit));
        yield return (pen.Word("label.window"), visit.Plan is { From: { } from, To: { } to } ? clock.SayStretch(from, to, now) : "");
        yield return (pen.Word("label.length"), visit.Plan.DurationMinutes is { } minutes ? pen.Word("minutes", ("count", $"{minutes}")) : "");
        yield return (pen.Word("label.version"), Versions(visit.Plan));
        yield return (pen.Word("label.appointment"), visit.Appointment is { } at ? clock.Say(at, now) : "");
        yield return (pen.Word("label.service_state"), visit.ServiceState == ServiceState.Normal ? "" : pen.Word($"service.{CardWords.Of(visit.ServiceState)}"));
        if (visit.Running is { } run)
        {
            yield return (pen.Word("label.started"), clock.Say(run.StartedAt, now));
            yield return (pen.Word("label.roll_back_by"), run.RollBackBy is { } back ? clock.Say(back, now) : "");
            yield return (pen.Word("label.end_by"), run.EndBy is { } end ? clock.Say(end, now) : "");
        }

        yield return (pen.Word("label.on_site"), visit is { IsOnSite: true, ArrivedAt: { } arrived } ? pen.Word("since", ("at", clock.Say(arrived, now)))
            : visit.Left is { } left ? pen.Word($"left.{CardWords.Of(left.How)}", ("at", clock.Say(left.At, now))) : "");
    }

    public static string Contact(Pen pen, Visit visit) =>
        Pen.Dotted(visit.ContactName is { } name ? ShownText.Name(name.In(pen.Language)) : null, visit.ContactPhone is { } phone ? Pen.Phone(phone.In(pen.Language)) : null);

    private static string Versions(WorkPlan plan) => (plan.CurrentVersion, plan.TargetVersion) switch
    {
        ({ } now, { } then) => $"{ShownText.Name(now)} → {ShownText.Name(then)}",
        var (now, then) => ShownText.Name(then ?? now),
    };
}
