using NodaTime;
using NodaTime.Text;
using SiteBot.Directory;
using SiteBot.Tests.Reminders;
using SiteBot.Windows;

namespace SiteBot.Tests.Windows;

public sealed class CivilHoursTests
{
    private static readonly DayWindow Office = new(new LocalTime(8, 30), new LocalTime(18, 0));

    [Theory]
    [InlineData("2026-03-10T08:29:59", false, "2026-03-10T08:30:00", "2026-03-09T17:30:00")]
    [InlineData("2026-03-10T08:30:00", true, "2026-03-10T08:30:00", "2026-03-10T08:30:00")]
    [InlineData("2026-03-10T12:00:00", true, "2026-03-10T12:00:00", "2026-03-10T12:00:00")]
    [InlineData("2026-03-10T17:59:59", true, "2026-03-10T17:59:59", "2026-03-10T17:59:59")]
    [InlineData("2026-03-10T18:00:00", false, "2026-03-11T08:30:00", "2026-03-10T17:30:00")]
    [InlineData("2026-03-11T00:00:00", false, "2026-03-11T08:30:00", "2026-03-10T17:30:00")]
    public void They_include_their_start_and_not_their_end(string at, bool hold, string notBefore, string notAfter)
    {
        var zone = Nights.Beijing;
        var civil = new CivilHours(new SiteClock(zone, In(zone, at)), Office);

        Assert.Equal(hold, civil.Hold(In(zone, at)));
        Assert.Equal(In(zone, notBefore), civil.NotBefore(In(zone, at)));
        Assert.Equal(In(zone, notAfter), civil.NotAfter(In(zone, at)));
    }

    [Fact]
    public void On_both_nights_of_a_changed_clock_the_morning_is_half_past_eight_on_the_wall()
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        Assert.All([new LocalDate(2026, 3, 29), new LocalDate(2026, 10, 25)], day =>
        {
            var civil = new CivilHours(new SiteClock(zone, day.PlusDays(-3).AtMidnight().InUtc().ToInstant()), Office);
            Assert.Equal(day + new LocalTime(8, 30), civil.MorningOf(day).InZone(zone).LocalDateTime);
            Assert.Equal(day + new LocalTime(17, 30), civil.LateOn(day).InZone(zone).LocalDateTime);
        });
    }

    [Fact]
    public void A_day_whose_civil_hours_the_clock_skips_has_none()
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var civil = new CivilHours(new SiteClock(zone, In(zone, "2026-03-29T00:00:00")), new DayWindow(new LocalTime(2, 0), new LocalTime(3, 0)));

        Assert.Equal(In(zone, "2026-03-30T02:00:00"), civil.MorningOf(new LocalDate(2026, 3, 29)));
        Assert.Equal(In(zone, "2026-03-28T02:30:00"), civil.NotAfter(In(zone, "2026-03-29T05:00:00")));
    }

    private static Instant In(DateTimeZone zone, string local) => LocalDateTimePattern.ExtendedIso.Parse(local).Value.InZoneLeniently(zone).ToInstant();
}
