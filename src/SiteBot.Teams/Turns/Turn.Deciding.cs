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

    /// <summary>What this turn changed of visits.</summary>
    public IEnumerable<VisitChange> Changes => visits.Values;

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
        standing = (standing ?? StandingChange.Of(Workplace.Standing)).Tell(e, Now, Person.Id);
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
        var talk = Talk with { Dialogs = dialogs };
        var json = talk.Json();
        var remembered = json == dialog.Json ? null : new DialogWrite(Incoming.Place.Key, dialog.Version, json);
        if (!HasFacts && remembered is null && addresses.IsEmpty && decisions.Count == 0 && outgoing.Count == 0 && texts.Count == 0)
        {
            return new Commit();
        }

        var commit = VisitCommit.Together(
        [
            .. visits.Values.Where(change => change.HasFacts).Select(change => VisitCommit.Of(change, Workplace, Now)),
            .. alarms.Values.Where(change => change.HasFacts).Select(AlarmCommit),
            new Commit
            {
                Streams = [.. standing is null ? [] : ImmutableArray.Create(StandingStream.Write(standing)), .. streams],
                Decisions = [.. decisions],
                Outgoing = [.. outgoing],
                Texts = [.. texts],
                Addresses = addresses,
                Dialog = remembered,
            },
        ]);
        return commit.IsNothing || Incoming.Key is not { } key ? commit : commit with { Turn = new TurnOutcome(key, Answer.Json()) };
    }

    private Commit AlarmCommit(AlarmChange change) => new()
    {
        Streams = [AlarmStream.Write(change)],
        Outgoing = AlarmNews.Of(change, Now),
        Plans = [new PlanWrite(change.After.Stream, AlarmPlan.Of(change.After, Workplace))],
    };
}
