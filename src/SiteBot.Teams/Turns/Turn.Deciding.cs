using System.Collections.Immutable;
using NodaTime;
using SiteBot.Escalation;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.People;
using SiteBot.Questions;
using SiteBot.Standing;
using SiteBot.Visits;

namespace SiteBot.Teams.Turns;

internal sealed partial class Turn
{
    private readonly List<DecisionWrite> decisions = [];
    private readonly List<KeptText> texts = [];
    private readonly List<OutgoingMessage> outgoing = [];
    private readonly List<StreamWrite> streams = [];
    private StandingChange? standing;

    /// <summary>True where a fact was told.</summary>
    public bool HasFacts => visits.Values.Any(change => change.HasFacts) || alarms.Values.Any(change => change.HasFacts) || standing is not null || streams.Count > 0;

    /// <summary>Tells what a verb decided of a visit.</summary>
    /// <param name="visit">The visit, as this turn knows it.</param>
    /// <param name="decided">What was decided.</param>
    /// <returns>Why not, or null where the facts were told.</returns>
    public Refusal? Tell(Visit visit, Decided decided)
    {
        if (decided.Refusal is null)
        {
            visits[visit.Id] = (visits.GetValueOrDefault(visit.Id) ?? VisitChange.Of(visit)).Tell(decided, Now, Person.Id);
        }

        return decided.Refusal;
    }

    /// <summary>Tells what a verb decided of an alarm.</summary>
    /// <returns>Why not, or null where the facts were told.</returns>
    public Refusal? Tell(AlarmDecided decided)
    {
        if (decided.Change is { } change)
        {
            alarms[change.After.Id] = change;
        }

        return decided.Refusal;
    }

    /// <summary>Tells what holds for everybody from now on.</summary>
    public void Tell(StandingEvent e)
    {
        var before = standing?.After ?? Workplace.Standing;
        var fact = new StandingFact(e, Now, Person.Id);
        standing = standing is null
            ? new StandingChange(before, before.With(fact), [fact])
            : standing with { After = before.With(fact), Facts = standing.Facts.Add(fact) };
        Workplace = Workplace with { Standing = standing.After };
    }

    /// <summary>Speaks another language from now on.</summary>
    public void Speak(Language language)
    {
        Language = language;
        Talk = Talk with { Language = null };
        if (me.Language != language)
        {
            (me, var write) = PersonStream.Write(me, new PersonEvent.LanguageChosen(language), Now);
            streams.Add(write);
        }
    }

    /// <summary>Keeps a decision of the gate with the texts that it names.</summary>
    public void Keep(DecisionWrite decision, ImmutableArray<KeptText> named)
    {
        decisions.Add(decision);
        texts.AddRange(named);
    }

    /// <summary>Keeps facts of a stream that is neither a visit's nor an alarm's.</summary>
    public void Keep(StreamWrite write) => streams.Add(write);

    /// <summary>Keeps what was decided of a passed-on question.</summary>
    /// <returns>Why not, or null where it is kept.</returns>
    public Refusal? Keep(QuestionDecided decided)
    {
        if (decided.Write is { } write)
        {
            streams.Add(write);
            outgoing.AddRange(decided.Outgoing);
        }

        return decided.Refusal;
    }

    /// <summary>Tells somebody who is not in this turn.</summary>
    public void Send(params ReadOnlySpan<OutgoingMessage> messages) => outgoing.AddRange(messages);

    /// <summary>All that is to be kept, in one transaction; nothing where the turn changed nothing.</summary>
    /// <param name="dialogs">The dialogs' own state at the end of the turn, or null.</param>
    /// <param name="addresses">Ways to reach people that this turn learned.</param>
    public Commit ToCommit(string? dialogs, ImmutableArray<Address> addresses)
    {
        var commit = new Commit { Addresses = addresses };
        var talk = Talk with { Dialogs = dialogs };
        if (talk.Json() is var json && json != TalkBefore.Json())
        {
            commit = commit with { Dialog = new DialogWrite(Incoming.Place.Key, dialogVersion, json) };
        }

        foreach (var change in visits.Values.Where(change => change.HasFacts))
        {
            commit = VisitCommit.Into(commit, change, Workplace, Now);
        }

        foreach (var change in alarms.Values.Where(change => change.HasFacts))
        {
            commit = commit with
            {
                Streams = commit.Streams.Add(AlarmStream.Write(change)),
                Outgoing = [.. commit.Outgoing, .. AlarmNews.Of(change, Now)],
                Plans = commit.Plans.Add(new PlanWrite(change.After.Stream, AlarmPlan.Of(change.After, Workplace))),
            };
        }

        if (standing is not null)
        {
            commit = commit with { Streams = commit.Streams.Add(StandingStream.Write(standing)) };
        }

        commit = commit with
        {
            Streams = [.. commit.Streams, .. streams],
            Decisions = [.. commit.Decisions, .. decisions],
            Outgoing = [.. commit.Outgoing, .. outgoing],
            Texts = [.. commit.Texts, .. texts],
        };
        return commit.IsNothing || Incoming.Key is not { } key ? commit : commit with { Turn = new TurnOutcome(key, Answer.Json()) };
    }
}
