using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Chromium.Cards;
using SiteBot.Directory;
using SiteBot.Escalation;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Questions;
using SiteBot.Reminders;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Delivery;
using SiteBot.Visits;

namespace SiteBot.Teams.Tests.Cards;

/// <summary>Every kind of outgoing message has a drawing, and says when it is overtaken.</summary>
public sealed class OutgoingCardsTests(CardRenderer renderer) : IClassFixture<CardRenderer>
{
    private static readonly OutgoingCards Cards = new(Sample.Deck);

    /// <summary>The constants of classes named …Messages, and those called Kind.</summary>
    public static TheoryData<string> Kinds =>
    [
        .. typeof(Visit).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(constant => constant.IsLiteral && constant.FieldType == typeof(string) && (type.Name.EndsWith("Messages", StringComparison.Ordinal) || constant.Name == "Kind")))
            .Select(constant => (string)constant.GetRawConstantValue()!),
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_message_has_a_drawing(string kind) => Assert.Contains(kind, OutgoingCards.Kinds);

    [Theory]
    [MemberData(nameof(OfVisits))]
    [MemberData(nameof(OfAlarms))]
    public async Task A_message_is_drawn_from_the_facts_of_now_for_a_person_and_for_a_channel(string kind, bool alarm)
    {
        foreach (var to in new[] { Recipient.Person("li.ming"), Recipient.Person("wang.fang"), Recipient.Channel("BJ") })
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                var drawn = Draw(kind, alarm, to, Scene.Real(language));
                if (drawn is Drawn.Show shown)
                {
                    Assert.Empty((await renderer.Check(shown.Card.Json)).Faults);
                    Assert.True(to.IsChannel || shown.Mentions.IsEmpty);
                }
                else
                {
                    Assert.Fail(((Drawn.Overtaken)drawn).Reason);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(OfVisits))]
    [MemberData(nameof(OfAlarms))]
    public void The_small_card_stays_below_eight_kilobytes_whatever_people_typed(string kind, bool alarm)
    {
        foreach (var words in Sample.Hostile)
        {
            var scene = new Scene(Language.Zh, words, Sample.Called(words));
            var (message, view) = Message(kind, alarm, Recipient.Person("li.ming"), scene);
            var small = Assert.IsType<Drawn.Show>(Cards.DrawSmall(message, view, scene.Place, scene.Language, When(kind)));
            Assert.InRange(Encoding.UTF8.GetByteCount(small.Card.Json), 200, 8 * 1024);
        }
    }

    [Fact]
    public void A_reminder_of_what_was_done_since_is_overtaken()
    {
        var scene = Scene.Real(Language.En);
        var visit = scene.Ended(OperationOutcome.Done);
        var message = Of(ReminderMessages.Operation, new ReminderData(visit.Id, What: "roll-back-now", Operation: 1).Json(), visit.Stream, Recipient.Person("li.ming"));

        Assert.IsType<Drawn.Overtaken>(Cards.Draw(message, View(visit), scene.Place, Language.En, Sample.Night));
    }

    [Fact]
    public void A_climb_is_overtaken_once_somebody_has_acknowledged()
    {
        var scene = Scene.Real(Language.En);
        var message = Of(AlarmMessages.Climb, new AlarmMessageData("A3", 1, 2, 1).Json(), scene.Owned.Stream, Recipient.Person("chen.yu"));

        Assert.IsType<Drawn.Overtaken>(Cards.Draw(message, View(scene.Owned), scene.Place, Language.En, Sample.Night));
    }

    [Fact]
    public void An_open_alarm_calls_whom_it_has_reached_by_name_in_the_channel()
    {
        var shown = Assert.IsType<Drawn.Show>(Draw(AlarmMessages.Card, true, Recipient.Channel("BJ"), Scene.Real(Language.En)));

        Assert.Equal(["zhao.lei", "wang.fang", "chen.yu", "liu.na"], shown.Mentions.Select(mentioned => mentioned.Person).ToArray());
    }

