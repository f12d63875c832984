using NodaTime;
using SiteBot.Outbox;

namespace SiteBot.Tests.Outbox;

public sealed class RetryScheduleTests
{
    private static readonly RetrySchedule Schedule = new(Duration.FromSeconds(2), Duration.FromMinutes(5), Duration.FromMinutes(1), 100);

    [Theory]
    [InlineData(1, Urgency.Routine, 0.0, 1)]
    [InlineData(1, Urgency.Routine, 0.5, 1.5)]
    [InlineData(2, Urgency.Routine, 0.0, 2)]
    [InlineData(3, Urgency.Routine, 0.0, 4)]
    [InlineData(6, Urgency.Routine, 0.0, 32)]
    [InlineData(9, Urgency.Routine, 0.0, 150)]
    [InlineData(99, Urgency.Routine, 0.0, 150)]
    [InlineData(6, Urgency.Urgent, 0.0, 30)]
    [InlineData(99, Urgency.Urgent, 0.0, 30)]
    public void Waits_grow_up_to_a_cap_and_are_spread_by_chance(int attempts, Urgency urgency, double jitter, double seconds) =>
        Assert.Equal(Duration.FromSeconds(seconds), Schedule.After(attempts, urgency, null, jitter));

    [Theory]
    [InlineData(1, 30.0, 0.0, 30)]
    [InlineData(1, 30.0, 0.5, 31)]
    [InlineData(9, 30.0, 0.0, 150)]
    [InlineData(1, 0.0, 0.0, 1)]
    [InlineData(1, 86400.0, 0.0, 3600)]
    public void Nothing_is_tried_before_the_channel_asked_for_it(int attempts, double retryAfter, double jitter, double seconds) =>
        Assert.Equal(Duration.FromSeconds(seconds), Schedule.After(attempts, Urgency.Routine, Duration.FromSeconds(retryAfter), jitter));

    [Fact]
    public void After_the_last_attempt_it_is_given_up()
    {
        Assert.NotNull(Schedule.After(99, Urgency.Routine, null, 0));
        Assert.Null(Schedule.After(100, Urgency.Routine, Duration.FromSeconds(1), 0));
    }
}
