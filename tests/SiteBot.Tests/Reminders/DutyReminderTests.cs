using System.Collections.Immutable;
using NodaTime;
using SiteBot.Ledger;
using SiteBot.Reminders;
using SiteBot.Tests.Escalation;
using SiteBot.Visits;
using static SiteBot.Tests.Reminders.Nights;

namespace SiteBot.Tests.Reminders;

public sealed class DutyReminderTests
{
    [Fact]
    public void The_follow_up_is_reminded_of_on_three_mornings_the_third_warns_the_head_and_overdue_goes_up_once()
    {
        var plan = Left.Agenda(At(0, 15));

        Assert.Equal([(At(1, 8, 30), Night.Engineer), (At(2, 8, 30), Night.Engineer), (At(3, 8, 30), Night.Engineer)], plan.Of(ReminderMessages.Duty, "follow_up"));
        Assert.Equal([(At(3, 8, 30), Night.Head)], plan.Of(ReminderMessages.Lapses, "follow_up"));
        Assert.Equal([(At(4, 8, 30), Night.Head)], plan.Of(ReminderMessages.Overdue, "follow_up"));
    }

    [Theory]
    [InlineData(1, 10, StepOutcome.Done, true)]
    [InlineData(1, 10, StepOutcome.Failed, false)]
    [InlineData(0, 9, StepOutcome.Done, false)]
    public void A_call_after_leaving_meets_it_and_no_answer_or_a_call_of_before_does_not(int day, int hour, StepOutcome outcome, bool meets)
    {
        var plan = Left.With(Told("follow_up_call", At(day, hour), outcome)).Agenda(At(1, 12));

        Assert.Equal(meets, plan.Of(ReminderMessages.Duty, "follow_up").Length == 0);
        Assert.Equal(meets, plan.Of(ReminderMessages.Overdue, "follow_up").Length == 0);
    }

    [Fact]
    public void A_leaving_told_days_late_leads_to_one_reminder_and_not_to_all_that_were_missed()
    {
        var plan = Left.Agenda(At(2, 22));

        Assert.Equal([(At(3, 8, 30), Night.Engineer), (At(3, 8, 30), Night.Engineer)], plan.Of(ReminderMessages.Duty, "follow_up"));
        Assert.DoesNotContain(plan, message => message.DueAt < At(3, 8, 30));
    }

    [Fact]
    public void A_report_without_a_deadline_is_reminded_of_each_morning_until_it_is_there()
    {
        var plan = Left.Agenda(At(0, 15)).Of(ReminderMessages.Duty, "hand_in_report");

        Assert.Equal([.. Enumerable.Range(1, plan.Length).Select(day => (At(day, 8, 30), Night.Engineer))], plan);
        Assert.InRange(plan.Length, 34, 35);
        Assert.Empty(Left.With(Told("report", At(0, 14))).Agenda(At(0, 15)).Of(ReminderMessages.Duty, "hand_in_report"));
    }

    [Fact]
    public void The_completion_of_a_night_is_asked_for_on_its_own_morning_and_told_of_an_earlier_one_does_not_count()
    {
        var visit = Upgrade with { Operations = [new OperationRun("upgrade", "d1", At(1, 0, 30), null, null) { EndedAt = At(1, 2), Outcome = OperationOutcome.Done }] };

        Assert.Equal((At(1, 8, 30), Night.Engineer), visit.Agenda(At(1, 2)).Of(ReminderMessages.Duty, "report_completion")[0]);
        Assert.NotEmpty(visit.With(Told("completion_told", At(0, 20))).Agenda(At(1, 2)).Of(ReminderMessages.Duty, "report_completion"));
        Assert.Empty(visit.With(Told("completion_told", At(1, 3))).Agenda(At(1, 3)).Of(ReminderMessages.Duty, "report_completion"));
    }

    [Fact]
    public void The_daily_record_is_asked_for_late_in_the_day_and_for_a_late_arrival_on_the_next_morning()
    {
        var plan = (Upgrade with { ArrivedAt = At(0, 10) }).Agenda(At(0, 10)).Of(ReminderMessages.Duty, "daily_record");
        Assert.Equal([At(0, 17, 30), At(1, 17, 30)], plan.Take(2).Select(line => line.At));

        var night = (Upgrade with { ArrivedAt = At(0, 23) }).Agenda(At(0, 23)).Of(ReminderMessages.Duty, "daily_record");
        Assert.Equal([At(1, 8, 30), At(1, 17, 30)], night.Take(2).Select(line => line.At));
    }

