using NodaTime;
using NodaTime.Text;
using SiteBot.Gate;
using SiteBot.Windows;

namespace SiteBot.Tests.Gate;

/// <summary>The three time checks before, at the start, in the middle, at the end and after, overnight, and in the nights when the clock changes.</summary>
public sealed class TimeCheckTables
{
    private static readonly string[] _zones = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"];

    // On a night without a change of the clock: local start, minutes, how it comes out.
    private static readonly (string Start, int Minutes, string State)[] _afterMidnight =
    [
        ("2026-06-09T20:00:00", 120, "fail by time"),
        ("2026-06-09T23:59:59", 120, "fail by time"),
        ("2026-06-09T23:00:00", 120, "fail by time"),
        ("2026-06-10T00:00:00", 120, "pass"),
        ("2026-06-10T00:00:00", 360, "pass"),
        ("2026-06-10T00:00:00", 361, "fail by time"),
        ("2026-06-10T03:00:00", 120, "pass"),
        ("2026-06-10T04:00:00", 120, "pass"),
        ("2026-06-10T04:00:01", 120, "fail by time"),
        ("2026-06-10T05:59:59", 0, "pass"),
        ("2026-06-10T06:00:00", 0, "fail by time"),
        ("2026-06-10T06:00:00", 120, "fail by time"),
        ("2026-06-10T13:00:00", 120, "fail by time"),
    ];

    private static readonly (string Start, int Minutes, string State)[] _notPeak =
    [
        ("2026-06-09T15:00:00", 60, "fail by time"),
        ("2026-06-09T20:00:00", 60, "fail by time"),
        ("2026-06-09T21:59:59", 60, "fail by time"),
        ("2026-06-09T22:00:00", 60, "pass"),
        ("2026-06-09T22:00:00", 480, "pass"),
        ("2026-06-09T22:00:00", 481, "fail by time"),
        ("2026-06-09T23:00:00", 120, "pass"),
        ("2026-06-10T03:00:00", 60, "pass"),
        ("2026-06-10T05:00:00", 60, "pass"),
        ("2026-06-10T05:00:01", 60, "fail by time"),
        ("2026-06-10T06:00:00", 0, "fail by time"),
        ("2026-06-10T09:00:00", 60, "fail by time"),
    ];

    // A freeze from 01:00 to 03:00.
    private static readonly (string Start, int Minutes, string State)[] _noFreeze =
    [
        ("2026-06-09T20:00:00", 120, "pass"),
        ("2026-06-09T23:00:00", 120, "pass"),
        ("2026-06-09T23:00:01", 120, "fail by time"),
        ("2026-06-09T22:00:00", 600, "fail by time"),
        ("2026-06-10T00:59:59", 0, "pass"),
        ("2026-06-10T01:00:00", 0, "fail by time"),
        ("2026-06-10T01:00:00", 120, "fail by time"),
        ("2026-06-10T02:00:00", 10, "fail by time"),
        ("2026-06-10T02:59:59", 120, "fail by time"),
        ("2026-06-10T03:00:00", 0, "pass"),
        ("2026-06-10T03:00:00", 120, "pass"),
    ];

