using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Host.Tests.Serving;

public sealed class ClockDoorTests : IDisposable
{
    private static readonly (string, string) _start = ("Clock:Start", "2026-03-10T15:00:00+08:00");
    private static readonly (string, string) _frozen = ("Clock:Frozen", "true");
    private static readonly Instant _began = Instant.FromUtc(2026, 3, 10, 7, 0);

    private readonly Folder _folder = new();

    [Fact]
    public async Task A_new_store_begins_at_the_moment_that_is_set()
    {
        await using var trial = await HostOnTrial.Start(_folder, settings: [_start, _frozen]);
        Assert.Equal("2026-03-10T15:00:00+08:00", await Now(trial));
    }

    [Fact]
    public async Task Without_a_moment_the_sample_begins_half_an_hour_before_its_window()
    {
        await using var trial = await HostOnTrial.Start(_folder, settings: _frozen);
        Assert.Equal("2026-03-10T23:30:00+08:00", await Now(trial));
    }

    [Fact]
    public async Task The_clock_goes_on_with_the_machine_unless_it_is_frozen()
    {
        var machine = new StandingMachine();
        await using (var ticking = await HostOnTrial.Start(_folder, machine, _start))
        {
            machine.Now += TimeSpan.FromMinutes(5);
            Assert.Equal("2026-03-10T15:05:00+08:00", await Now(ticking));
            machine.Now -= TimeSpan.FromHours(3);
            Assert.Equal("2026-03-10T15:05:00+08:00", await Now(ticking));
        }

        machine.Now += TimeSpan.FromHours(3);
        await using var frozen = await HostOnTrial.Start(_folder, machine, _start, _frozen);
        machine.Now += TimeSpan.FromMinutes(5);
        Assert.Equal("2026-03-10T15:05:00+08:00", await Now(frozen));
    }

    [Fact]
    public async Task A_move_goes_to_a_moment_or_by_a_length_and_says_where_it_is()
    {
        await using var trial = await HostOnTrial.Start(_folder, settings: [_start, _frozen]);
        Assert.Equal("2026-03-10T23:50:00+08:00", (await trial.Post("local/clock", """{"now":"2026-03-10T23:50:00+08:00"}""")).Body.GetProperty("now").GetString());
        Assert.Equal("2026-03-11T01:20:00+08:00", (await trial.Post("local/clock", """{"forward":"PT1H30M"}""")).Body.GetProperty("now").GetString());
        Assert.Equal("2026-03-11T01:20:00+08:00", await Now(trial));
    }

    [Theory]
    [InlineData("""{"now":"2026-03-10T14:59:59+08:00"}""")]
    [InlineData("""{"now":"2126-03-10T14:59:59+08:00"}""")]
    [InlineData("""{"now":"2026-03-10 23:50"}""")]
    [InlineData("""{"now":1}""")]
    [InlineData("""{"forward":"-PT1H"}""")]
    [InlineData("""{"forward":"PT-1H"}""")]
    [InlineData("""{"forward":"P1M"}""")]
    [InlineData("""{"forward":"P999999999D"}""")]
    [InlineData("""{"forward":"PT9223372036854775807H"}""")]
    [InlineData("""{"forward":"an hour"}""")]
    [InlineData("""{"forward":"PT1H","now":"2026-03-10T23:50:00+08:00"}""")]
    [InlineData("""{"forward":"PT1H","forward":"PT1H"}""")]
    [InlineData("""{"back":"PT1H"}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""{"forward":"PT1H"}x""")]
    [InlineData("""{"forward":"\ud800"}""")]
    [InlineData("")]
    public async Task What_is_no_move_forward_is_400_and_moves_nothing(string body)
    {
        await using var trial = await HostOnTrial.Start(_folder, settings: [_start, _frozen]);
        var (status, answer) = await trial.Post("local/clock", body);
        Assert.Equal(400, status);
        Assert.NotEmpty(answer.GetProperty("error").GetProperty("message").GetString()!);
        Assert.Equal("2026-03-10T15:00:00+08:00", await Now(trial));
    }

    [Fact]
    public async Task A_move_passes_each_due_moment_in_order_with_the_clock_at_that_moment()
    {
        await using var trial = await HostOnTrial.Start(_folder, settings: [_start, _frozen]);
        await Owe(trial, ("third", 72), ("first", 24), ("second", 48), ("later", 100));
        var (_, answer) = await trial.Post("local/clock", """{"forward":"P4D"}""");
        Assert.Equal(
            [("first", _began + Duration.FromHours(24)), ("second", _began + Duration.FromHours(48)), ("third", _began + Duration.FromHours(72))],
            Delivered(trial));
        Assert.Equal((trial.Get<NotingDelivery>().Delivered.Count, 0), (answer.GetProperty("delivered").GetInt32(), answer.GetProperty("failed").GetInt32()));
        Assert.Equal("2026-03-14T15:00:00+08:00", answer.GetProperty("now").GetString());
    }

