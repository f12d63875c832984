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

public sealed class VisitNewsTests
{
    private static readonly PrivateText Why = new("用户要求马上恢复");

    private static IReadOnlyList<OutgoingMessage> News(Visit visit, VisitEvent e, Instant at, string by = Engineer) => VisitNews.Of(VisitChange.Of(visit).Tell(e, at, at, by), Place, at);

    private static (string Who, Urgency Urgency)[] Of(IEnumerable<OutgoingMessage> news, string kind) =>
        [.. news.Where(message => message.Kind == kind).Select(message => (message.To.Id, message.Urgency))];

    public static TheoryData<string, Visit, VisitEvent> Everything => new()
    {
        { "asked", Prepared, new VisitEvent.ConsentAsked("r1", ApproverRole.ProductSupport, Scope, [Support], false) },
        { "answered", Asked, new VisitEvent.ConsentAnswered("r1", true, null, null, null) },
        { "a step", AllSet, new VisitEvent.StepTold("clear_up", StepOutcome.Done, AllSet.Steps["documents_read"].Values, AllSet.Steps["documents_read"].Private, []) },
        { "started", AllSet, new VisitEvent.OperationStarted("upgrade", "d1", null, null) },
        { "cancelled", AllSet, new VisitEvent.Cancelled(Why) },
        { "closed", AllSet, new VisitEvent.Closed() },
        { "handed over", AllSet, new VisitEvent.HandedOver(Colleague, Why) },
    };

    [Theory]
    [MemberData(nameof(Everything))]
    public void After_any_change_the_channels_card_changes_in_place(string what, Visit visit, VisitEvent e)
    {
        Assert.NotEmpty(what);
        var card = News(visit, e, HalfPast).Single(message => message.To.IsChannel);

        Assert.Equal((ReminderMessages.VisitCard, "channel/BJ", "visit/v7", HalfPast, StreamId.Visit("v7")), (card.Kind, card.To.Value, card.Slot, card.DueAt, card.About));
        Assert.Equal("v7", ReminderData.Read(card.Data).Visit);
    }

    [Fact]
    public void Nothing_new_is_not_told() => Assert.Empty(VisitNews.Of(VisitChange.Of(AllSet), Place, HalfPast));

    [Fact]
    public void A_request_goes_to_each_who_may_answer_into_one_place()
    {
        var news = News(Prepared, new VisitEvent.ConsentAsked("r1", ApproverRole.ProductSupport, Scope, [Support, Head], false), At(0, 10));
        var cards = news.Where(message => message.Kind == VisitMessages.ConsentCard).ToList();

        Assert.Equal([("zhao.lei", Urgency.Routine), ("wang.fang", Urgency.Routine)], Of(news, VisitMessages.ConsentCard));
        Assert.All(cards, card => Assert.Equal("consent/v7/r1", card.Slot));
        Assert.Equal(("r1", Scope.Hash()), (VisitMessageData.Read(cards[0].Data).Request, VisitMessageData.Read(cards[0].Data).Scope));
    }

    [Theory]
    [InlineData(false, 10, Urgency.Routine)]
    [InlineData(true, 10, Urgency.Urgent)]
    [InlineData(false, 21, Urgency.Urgent)]
    public void A_restoring_request_and_a_near_window_are_urgent(bool restoring, int hour, Urgency urgency) => Assert.All(
        Of(News(Prepared, new VisitEvent.ConsentAsked("r1", ApproverRole.ProductSupport, Scope, [Support], restoring), At(0, hour)), VisitMessages.ConsentCard),
        card => Assert.Equal(urgency, card.Urgency));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_first_answer_is_told_to_the_engineer_and_closes_the_others_cards(bool approved)
    {
        var two = Asked with { Consents = [.. Asked.Consents.Select(request => request with { AskedOf = [Head, "liu.na"] })] };
        var news = News(two, new VisitEvent.ConsentAnswered("r2", approved, null, null, Why), At(0, 15), Head);

        Assert.Equal([(Engineer, Urgency.Routine)], Of(news, VisitMessages.ConsentAnswered));
        Assert.Equal([Head, "liu.na"], Of(news, VisitMessages.ConsentCard).Select(card => card.Who));
        Assert.All(news.Where(message => message.Kind == VisitMessages.ConsentCard), card => Assert.Equal("consent/v7/r2", card.Slot));
    }

    [Fact]
    public void Whoever_asked_for_the_lead_hears_the_answer_too()
    {
        var handed = Asked.Told(new VisitEvent.HandedOver(Colleague, null), At(0, 11));

        Assert.Equal([Colleague, Engineer], Of(News(handed, new VisitEvent.ConsentAnswered("r2", true, null, null, null), At(0, 15), Head), VisitMessages.ConsentAnswered).Select(line => line.Who));
    }

    [Fact]
    public void A_consent_taken_back_is_told() =>
        Assert.Equal([Engineer], Of(News(AllSet, new VisitEvent.ConsentWithdrawn("r2", Why), At(0, 20), Head), VisitMessages.ConsentWithdrawn).Select(line => line.Who));