    [Fact]
    public void A_day_that_was_told_is_not_asked_for_again_and_others_are()
    {
        var visit = (Upgrade with { ArrivedAt = At(0, 10) }).With("daily_record", duty => duty with { Done = duty.Done.Add("2026-03-11", At(1, 12)) });

        Assert.Equal([At(0, 17, 30), At(2, 17, 30)], visit.Agenda(At(0, 12)).Of(ReminderMessages.Duty, "daily_record").Take(2).Select(line => line.At));
    }

    [Fact]
    public void Nothing_is_owed_for_days_after_the_leaving_and_the_day_of_leaving_stays_owed()
    {
        var plan = Left.Agenda(At(0, 15)).Of(ReminderMessages.Duty, "daily_record");

        Assert.Equal([(At(0, 17, 30), Night.Engineer)], plan);
    }

    [Fact]
    public void The_weekly_report_begins_when_a_week_is_over_though_nothing_was_told_meanwhile()
    {
        var plan = (Upgrade with { ArrivedAt = At(0, 10) }).Agenda(At(0, 10));

        Assert.Equal([At(7, 8, 30), At(14, 8, 30)], plan.Of(ReminderMessages.Duty, "weekly_report").Take(2).Select(line => line.At));
        Assert.Equal((At(9, 8, 30), Night.Head), plan.Of(ReminderMessages.Overdue, "weekly_report")[0]);
    }

    [Theory]
    [InlineData(10, "2,3,4", 8, 30)]
    [InlineData(2, "2,3,4", 8, 30)]
    public void The_watch_after_a_cutover_is_asked_after_on_each_day_of_the_policy(int hour, string days, int lastHour, int lastMinute)
    {
        var visit = Cutover(At(1, hour));

        Assert.Equal(
            days.Split(',').Select(day => At(int.Parse(day, System.Globalization.CultureInfo.InvariantCulture), lastHour, lastMinute)),
            visit.Agenda(At(1, hour)).Of(ReminderMessages.Duty, "watch").Select(line => line.At));
    }

    [Fact]
    public void A_watch_of_one_day_is_never_less_than_twenty_four_hours()
    {
        var workplace = Night.With("watchDays: 3", "watchDays: 1");

        Assert.Equal([(At(2, 10), Night.Engineer)], Cutover(At(1, 10)).Agenda(At(1, 10), workplace).Of(ReminderMessages.Duty, "watch"));
    }

    [Fact]
    public void What_comes_before_the_appointment_comes_in_civil_hours_and_so_rather_earlier()
    {
        // Half past midnight on Thursday: two hours before is night, so Wednesday at half past five.
        var visit = Upgrade with { Appointment = At(2, 0, 30) };
        var plan = visit.Agenda(At(0, 9));

        Assert.Equal([(At(0, 17, 30), Night.Engineer)], plan.Of(ReminderMessages.Duty, "prepare"));
        Assert.Equal([(At(1, 17, 30), Night.Engineer)], plan.Of(ReminderMessages.Duty, "be_on_time"));
        Assert.Empty((visit with { ArrivedAt = At(1, 22) }).Agenda(At(1, 22)).Of(ReminderMessages.Duty, "be_on_time"));
    }

    [Fact]
    public void An_appointment_that_is_moved_on_the_same_day_is_reminded_of_anew()
    {
        var first = (Upgrade with { Appointment = At(1, 14) }).Agenda(At(0, 9)).Single(IsBeOnTime);
        var moved = (Upgrade with { Appointment = At(1, 16) }).Agenda(At(1, 13)).Single(IsBeOnTime);

        Assert.Equal((At(1, 12), At(1, 14)), (first.DueAt, moved.DueAt));
        Assert.NotEqual(first.Key, moved.Key);
    }

    [Fact]
    public void With_no_civil_hour_left_before_the_appointment_nobody_is_woken_for_it() =>
        Assert.Empty((Upgrade with { StartedAt = At(0, 20), Appointment = At(0, 23) }).Agenda(At(0, 20)).Of(ReminderMessages.Duty, "be_on_time"));

    [Fact]
    public void What_is_put_off_comes_back_once_in_civil_hours()
    {
        var visit = Left.With("follow_up", duty => duty with { SnoozedUntil = At(2, 20) });

        var plan = visit.Agenda(At(1, 9)).Of(ReminderMessages.Duty, "follow_up");

        Assert.Equal([(At(3, 8, 30), Night.Engineer), (At(3, 8, 30), Night.Engineer)], plan);
        Assert.Equal([(At(1, 11), Night.Engineer)], Left.With("follow_up", duty => duty with { SnoozedUntil = At(1, 11) }).Agenda(At(1, 9)).Of(ReminderMessages.Duty, "follow_up").Take(1));
    }

