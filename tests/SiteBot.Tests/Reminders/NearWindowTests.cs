using NodaTime;
using SiteBot.Approvals;
using SiteBot.Outbox;
using SiteBot.Reminders;
using SiteBot.Tests.Escalation;
using SiteBot.Visits;
using static SiteBot.Tests.Reminders.Nights;

namespace SiteBot.Tests.Reminders;

/// <summary>Consents that wait, running operations, silence, escorts: what does not hang on a duty.</summary>
public sealed class NearWindowTests
{
    [Theory]
    [InlineData(14, 0, 0, 10, 0)]
    [InlineData(24, 30, 0, 17, 30)]
    [InlineData(30, 0, 0, 17, 30)]
    public void A_consent_is_chased_four_hours_before_the_window_or_earlier_in_civil_hours(int windowHour, int windowMinute, int day, int hour, int minute)
    {
        var window = At(0, 0) + Duration.FromMinutes(windowHour * 60 + windowMinute);
        var plan = (Upgrade with { Consents = [Asked(window, At(0, 9), of: Night.Support)] }).Agenda(At(0, 9));

        Assert.Equal([(At(day, hour, minute), Night.Support)], plan.Of(ReminderMessages.ConsentChase));
        Assert.Equal([(At(day, hour, minute), Night.Engineer)], plan.Of(ReminderMessages.ConsentUnanswered));
    }

    [Theory]
    [InlineData(ConsentState.Approved)]
    [InlineData(ConsentState.Rejected)]
    [InlineData(ConsentState.Withdrawn)]
    public void An_answered_consent_is_not_chased(ConsentState state) => Assert.Empty(
        (Upgrade with { Consents = [Asked(At(1, 0, 30), At(0, 9), of: Night.Support) with { State = state }] }).Agenda(At(0, 9)).Of(ReminderMessages.ConsentChase));

    [Fact]
    public void Asked_too_late_for_civil_hours_nobody_is_woken_save_where_service_is_to_be_restored()
    {
        var late = Upgrade with { Consents = [Asked(At(1, 0, 30), At(0, 21), of: Night.Support)] };
        Assert.Empty(late.Agenda(At(0, 21)).Of(ReminderMessages.ConsentChase));

        var urgent = Upgrade with { Consents = [Asked(At(1, 0, 30), At(0, 21), urgent: true, of: Night.Support)] };
        Assert.Equal([(At(0, 21, 15), Night.Support)], urgent.Agenda(At(0, 21)).Of(ReminderMessages.ConsentChase));
    }

    [Fact]
    public void A_deputy_of_the_day_is_told_that_the_consent_waits()
    {
        var workplace = Night.With("    roles: [product_support]", "    roles: [product_support]\n    deputies: [{id: chen.yu, from: 2026-03-10, to: 2026-03-11}]");

        var plan = (Upgrade with { Consents = [Asked(At(1, 0, 30), At(0, 9), of: Night.Support)] }).Agenda(At(0, 9), workplace);

        Assert.Equal([Night.Engineer, Night.Remote], plan.Of(ReminderMessages.ConsentUnanswered).Select(line => line.Who));
    }

    [Fact]
    public void A_consent_asked_of_somebody_who_left_the_directory_goes_to_the_head()
    {
        var plan = (Upgrade with { Consents = [Asked(At(1, 0, 30), At(0, 9), of: "gone.person")] }).Agenda(At(0, 9));

        Assert.Equal([Night.Head], plan.Of(ReminderMessages.ConsentChase).Select(line => line.Who));
    }

    [Fact]
    public void A_running_operation_is_warned_of_before_its_rollback_and_its_end_at_any_hour()
    {
        var plan = Running.Agenda(At(1, 0, 30));

        Assert.Equal([(At(1, 2), Night.Engineer)], plan.Of(ReminderMessages.Operation, "roll-back-soon"));
        Assert.Equal([(At(1, 2, 30), Night.Engineer)], plan.Of(ReminderMessages.Operation, "roll-back-now"));
        Assert.Equal([(At(1, 3, 45), Night.Engineer)], plan.Of(ReminderMessages.Operation, "end-soon"));
        Assert.Equal([(At(1, 4), Night.Engineer), (At(1, 4), Night.Head), (At(1, 4), Night.Remote)], plan.Of(ReminderMessages.Operation, "end-over"));
        Assert.All(plan.Where(message => message.Kind == ReminderMessages.Operation), message => Assert.Equal(Urgency.Urgent, message.Urgency));
    }

    [Fact]
    public void A_warning_that_came_due_in_the_moment_of_a_commit_is_not_lost_to_the_new_plan() =>
        Assert.Single(Running.Agenda(At(1, 2) + Duration.FromSeconds(1)).Of(ReminderMessages.Operation, "roll-back-soon"));

    [Fact]
    public void An_operation_that_ended_is_warned_of_no_more() =>
        Assert.Empty((Running with { Operations = [Running.Running! with { EndedAt = At(1, 2) }] }).Agenda(At(1, 2)).Of(ReminderMessages.Operation));

    [Fact]
    public void Silence_from_a_site_in_trouble_asks_the_engineer_and_then_the_managers_at_any_hour()
    {
        var plan = Trouble.Agenda(At(1, 2));

        Assert.Equal([(At(1, 2, 30), Night.Engineer)], plan.Of(ReminderMessages.Silence));
        Assert.Equal([(At(1, 3), Night.Support), (At(1, 3), Night.Head)], plan.Of(ReminderMessages.SilenceUp));
        Assert.Empty((Trouble with { ServiceState = default }).Agenda(At(1, 2)).Of(ReminderMessages.Silence));
    }

    [Fact]
    public void A_word_from_the_site_begins_the_silence_anew()
    {
        var before = Trouble.Agenda(At(1, 2)).Single(message => message.Kind == ReminderMessages.Silence);
        var heard = Trouble with { Version = Trouble.Version + 1, LastToldAt = At(1, 2, 20) };

        var after = heard.Agenda(At(1, 2, 20)).Single(message => message.Kind == ReminderMessages.Silence);

        Assert.Equal(At(1, 2, 50), after.DueAt);
        Assert.NotEqual(before.Key, after.Key);
        Assert.True(ReminderStanding.IsOvertaken(before, heard, Night.Place, At(1, 2, 30)));
        Assert.False(ReminderStanding.IsOvertaken(after, heard, Night.Place, At(1, 2, 50)));
    }

    [Fact]
    public void An_escort_report_is_asked_for_anew_before_it_lapses_while_the_engineer_is_on_site()
    {
        var visit = (Running with { ArrivedAt = At(0, 20) }).With(Told("escort", At(0, 21)));

        Assert.Equal([(At(1, 8, 30), Night.Engineer)], visit.Agenda(At(1, 0, 30)).Of(ReminderMessages.Escort));
        Assert.Empty((visit with { Left = new Departure(LeavingMode.ForTheNight, At(1, 5), null) }).Agenda(At(1, 5)).Of(ReminderMessages.Escort));
    }

    private static Visit Running => Upgrade with { Operations = [new OperationRun("upgrade", "d1", At(1, 0, 30), At(1, 2, 30), At(1, 4))] };

    private static Visit Trouble => Upgrade with { ServiceState = Upgrade.ServiceState + 2, ArrivedAt = At(1, 1), LastToldAt = At(1, 2) };
}