    [Fact]
    public async Task A_ticking_clock_passes_them_as_well()
    {
        await using var trial = await HostOnTrial.Start(_folder, settings: _start);
        await Owe(trial, ("second", 48), ("first", 24));
        await trial.Post("local/clock", """{"forward":"P4D"}""");
        Assert.Equal(["first", "second"], Delivered(trial).Select(delivered => delivered.Key));
        Assert.All(Delivered(trial).Zip([24, 48]), pair => Assert.InRange(pair.First.At, _began + Duration.FromHours(pair.Second), _began + Duration.FromHours(pair.Second) + Duration.FromSeconds(1)));
    }

    [Fact]
    public async Task What_does_not_go_through_holds_up_neither_time_nor_others()
    {
        await using var trial = await HostOnTrial.Start(_folder, settings: [_start, _frozen]);
        await Owe(trial, ("stuck", 1), ("first", 2), ("second", 3));
        await trial.Get<ILedger>().Commit(new Commit
        {
            Outgoing = [new OutgoingMessage("behind", Recipient.Person("stuck"), Urgency.Routine, _began + Duration.FromHours(2), "told", StreamId.Standing, "{}", null)],
        });
        var (_, answer) = await trial.Post("local/clock", """{"forward":"PT4H"}""");
        Assert.Equal("2026-03-10T19:00:00+08:00", answer.GetProperty("now").GetString());
        Assert.Equal(["first", "second"], Delivered(trial).Select(delivered => delivered.Key).Where(key => key != "stuck"));
        Assert.True(answer.GetProperty("failed").GetInt32() > 0);
    }

    [Fact]
    public async Task Settling_delivers_what_is_due_and_counts_what_failed()
    {
        await using var trial = await HostOnTrial.Start(_folder, settings: [_start, _frozen]);
        await Owe(trial, ("now", 0), ("fails", 0), ("later", 1));
        var (_, answer) = await trial.Post("local/settle", "{}");
        Assert.Equal((1, 1), (answer.GetProperty("delivered").GetInt32(), answer.GetProperty("failed").GetInt32()));
        Assert.Equal("2026-03-10T15:00:00+08:00", await Now(trial));
    }

    [Fact]
    public async Task A_restart_keeps_the_clock()
    {
        var machine = new StandingMachine();
        await using (var before = await HostOnTrial.Start(_folder, machine, _start))
        {
            await before.Post("local/clock", """{"forward":"P1D"}""");
        }

        machine.Now += TimeSpan.FromMinutes(2);
        await using var after = await HostOnTrial.Start(_folder, machine, ("Clock:Start", "2030-01-01T00:00:00Z"));
        Assert.StartsWith("2026-03-11T15:02:00", await Now(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hosts_of_one_store_share_the_clock()
    {
        await using var one = await HostOnTrial.Start(_folder, settings: [_start, _frozen]);
        await using var other = await HostOnTrial.Start(_folder, settings: [_start, _frozen]);
        await one.Post("local/clock", """{"forward":"P1D"}""");
        Assert.Equal("2026-03-11T15:00:00+08:00", await Now(other));
        Assert.Equal("2026-03-11T16:00:00+08:00", (await other.Post("local/clock", """{"forward":"PT1H"}""")).Body.GetProperty("now").GetString());
        await one.Post("api/messages", HostOnTrial.Message("hello"));
        Assert.Equal(_began + Duration.FromHours(25), one.Get<IBusinessClock>().Now);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<string?> Now(HostOnTrial trial) => (await trial.Get("local/clock")).Body.GetProperty("now").GetString();

    private static async Task Owe(HostOnTrial trial, params (string Key, int Hours)[] messages) => await trial.Get<ILedger>().Commit(new Commit
    {
        Outgoing =
        [
            .. messages.Select(message => new OutgoingMessage(
                message.Key, Recipient.Person(message.Key), Urgency.Routine, _began + Duration.FromHours(message.Hours), message.Key is "fails" or "stuck" ? message.Key : "told", StreamId.Standing, "{}", null)),
        ],
    });

    // The morning's digests of the sample come on the way.
    private static (string Key, Instant At)[] Delivered(HostOnTrial trial) =>
        [.. trial.Get<NotingDelivery>().Delivered.Where(delivered => !delivered.Key.StartsWith("digest/", StringComparison.Ordinal))];
}