    [Fact]
    public void A_duty_that_was_handed_on_reminds_its_new_owner()
    {
        var visit = Left.With("follow_up", duty => duty with { Owner = "sun.bo" });

        Assert.All(visit.Agenda(At(0, 15)).Of(ReminderMessages.Duty, "follow_up"), line => Assert.Equal("sun.bo", line.Who));
    }

    [Fact]
    public void Who_left_the_directory_passes_duties_on_to_the_head_and_it_is_said_from_whom()
    {
        var plan = (Left with { Lead = "gone.person" }).Agenda(At(0, 15)).Where(message => message.Kind == ReminderMessages.Duty).ToList();

        Assert.All(plan, message => Assert.Equal((Night.Head, "gone.person"), (message.To.Id, ReminderData.Read(message.Data).PassedOnFrom)));
        Assert.NotEmpty(plan);
    }

    [Fact]
    public void A_project_managers_duty_goes_to_the_project_manager_of_the_regional_office_and_on_days_of_absence_to_the_deputy_too()
    {
        var visit = Nights.Of("installation") with { ArrivedAt = At(0, 10) };
        Assert.Equal((At(7, 8, 30), Night.Manager), visit.Agenda(At(0, 10)).Of(ReminderMessages.Duty, "weekly_progress")[0]);

        var workplace = Night.With("    roles: [project_manager]", "    roles: [project_manager]\n    deputies: [{id: sun.bo, from: 2026-03-17, to: 2026-03-18}]");
        Assert.Equal(
            [(At(7, 8, 30), Night.Manager), (At(7, 8, 30), "sun.bo"), (At(14, 8, 30), Night.Manager)],
            visit.Agenda(At(0, 10), workplace).Of(ReminderMessages.Duty, "weekly_progress").Take(3));
    }

    [Fact]
    public void A_question_noted_in_the_evening_is_asked_after_on_the_next_morning_and_then_each_day_until_it_is_answered()
    {
        var question = new CustomerQuestion("q1", new PrivateText("什么时候扩容？"), null, At(0, 20));
        var visit = Upgrade with { Questions = [question] };

        Assert.Equal([At(1, 8, 30), At(1, 17, 30)], visit.Agenda(At(0, 20)).Of(ReminderMessages.Duty, "customer_questions").Take(2).Select(line => line.At));
        Assert.Empty((visit with { Questions = [question with { AnsweredAt = At(0, 21) }] }).Agenda(At(0, 21)).Of(ReminderMessages.Duty, "customer_questions"));
    }

    [Fact]
    public void A_visit_that_is_closed_or_cancelled_owes_nothing_any_more() =>
        Assert.Empty((Left with { EndedAt = At(1, 9) }).Agenda(At(1, 9)));

    [Fact]
    public void Each_reminder_is_a_line_of_the_channels_card_in_one_place()
    {
        var plan = Left.Agenda(At(0, 15));
        var cards = plan.Where(message => message.Kind == ReminderMessages.VisitCard).ToList();

        Assert.Equal(plan.Where(message => !message.To.IsChannel).Select(message => message.DueAt).Distinct().Order(), cards.Select(card => card.DueAt));
        Assert.All(cards, card => Assert.Equal(("channel/BJ", "visit/v7"), (card.To.Value, card.Slot)));
    }

    [Fact]
    public void Keys_are_unique_short_and_the_same_at_another_time()
    {
        var now = Left.Agenda(At(0, 15));
        var later = Left.Agenda(At(1, 3));

        Assert.Equal(now.Select(message => message.Key).Distinct().Count(), now.Length);
        Assert.All(now, message => Assert.InRange(message.Key.Length, 1, 200));
        var keys = now.Select(message => message.Key).ToHashSet();
        Assert.All(later.Where(message => message.DueAt <= At(30, 0)), message => Assert.Contains(message.Key, keys));
    }

    private static bool IsBeOnTime(SiteBot.Outbox.OutgoingMessage message) =>
        message.Kind == ReminderMessages.Duty && ReminderData.Read(message.Data).Duty == "be_on_time";

    private static Visit Cutover(Instant ended) => Nights.Of("cutover") with
    {
        ArrivedAt = At(0, 20), Operations = [new OperationRun("cutover", "d1", ended - Duration.FromHours(2), null, null) { EndedAt = ended, Outcome = OperationOutcome.Done }],
    };
}
