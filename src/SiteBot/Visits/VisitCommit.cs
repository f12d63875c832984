using System.Collections.Immutable;
using NodaTime;
using SiteBot.Escalation;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Reminders;

namespace SiteBot.Visits;

/// <summary>What the ledger keeps of a change of a visit, whole: the facts, the news for others, what it owes from now on, and texts that it names first.</summary>
public static class VisitCommit
{
    /// <summary>The commit of a change; nothing where it has no facts.</summary>
    /// <param name="change">The change. Several verbs of one turn are told one after the other into one change.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="now">Business time.</param>
    public static Commit Of(VisitChange change, Workplace workplace, Instant now)
    {
        if (!change.HasFacts)
        {
            return Commit.Nothing;
        }

        var procedure = workplace.Procedures.Of(change.After.Service, change.After.Procedure);
        return new Commit
        {
            Streams = [VisitStream.Write(change.Before, change.After, change.Facts)],
            Outgoing = VisitNews.Of(change, workplace, now),
            Plans = [new PlanWrite(change.After.Stream, Agenda.Of(change.After, procedure, workplace, now))],
            Texts = change.Facts.Any(fact => fact.Event is VisitEvent.Started or VisitEvent.ProcedureMoved)
                ? [new KeptText(procedure.ContentHash, procedure.Kept.Text), .. workplace.Standard.Sources.Select(text => new KeptText(text.ContentHash, text.Text))]
                : [],
        };
    }

    /// <summary>Several commits as one: changes of several streams, decisions, a dialog, in one transaction.</summary>
    /// <exception cref="ArgumentException">Two of them write the same stream, two a dialog's state, or two an activity's outcome.</exception>
    public static Commit Together(params ReadOnlySpan<Commit> commits)
    {
        var all = new Commit();
        foreach (var commit in commits)
        {
            all = new Commit
            {
                Streams = all.Streams.AddRange(commit.Streams),
                Decisions = [.. all.Decisions.Concat(commit.Decisions).DistinctBy(decision => decision.Id)],
                Outgoing = [.. all.Outgoing.Concat(commit.Outgoing).DistinctBy(message => message.Key)],
                Plans = [.. all.Plans.Concat(commit.Plans).Reverse().DistinctBy(plan => plan.Stream).Reverse()],
                Dialog = Only(all.Dialog, commit.Dialog, "dialog states"),
                Addresses = all.Addresses.AddRange(commit.Addresses),
                Texts = [.. all.Texts.Concat(commit.Texts).DistinctBy(text => text.Hash)],
                Turn = Only(all.Turn, commit.Turn, "outcomes"),
            };
        }

        return all.Streams.Select(write => write.Stream).Distinct().Count() == all.Streams.Length
            ? all with { Outgoing = ToldOnce(all.Outgoing) }
            : throw new ArgumentException("Two changes of one stream are told into one change first.", nameof(commits));
    }

    // Whoever hears from an alarm that the service runs again need not hear it from the visit too.
    private static ImmutableArray<OutgoingMessage> ToldOnce(ImmutableArray<OutgoingMessage> outgoing)
    {
        var told = outgoing.Where(message => message.Kind == AlarmMessages.Resolved).Select(message => message.To).ToHashSet();
        return outgoing.RemoveAll(message => message.Kind == VisitMessages.ServiceRestored && told.Contains(message.To));
    }

    private static T? Only<T>(T? one, T? other, string what)
        where T : class =>
        one is null ? other : other is null ? one : throw new ArgumentException($"One commit holds one of the {what}.");
}
