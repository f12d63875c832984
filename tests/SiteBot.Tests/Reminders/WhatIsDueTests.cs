using NodaTime;
using SiteBot.Escalation;
using SiteBot.Reminders;
using SiteBot.Tests.Escalation;
using SiteBot.Visits;
using static SiteBot.Tests.Reminders.Nights;

namespace SiteBot.Tests.Reminders;

public sealed class WhatIsDueTests
{
    [Fact]
    public void What_is_due_lists_a_persons_own_with_age_overdue_first()
    {
        var lines = WhatIsDue.Of([Left], Night.Engineer, Night.Place, At(4, 0));

        Assert.Equal(["daily_record", "follow_up"], lines.Where(line => line.Overdue).Select(line => line.Duty));
        Assert.Contains(lines, line => line is { Duty: "archiving", Overdue: false, Until: null } && line.Since == At(0, 15));
        Assert.True(lines.TakeWhile(line => line.Overdue).Count() == 2);
    }

    [Theory]
    [InlineData(3, 23, 59, false)]
    [InlineData(4, 0, 0, true)]
    public void The_follow_up_is_owed_until_the_end_of_the_third_local_day(int day, int hour, int minute, bool overdue) =>
        Assert.Equal(overdue, WhatIsDue.Of([Left], Night.Engineer, Night.Place, At(day, hour, minute)).Single(line => line.Duty == "follow_up").Overdue);

    [Fact]
    public void Others_read_only_what_is_theirs()
    {
        var visit = Left with { Consents = [Asked(At(6, 0), At(0, 9), of: Night.Support)] };

        var line = Assert.Single(WhatIsDue.Of([visit], Night.Support, Night.Place, At(1, 9)));

        Assert.Equal(("r1", At(6, 0), false), (line.Request, line.Until!.Value, line.Overdue));
        Assert.Empty(WhatIsDue.Of([visit], "sun.bo", Night.Place, At(1, 9)));
        Assert.True(WhatIsDue.Of([visit], null, Night.Place, At(1, 9)).Length > 3);
    }

    [Fact]
    public void What_is_done_or_ended_is_not_due()
    {
        var done = Left.With(Told("follow_up_call", At(1, 9))).With(Told("report", At(1, 9))).With(Told("archive", At(1, 9)))
            .With("daily_record", duty => duty with { Done = duty.Done.Add("2026-03-10", At(0, 14)) });

        Assert.Empty(WhatIsDue.Of([done], null, Night.Place, At(1, 10)));
        Assert.Empty(WhatIsDue.Of([Left with { EndedAt = At(1, 9) }], null, Night.Place, At(4, 10)));
    }

    [Fact]
    public void The_digest_goes_to_the_managers_at_the_beginning_of_the_regional_offices_civil_hours()
    {
        var office = Night.Place.Directory.FindOffice("BJ")!;

        var digest = MorningDigest.Next(office, Night.Place, At(0, 3));

        Assert.Equal([(At(0, 8, 30), Night.Head), (At(0, 8, 30), Night.Manager)], digest.Of(ReminderMessages.MorningDigest));
        Assert.All(MorningDigest.Next(office, Night.Place, At(0, 8, 30)), message => Assert.Equal(At(1, 8, 30), message.DueAt));
        Assert.Equal(digest.Select(message => message.Key), MorningDigest.Next(office, Night.Place, At(0, 4)).Select(message => message.Key));
    }

    [Fact]
    public void The_digest_shows_trouble_that_nobody_escalated_and_what_was_passed_on()
    {
        var visit = Left with { Lead = "gone.person", ServiceState = Upgrade.ServiceState + 2 };
        var alarm = Night.Open;

        Assert.Equal(["v7"], MorningDigest.Content([visit], [], Night.Place, At(1, 8, 30)).Unescalated.AsEnumerable());
        Assert.Empty(MorningDigest.Content([visit], [alarm], Night.Place, At(1, 8, 30)).Unescalated);
        Assert.Equal(["v7"], MorningDigest.Content([visit], [alarm with { Drill = true }], Night.Place, At(1, 8, 30)).Unescalated.AsEnumerable());
        Assert.All(MorningDigest.Content([visit], [], Night.Place, At(1, 8, 30)).PassedOn, line => Assert.Equal("gone.person", line.PassedOnFrom));
    }

    [Fact]
    public void A_reminder_whose_duty_was_met_meanwhile_is_overtaken()
    {
        var reminder = Left.Agenda(At(0, 15)).First(message => message.Kind == ReminderMessages.Duty && ReminderData.Read(message.Data).Duty == "follow_up");

        Assert.False(ReminderStanding.IsOvertaken(reminder, Left, Night.Place, At(1, 8, 30)));
        Assert.True(ReminderStanding.IsOvertaken(reminder, Left.With(Told("follow_up_call", At(1, 8))), Night.Place, At(1, 8, 30)));
        Assert.True(ReminderStanding.IsOvertaken(reminder, Left with { EndedAt = At(1, 8) }, Night.Place, At(1, 8, 30)));
    }
}
