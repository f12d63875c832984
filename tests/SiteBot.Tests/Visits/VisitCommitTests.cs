using NodaTime;
using SiteBot.Approvals;
using SiteBot.Escalation;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Reminders;
using SiteBot.Visits;
using static SiteBot.Tests.Visits.GoodNight;

namespace SiteBot.Tests.Visits;

public sealed class VisitCommitTests
{
    [Fact]
    public void A_change_is_kept_with_its_news_its_plan_and_texts_that_it_names_first()
    {
        var begun = VisitChange.Of(VisitFold.Begin("v7"))
            .Tell(new VisitEvent.Started("upgrade", Place.Procedures.InForce("upgrade")!.ContentHash, "BJ", "BJ-042", "CM-BJ", Engineer, null, null), At(0, 9), At(0, 9), Engineer)
            .Tell(new VisitEvent.Planned(Plan, null), At(0, 9), At(0, 9), Engineer);
        var commit = VisitCommit.Of(begun, Place, At(0, 9));

        var stream = commit.Streams.Single();
        Assert.Equal((StreamId.Visit("v7"), 0, 2, 2L), (stream.Stream, stream.ExpectedVersion, stream.Facts.Length, stream.Snapshot!.Version));
        Assert.Contains(commit.Outgoing, message => message.Kind == ReminderMessages.VisitCard);
        Assert.Equal(Agenda.Of(begun.After, Place.Procedures.InForce("upgrade")!, Place, At(0, 9)).Select(message => message.Key), commit.Plans.Single().Messages.Select(message => message.Key));
        Assert.Contains(begun.After.Procedure, commit.Texts.Select(text => text.Hash));
        Assert.Contains(Place.Standard.ContentHash, commit.Texts.Select(text => text.Hash));
        Assert.All(commit.Texts, text => Assert.Equal(text.Hash, new SiteBot.Reading.SourceFile("", text.Content).ContentHash));
        Assert.Empty(VisitCommit.Of(VisitChange.Of(begun.After).Tell(new VisitEvent.Arrived(), At(0, 22), At(0, 22), Engineer), Place, At(0, 22)).Texts);
    }

    [Fact]
    public void No_facts_are_no_commit() => Assert.True(VisitCommit.Of(VisitChange.Of(AllSet), Place, HalfPast).IsNothing);

    [Fact]
    public void Several_become_one_and_each_thing_stands_once()
    {
        var answer = AllSet.Ask().Answered();
        var started = VisitCommit.Of(VisitChange.Of(AllSet).Tell(new VisitEvent.OperationStarted("upgrade", answer.Id, null, null), HalfPast, HalfPast, Engineer), Place, HalfPast);
        var turn = new Commit { Turn = new TurnOutcome("a", "b"), Dialog = new DialogWrite("c", 1, null) };
        var together = VisitCommit.Together(answer.Commit, started, turn, answer.Commit);

        Assert.Equal((1, 1, 1, started.Outgoing.Length), (together.Streams.Length, together.Decisions.Length, together.Plans.Length, together.Outgoing.Length));
        Assert.Equal(together.Texts.Length, together.Texts.DistinctBy(text => text.Hash).Count());
        Assert.Equal((turn.Turn, turn.Dialog), (together.Turn, together.Dialog));
        Assert.Throws<ArgumentException>(() => VisitCommit.Together(started, started));
        Assert.Throws<ArgumentException>(() => VisitCommit.Together(turn, turn));
    }

    [Fact]
    public void A_visit_read_back_from_what_was_kept_is_the_same()
    {
        var mailed = AllSet.Told(new VisitEvent.ConsentByMail("m1", ApproverRole.OfficeHead, Scope, new PrivateText("王芳"), null), At(0, 17)).Replanned(plan => plan with { To = At(1, 5) });
        var write = VisitStream.Write(mailed with { Version = mailed.Version - 1 }, mailed, []);
        var read = VisitStream.Read(new StreamView(mailed.Stream, mailed.Version, write.Snapshot, []))!;

        Assert.Equal(mailed.Consents.AsEnumerable().Select(request => (request.Id, request.State, request.AnsweredBy)), read.Consents.Select(request => (request.Id, request.State, request.AnsweredBy)));
        Assert.Equal(mailed.Steps["customer_consent"].Scope, read.Steps["customer_consent"].Scope);
    }
}