    [Fact]
    public void A_changed_scope_tells_who_consented_which_part_changed_and_closes_the_cards()
    {
        var news = News(AllSet, new VisitEvent.Planned(Plan with { TargetVersion = "V3.08.20", To = At(1, 5) }, null), At(0, 16));

        Assert.Equal([Support, Head], Of(news, VisitMessages.ConsentVoided).Select(line => line.Who));
        Assert.Equal(
            [ScopePart.TargetVersion, ScopePart.Window], VisitMessageData.Read(news.First(message => message.Kind == VisitMessages.ConsentVoided).Data).Parts!.Value.AsEnumerable());
        Assert.Equal([Support, Head], Of(news, VisitMessages.ConsentCard).Select(card => card.Who));
        Assert.Contains(Of(News(AllSet, new VisitEvent.Planned(Plan with { To = At(1, 5) }, null), At(0, 16), Head), VisitMessages.ConsentVoided), line => line.Who == Engineer);
    }

    [Fact]
    public void A_request_that_was_only_open_closes_without_a_line()
    {
        var news = News(Asked, new VisitEvent.Planned(Plan with { To = At(1, 5) }, null), At(0, 16));

        Assert.Empty(Of(news, VisitMessages.ConsentVoided));
        Assert.Equal(2, Of(news, VisitMessages.ConsentCard).Length);
    }

    [Fact]
    public void Done_without_a_go_is_told_to_the_head_of_the_regional_office_at_once()
    {
        var news = News(Asked, new VisitEvent.DoneWithoutGo("upgrade", "d9", null, Why), HalfPast);

        Assert.Equal([(Head, Urgency.Urgent)], Of(news, VisitMessages.DoneWithoutGo));
        Assert.Equal(("d9", 1), (VisitMessageData.Read(news.Single(message => message.Kind == VisitMessages.DoneWithoutGo).Data).Decision, VisitMessageData.Read(news.Single(message => message.Kind == VisitMessages.DoneWithoutGo).Data).Run));
    }

    [Fact]
    public void A_handover_is_told_to_the_new_lead_and_by_somebody_else_to_the_former_too()
    {
        Assert.Equal([(Colleague, Urgency.Urgent)], Of(News(AllSet, new VisitEvent.HandedOver(Colleague, Why), At(1, 3)), VisitMessages.HandedOver));
        Assert.Equal([Colleague, Engineer], Of(News(AllSet, new VisitEvent.HandedOver(Colleague, Why), At(1, 3), Head), VisitMessages.HandedOver).Select(line => line.Who));
        Assert.Equal([Engineer], Of(News(AllSet, new VisitEvent.HandedOver(Colleague, Why), At(1, 3), Colleague), VisitMessages.HandedOver).Select(line => line.Who));
    }

    [Theory]
    [InlineData(OperationOutcome.Done, Urgency.Routine)]
    [InlineData(OperationOutcome.RolledBack, Urgency.Urgent)]
    [InlineData(OperationOutcome.Failed, Urgency.Urgent)]
    public void The_end_is_told_to_those_of_6_5_4(OperationOutcome outcome, Urgency urgency)
    {
        var running = AllSet.Told(new VisitEvent.OperationStarted("upgrade", "d1", null, null), HalfPast);

        Assert.Equal([(Remote, urgency), (Support, urgency), (Head, urgency)], Of(News(running, new VisitEvent.OperationEnded(outcome, Why), At(1, 2)), VisitMessages.Completion));
    }

    [Fact]
    public void What_is_reported_open_afterwards_stands_where_the_end_was_told()
    {
        var over = AllSet.Told(new VisitEvent.OperationStarted("upgrade", "d1", null, null), HalfPast).Told(new VisitEvent.OperationEnded(OperationOutcome.Done, null), At(1, 2));
        var told = VisitNews.Of(VisitChange.Of(over).Tell(
            new VisitEvent.StepTold("completion_told", StepOutcome.Done, AllSet.Steps["documents_read"].Values, AllSet.Steps["documents_read"].Private, []), At(1, 3), At(1, 3), Engineer), Place, At(1, 3));

        Assert.All(told.Where(message => message.Kind == VisitMessages.Completion), message => Assert.Equal("completion/v7/1", message.Slot));
        Assert.Equal(3, Of(told, VisitMessages.Completion).Length);
        Assert.Empty(Of(News(over, new VisitEvent.StepTold("remote_support_ready", StepOutcome.Done, AllSet.Steps["documents_read"].Values, AllSet.Steps["documents_read"].Private, []), At(1, 3)), VisitMessages.Completion));
    }