    [Theory]
    [InlineData(false, "zhao.lei", true)]
    [InlineData(true, "zhao.lei", false)]
    public async Task A_question_that_was_passed_on_is_answered_once(bool answered, string reader, bool mayAnswer)
    {
        foreach (var words in Sample.Hostile)
        {
            var (question, write) = QuestionStream.Write(new OpenQuestion { Id = "q1" }, new QuestionEvent.PassedOn(new PrivateText(words), ["zhao.lei"], true), Sample.Night, "li.ming");
            write = answered ? QuestionStream.Write(question, new QuestionEvent.Answered(new PrivateText(words)), Sample.Night, "zhao.lei").Write : write;
            var kind = answered ? QuestionMessages.Answered : QuestionMessages.Asked;
            foreach (var told in new[] { QuestionMessages.Asked, kind })
            {
                var shown = Assert.IsType<Drawn.Show>(Cards.Draw(Of(told, "{}", StreamId.Question("q1"), Recipient.Person(reader)), View(write), Sample.Place, Language.En, Sample.Night));

                Assert.Empty((await renderer.Check(shown.Card.Json, "${")).Faults);
                Assert.Equal(mayAnswer, CardPartsOf.Verbs(shown.Card.Json).Contains("answer.reply"));
            }
        }
    }