    public static TheoryData<string, string, string, int, string> Ordinary()
    {
        var rows = new TheoryData<string, string, string, int, string>();
        foreach (var (check, table) in new[] { ("after_midnight", _afterMidnight), ("not_peak", _notPeak), ("no_freeze", _noFreeze) })
        {
            foreach (var zone in _zones)
            {
                foreach (var (start, minutes, state) in table)
                {
                    rows.Add(check, zone, start, minutes, state);
                }
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Ordinary))]
    public void On_a_night_without_a_change_of_the_clock(string check, string zone, string start, int minutes, string state)
    {
        var at = DateTimeZoneProviders.Tzdb[zone];
        Instant Local(string text) => LocalDateTimePattern.ExtendedIso.Parse(text).Value.InZoneStrictly(at).ToInstant();
        var facts = Ready.For(OperationKind.Cutover).When(Local(start)).Doing(o => o with { DurationMinutes = minutes })
            .Under(p => check == "no_freeze" ? p with { Freezes = [new ChangeFreeze(Local("2026-06-10T01:00:00"), Local("2026-06-10T03:00:00"))] } : p);
        Assert.Equal(state, (facts with { Site = facts.Site with { Zone = at } }).StateOf(check));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T00:00:00+01:00", 300, 301)]
    [InlineData("Europe/Berlin", "2026-03-29T01:00:00+01:00", 240, 241)]
    [InlineData("Europe/Berlin", "2026-10-25T00:00:00+02:00", 420, 421)]
    [InlineData("America/New_York", "2026-03-08T00:00:00-05:00", 300, 301)]
    [InlineData("America/New_York", "2026-11-01T00:00:00-04:00", 420, 421)]
    [InlineData("America/New_York", "2026-11-01T01:30:00-05:00", 270, 271)]
    [InlineData("Australia/Lord_Howe", "2026-10-04T00:00:00+10:30", 330, 331)]
    [InlineData("Australia/Lord_Howe", "2026-04-05T00:00:00+11:00", 390, 391)]
    [InlineData("Asia/Shanghai", "2026-03-29T00:00:00+08:00", 360, 361)]
    [InlineData("Asia/Kathmandu", "2026-03-29T00:00:00+05:45", 360, 361)]
    public void In_the_night_of_a_change_the_night_window_holds_the_minutes_that_really_pass(string zone, string start, int fits, int tooLong)
    {
        Assert.Equal("pass", State(zone, start, fits, "after_midnight"));
        Assert.Equal("fail by time", State(zone, start, tooLong, "after_midnight"));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28T22:00:00+01:00", 420, 421)]
    [InlineData("Europe/Berlin", "2026-10-24T22:00:00+02:00", 540, 541)]
    [InlineData("America/New_York", "2026-03-07T22:00:00-05:00", 420, 421)]
    [InlineData("America/New_York", "2026-10-31T22:00:00-04:00", 540, 541)]
    [InlineData("Australia/Lord_Howe", "2026-10-03T22:00:00+10:30", 450, 451)]
    [InlineData("Australia/Lord_Howe", "2026-04-04T22:00:00+11:00", 510, 511)]
    public void In_the_night_of_a_change_the_evening_window_holds_the_minutes_that_really_pass(string zone, string start, int fits, int tooLong)
    {
        Assert.Equal("pass", State(zone, start, fits, "not_peak"));
        Assert.Equal("fail by time", State(zone, start, tooLong, "not_peak"));
    }

    [Theory]
    // A local time that the clock skips means the moment of the change.
    [InlineData("Europe/Berlin", 2, 30, 5, 0, "2026-03-29T03:00:00+02:00", 120, "pass")]
    [InlineData("Europe/Berlin", 2, 30, 5, 0, "2026-03-29T01:59:59+01:00", 1, "fail by time")]
    [InlineData("Europe/Berlin", 0, 0, 2, 30, "2026-03-29T00:00:00+01:00", 120, "pass")]
    [InlineData("Europe/Berlin", 0, 0, 2, 30, "2026-03-29T00:00:00+01:00", 121, "fail by time")]
    [InlineData("Australia/Lord_Howe", 2, 15, 5, 0, "2026-10-04T02:30:00+11:00", 150, "pass")]
    [InlineData("Australia/Lord_Howe", 2, 15, 5, 0, "2026-10-04T01:59:59+10:30", 1, "fail by time")]
    // Both ends skipped: that night has no window.
    [InlineData("America/New_York", 2, 15, 2, 45, "2026-03-08T03:00:00-04:00", 0, "fail by time")]
    // One that occurs twice means its first occurrence.
    [InlineData("Europe/Berlin", 0, 0, 2, 30, "2026-10-25T00:00:00+02:00", 150, "pass")]
    [InlineData("Europe/Berlin", 0, 0, 2, 30, "2026-10-25T00:00:00+02:00", 151, "fail by time")]
    [InlineData("Europe/Berlin", 2, 30, 5, 0, "2026-10-25T02:30:00+02:00", 210, "pass")]
    [InlineData("Europe/Berlin", 2, 30, 5, 0, "2026-10-25T02:29:59+02:00", 1, "fail by time")]
    [InlineData("Australia/Lord_Howe", 1, 45, 5, 0, "2026-04-05T01:45:00+11:00", 225, "pass")]
    [InlineData("America/New_York", 1, 30, 5, 0, "2026-11-01T01:30:00-04:00", 270, "pass")]
    public void A_window_whose_end_is_skipped_or_doubled(string zone, int fromHour, int fromMinute, int toHour, int toMinute, string start, int minutes, string state) =>
        Assert.Equal(state, At(zone, start, minutes).Under(p => p with { NightWindow = DailyWindow.Of(fromHour, fromMinute, toHour, toMinute) }).StateOf("after_midnight"));

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T00:30:00+01:00", "2026-03-29T04:00:00+02:00")]
    [InlineData("Europe/Berlin", "2026-10-25T00:30:00+02:00", "2026-10-25T04:00:00+01:00")]
    [InlineData("America/New_York", "2026-03-08T00:30:00-05:00", "2026-03-08T04:00:00-04:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T00:30:00+10:30", "2026-10-04T04:00:00+11:00")]
    [InlineData("Asia/Kathmandu", "2026-10-04T00:30:00+05:45", "2026-10-04T04:00:00+05:45")]
    public void StartBy_is_the_windows_end_by_the_clock_less_the_minutes_that_really_pass(string zone, string now, string startBy) =>
        Assert.Equal(Ready.At(startBy), At(zone, now, 120).Decide().StartBy);

    [Theory]
    // A night window begins after midnight, whatever the policy writes.
    [InlineData(22, 0, 4, 0, "2026-06-09T23:00:00+08:00", 30, "fail by time")]
    [InlineData(22, 0, 4, 0, "2026-06-10T00:00:00+08:00", 240, "pass")]
    [InlineData(22, 0, 4, 0, "2026-06-10T00:00:00+08:00", 241, "fail by time")]
    [InlineData(22, 0, 0, 0, "2026-06-09T23:00:00+08:00", 30, "fail by time")]
    [InlineData(22, 0, 0, 0, "2026-06-10T00:00:00+08:00", 0, "fail by time")]
    [InlineData(12, 0, 12, 0, "2026-06-10T11:00:00+08:00", 60, "pass")]
    [InlineData(12, 0, 12, 0, "2026-06-10T12:00:00+08:00", 0, "fail by time")]
    [InlineData(0, 0, 0, 0, "2026-06-10T23:00:00+08:00", 120, "pass")]
    [InlineData(1, 0, 23, 0, "2026-06-10T12:00:00+08:00", 60, "pass")]
    [InlineData(10, 0, 9, 0, "2026-06-10T10:00:00+08:00", 60, "fail by time")]
    public void What_a_night_window_holds_before_midnight_does_not_count(int fromHour, int fromMinute, int toHour, int toMinute, string start, int minutes, string state) =>
        Assert.Equal(state, At("Asia/Shanghai", start, minutes).Under(p => p with { NightWindow = DailyWindow.Of(fromHour, fromMinute, toHour, toMinute) }).StateOf("after_midnight"));

    private static string State(string zone, string start, int minutes, string check) => At(zone, start, minutes).Under(p => p with { TrafficPeaks = [] }).StateOf(check);

    // Ready at that moment: what was said was said an hour before.
    private static Facts At(string zone, string start, int minutes)
    {
        var now = Ready.At(start);
        var said = new Attestation("somebody", now - Duration.FromHours(1));
        var yes = Ready.Yes(OperationKind.Cutover) with { Signed = said };
        var facts = Ready.For(OperationKind.Cutover).When(now).Doing(o => o with { DurationMinutes = minutes }).With(e => e with
        {
            RequestSigned = said,
            Escort = said,
            PlanAgreed = said,
            RemoteSupportReady = said,
            ProductSupportConsent = yes,
            OfficeConsent = yes,
            CustomerConsent = yes,
            Rollback = new Rollback(true, 0),
            Backup = e.Backup! with { At = now - Duration.FromHours(1) },
        }) with { LastDataChangeAt = null };
        return facts with { Site = facts.Site with { Zone = DateTimeZoneProviders.Tzdb[zone] } };
    }
}