    [Fact]
    public void Restored_service_is_told_once_to_who_was_alarmed()
    {
        var down = AllSet.Told(new VisitEvent.ServiceStateTold(ServiceState.Interrupted, null), HalfPast);
        var restored = VisitChange.Of(down).Tell(new VisitEvent.ServiceStateTold(ServiceState.Normal, Why), At(1, 1), At(1, 1), Engineer);

        Assert.Equal([Support, Head], Of(VisitNews.Of(restored, Place, At(1, 1)), VisitMessages.ServiceRestored).Select(line => line.Who));
        Assert.Empty(Of(News(AllSet, new VisitEvent.ServiceStateTold(ServiceState.Normal, null), At(1, 1)), VisitMessages.ServiceRestored));

        var alarm = new Commit { Outgoing = [new OutgoingMessage("alarm/a1", Recipient.Person(Support), Urgency.Urgent, At(1, 1), AlarmMessages.Resolved, StreamId.Alarm("a1"), "{}", null)] };
        Assert.Equal([Head], Of(VisitCommit.Together(VisitCommit.Of(restored, Place, At(1, 1)), alarm).Outgoing, VisitMessages.ServiceRestored).Select(line => line.Who));
    }

    [Fact]
    public void A_cancelled_visit_is_told_to_whose_consent_is_for_nothing()
    {
        var news = News(AllSet, new VisitEvent.Cancelled(Why), At(0, 20));

        Assert.Equal([Support, Head], Of(news, VisitMessages.Cancelled).Select(line => line.Who));
        Assert.Equal(2, Of(news, VisitMessages.ConsentCard).Length);
    }

    [Fact]
    public void A_start_closes_the_cards_by_which_a_consent_could_be_taken_back() =>
        Assert.Equal([Support, Head], Of(News(AllSet, new VisitEvent.OperationStarted("upgrade", "d1", null, null), HalfPast), VisitMessages.ConsentCard).Select(card => card.Who));

    [Fact]
    public void While_it_runs_a_fact_that_takes_the_go_away_is_told_to_the_engineer()
    {
        var running = AllSet.Told(new VisitEvent.OperationStarted("upgrade", "d1", null, null), HalfPast);
        var news = News(running, new VisitEvent.DataChanged(Why), At(1, 1), Colleague);
        var lapsed = news.Single(message => message.Kind == VisitMessages.GoLapsed);

        Assert.Equal((Engineer, Urgency.Urgent), (lapsed.To.Id, lapsed.Urgency));
        Assert.Equal(["backup"], VisitMessageData.Read(lapsed.Data).Checks!.Value.AsEnumerable());
        Assert.StartsWith("Stop at a safe step", GoLapses.Of(VisitChange.Of(running).Tell(new VisitEvent.DataChanged(Why), At(1, 1), At(1, 1), Engineer), Place, At(1, 1)).Single().Text.En, StringComparison.Ordinal);
        Assert.DoesNotContain(News(running, new VisitEvent.DataChanged(Why), At(1, 1)), message => message.Kind == VisitMessages.GoLapsed);
        Assert.DoesNotContain(News(AllSet, new VisitEvent.DataChanged(Why), At(1, 1), Colleague), message => message.Kind == VisitMessages.GoLapsed);
    }

    [Fact]
    public void A_message_carries_no_words_of_a_person_and_no_two_have_the_same_key()
    {
        var change = VisitChange.Of(Asked);
        var all = new List<OutgoingMessage>();
        foreach (var (e, at, by) in new (VisitEvent, Instant, string)[]
        {
            (new VisitEvent.ConsentAnswered("r1", true, null, null, Why), At(0, 15), Support),
            (new VisitEvent.ConsentAnswered("r2", false, null, null, Why), At(0, 15), Head),
            (new VisitEvent.ConsentAsked("r3", ApproverRole.OfficeHead, Scope, [Head], false), At(0, 16), Engineer),
            (new VisitEvent.ConsentByMail("m1", ApproverRole.OfficeHead, Scope, Why, null), At(0, 17), Engineer),
            (new VisitEvent.DoneWithoutGo("upgrade", "d9", Why, Why), HalfPast, Engineer),
            (new VisitEvent.OperationEnded(OperationOutcome.Failed, Why), At(1, 1), Engineer),
            (new VisitEvent.HandedOver(Colleague, Why), At(1, 2), Engineer),
        })
        {
            var next = VisitChange.Of(change.After).Tell(e, at, at, by);
            all.AddRange(VisitNews.Of(next, Place, at));
            change = next;
        }

        Assert.All(all, message => Assert.DoesNotContain(Why.Value!, message.Data, StringComparison.Ordinal));
        Assert.Equal(all.Count, all.Select(message => message.Key).Distinct().Count());
        Assert.All(all, message => Assert.InRange(message.Key.Length, 1, 200));
    }

    [Fact]
    public void The_same_change_has_the_same_keys()
    {
        var change = VisitChange.Of(Asked).Tell(new VisitEvent.ConsentAnswered("r1", true, null, null, null), At(0, 15), At(0, 15), Support);

        Assert.Equal(VisitNews.Of(change, Place, At(0, 15)).Select(message => message.Key), VisitNews.Of(change, Place, At(0, 16)).Select(message => message.Key));
    }
}
