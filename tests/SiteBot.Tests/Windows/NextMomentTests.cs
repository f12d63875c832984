using NodaTime;
using NodaTime.Text;
using SiteBot.Windows;

namespace SiteBot.Tests.Windows;

public sealed class NextMomentTests
{
    [Theory]
    [InlineData("Asia/Shanghai", "02:00", "2026-03-10T23:30:00+08", "2026-03-11T02:00:00+08")]
    [InlineData("Asia/Shanghai", "02:00", "2026-03-11T02:00:00+08", "2026-03-11T02:00:00+08")]
    [InlineData("Asia/Shanghai", "02:00", "2026-03-11T02:00:01+08", "2026-03-12T02:00:00+08")]
    [InlineData("Asia/Kathmandu", "02:00", "2026-03-10T20:30:00Z", "2026-03-11T20:15:00Z")]
    // The night that skips two: the moment of the change, and once that has passed tomorrow's.
    [InlineData("Europe/Berlin", "02:30", "2026-03-29T01:00:00+01", "2026-03-29T03:00:00+02")]
    [InlineData("Europe/Berlin", "02:30", "2026-03-29T03:00:01+02", "2026-03-30T02:30:00+02")]
    // The night that has two twice: the first one counts.
    [InlineData("Europe/Berlin", "02:30", "2026-10-25T01:00:00+02", "2026-10-25T02:30:00+02")]
    [InlineData("Europe/Berlin", "02:30", "2026-10-25T02:30:01+02", "2026-10-26T02:30:00+01")]
    [InlineData("Australia/Lord_Howe", "02:15", "2026-10-04T01:00:00+10:30", "2026-10-04T02:30:00+11:00")]
    public void A_bare_time_is_the_next_such_moment_at_the_site(string zone, string time, string now, string expected) => Assert.Equal(
        At(expected), NextMoment.Of(LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value, DateTimeZoneProviders.Tzdb[zone], At(now)));

    private static Instant At(string text) => OffsetDateTimePattern.GeneralIso.Parse(text).Value.ToInstant();
}