    [Fact]
    public async Task What_is_told_of_the_bot_itself_is_drawn()
    {
        var directory = Sample.Place.Directory;
        OutgoingMessage[] messages =
        [
            .. DirectoryRefused.Tell(directory, "/etc/directory.yaml", [], new string('a', 64), Sample.Night),
            .. ReachTest.Tell(directory, [Recipient.Channel("BJ"), Recipient.Person("zhao.lei")], Sample.Night),
            AuditHead.Tell(directory.Offices[0], new LocalDate(2026, 3, 10), new string('a', 64), Sample.Night),
            .. DeliveryBehind.Alarm(directory, new OutboxLag(12, 3, Sample.Night), Sample.Night),
            .. Undelivered.Consequences(Of(VisitMessages.ConsentCard, "{}", StreamId.Visit("V7K2"), Recipient.Person("zhao.lei")), FailureKind.Blocked, ["li.ming"], "BJ", Sample.Night).Where(message => message.Kind == Undelivered.Kind),
            .. Undelivered.Consequences(Of(AlarmMessages.Card, "{}", StreamId.Alarm("A3"), Recipient.Channel("BJ")), FailureKind.Unreachable, ["li.ming"], null, Sample.Night),
            .. Undelivered.Consequences(Of(ReminderMessages.Duty, "{}", StreamId.Visit("V7K2"), Recipient.Person("zhao.lei")), FailureKind.Permanent, ["li.ming"], null, Sample.Night),
        ];

        Assert.True(messages.Select(message => message.Kind).Distinct().Count() == 5);
        foreach (var message in messages)
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                var shown = Assert.IsType<Drawn.Show>(Cards.Draw(message, new LedgerView(null, new DialogView(0, null), []), Sample.Place, language, Sample.Night));
                Assert.Empty((await renderer.Check(shown.Card.Json)).Faults);
            }
        }
    }

    [Fact]
    public void What_is_not_on_record_is_overtaken()
    {
        var message = Of(VisitMessages.Cancelled, new VisitMessageData("V0", 1).Json(), StreamId.Visit("V0"), Recipient.Person("li.ming"));

        Assert.IsType<Drawn.Overtaken>(Cards.Draw(message, new LedgerView(null, new DialogView(0, null), [new StreamView(StreamId.Visit("V0"), 0, null, [])]), Sample.Place, Language.En, Sample.Night));
    }

    [Fact]
    public void A_digest_reads_the_open_visits_and_alarms_of_its_regional_office()
    {
        var needs = Cards.Needs(Of(ReminderMessages.MorningDigest, new ReminderData("", Office: "BJ").Json(), StreamId.Standing, Recipient.Person("wang.fang")));

        Assert.Equal([VisitLabels.OpenIn("BJ"), AlarmLabels.OpenIn("BJ")], needs.Labels.ToArray());
    }

    public static TheoryData<string, bool> OfVisits => Pairs(typeof(VisitMessages), typeof(ReminderMessages));

    public static TheoryData<string, bool> OfAlarms => Pairs(typeof(AlarmMessages));

    private static TheoryData<string, bool> Pairs(params Type[] types)
    {
        var pairs = new TheoryData<string, bool>();
        foreach (var field in types.SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(field => field.IsLiteral))
        {
            pairs.Add((string)field.GetRawConstantValue()!, types[0] == typeof(AlarmMessages));
        }

        return pairs;
    }

    private static Drawn Draw(string kind, bool alarm, Recipient to, Scene scene)
    {
        var (message, view) = Message(kind, alarm, to, scene);
        return Cards.Draw(message, view, scene.Place, scene.Language, When(kind));
    }

    private static Instant When(string kind) => kind switch
    {
        ReminderMessages.Duty or ReminderMessages.Lapses or ReminderMessages.Overdue or ReminderMessages.MorningDigest => Sample.Night + Duration.FromDays(2),
        _ => Sample.Midnight + Duration.FromHours(1),
    };

    private static (OutgoingMessage Message, LedgerView View) Message(string kind, bool ofAlarm, Recipient to, Scene scene)
    {
        if (ofAlarm)
        {
            var alarm = kind switch
            {
                AlarmMessages.Acknowledged or AlarmMessages.HandedOn => scene.Owned,
                AlarmMessages.Resolved => scene.Owned with { State = AlarmState.Resolved, EndedAt = Sample.Night, WhatWasDone = new PrivateText(scene.Words) },
                AlarmMessages.TakenBack => scene.Alarm with { State = AlarmState.TakenBack, EndedAt = Sample.Night },
                _ => scene.Alarm,
            };
            return (Of(kind, new AlarmMessageData(alarm.Id, 1, alarm.Version, 1).Json(), alarm.Stream, to), View(alarm));
        }

        var asked = scene.Prepared with { Consents = [Sample.Asked(scene.Visit, ApproverRole.ProductSupport)] };
        var visit = kind switch
        {
            VisitMessages.ConsentCard or ReminderMessages.ConsentChase or ReminderMessages.ConsentUnanswered => asked,
            VisitMessages.ConsentVoided => asked with { Consents = [asked.Consents[0] with { State = ConsentState.Void, AnsweredBy = "zhao.lei", AnsweredAt = Sample.Night }], Plan = asked.Plan with { TargetVersion = "V3.08.20" } },
            VisitMessages.DoneWithoutGo or VisitMessages.GoLapsed or ReminderMessages.Operation or ReminderMessages.Escort => scene.Running,
            VisitMessages.Completion => scene.Ended(OperationOutcome.RolledBack),
            VisitMessages.Cancelled => scene.AllSet with { EndedAt = Sample.Night, WasCancelled = true },
            VisitMessages.HandedOver => scene.AllSet with { FormerLeads = ["sun.bo"] },
            ReminderMessages.Silence or ReminderMessages.SilenceUp => scene.OnSite with { ServiceState = ServiceState.Interrupted },
            ReminderMessages.Duty or ReminderMessages.Lapses or ReminderMessages.Overdue or ReminderMessages.MorningDigest => Left(scene),
            _ => scene.AllSet,
        };
        var data = kind is VisitMessages.ConsentCard or VisitMessages.ConsentAnswered or VisitMessages.ConsentWithdrawn or VisitMessages.ConsentVoided or VisitMessages.DoneWithoutGo or VisitMessages.GoLapsed
            or VisitMessages.HandedOver or VisitMessages.Completion or VisitMessages.ServiceRestored or VisitMessages.Cancelled
            ? new VisitMessageData(visit.Id, visit.Version, "li.ming", "r1", "x", null, 1, "V7K2.d1", ["backup", "office_consent"]).Json()
            : new ReminderData(visit.Id, "follow_up", "2026-03-10", "li.ming", "old.one", "r1", "end-soon", 1, visit.Version, Sample.Night, "BJ", "2026-03-12").Json();
        return (Of(kind, data, kind == ReminderMessages.MorningDigest ? StreamId.Standing : visit.Stream, to), View(visit));
    }

    // On Tuesday at 23:30 for good: the follow-up is owed until the end of the third day.
    private static Visit Left(Scene scene) => scene.Ended(OperationOutcome.Done) with { Left = new Departure(LeavingMode.ForGood, Sample.Night, null) };

    private static OutgoingMessage Of(string kind, string data, StreamId about, Recipient to) => new($"k/{kind}", to, Urgency.Routine, Sample.Night, kind, about, data, null);

    private static LedgerView View(Visit visit) => View(VisitStream.Write(visit, visit, []));

    private static LedgerView View(Alarm alarm) => View(AlarmStream.Write(AlarmChange.Of(alarm)));

    private static LedgerView View(StreamWrite write) => new(
        null, new DialogView(0, null), [new StreamView(write.Stream, write.Snapshot!.Version, write.Snapshot, []), new StreamView(StreamId.Standing, 0, null, [])]);
}
