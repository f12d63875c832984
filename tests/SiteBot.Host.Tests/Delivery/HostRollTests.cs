using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using SiteBot.Endurance;
using SiteBot.Host.Delivery;
using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Host.Tests.Delivery;

/// <summary>Hosts of one store share the channel's limits: how each comes to know how many they are.</summary>
public sealed class HostRollTests
{
    private static readonly TimeSpan Missed = TimeSpan.FromSeconds(12);

    private readonly Dictionary<string, long> _roll = [];
    private readonly HashSet<string> _gone = [];

    [Fact]
    public void A_host_alone_need_not_wait()
    {
        var one = Seen("one");
        Sign(one, 0);
        Assert.True(one.AllKnowThis);
        Assert.Equal(1, one.Count);
    }

    [Fact]
    public void A_host_whose_roll_could_not_be_written_is_known_to_nobody()
    {
        var one = Seen("one");
        one.Sign(_roll, TimeSpan.Zero);
        Assert.False(one.AllKnowThis);
    }

    [Fact]
    public void A_new_host_waits_until_each_of_the_others_has_signed_after_it()
    {
        var (one, two, three) = (Seen("one"), Seen("two"), Seen("three"));
        Sign(one, 0);
        Sign(two, 0);
        Sign(three, 1);
        Assert.False(three.AllKnowThis);
        Sign(one, 2);
        Sign(three, 2);
        Assert.False(three.AllKnowThis);
        Sign(two, 3);
        Sign(three, 3);
        Assert.True(three.AllKnowThis);
        Assert.Equal([3, 3, 3], new[] { one, two, three }.Select(host => { Sign(host, 4); return host.Count; }));
    }

    [Fact]
    public void A_host_whose_count_stands_still_is_missed_after_four_beats_and_struck_out()
    {
        var (one, two) = (Seen("one"), Seen("two"));
        Sign(two, 0);
        Sign(one, 0);
        Sign(one, 12);
        Assert.Equal(2, one.Count);
        Sign(one, 13);
        Assert.Equal(1, one.Count);
        Assert.Equal(["one"], _roll.Keys);
    }

    [Fact]
    public void A_host_that_was_missed_and_beats_again_counts_again()
    {
        var (one, two) = (Seen("one"), Seen("two"));
        Sign(two, 0);
        Sign(one, 0);
        Sign(one, 13);
        Sign(two, 14);
        Sign(one, 14);
        Assert.Equal((2, 2), (one.Count, two.Count));
    }

    [Fact]
    public void A_host_that_struck_itself_out_counts_no_more()
    {
        var (one, two) = (Seen("one"), Seen("two"));
        Sign(two, 0);
        Sign(one, 0);
        _roll.Remove("two");
        Sign(one, 1);
        Assert.Equal(1, one.Count);
    }

    [Fact]
    public void One_that_certainly_runs_no_more_is_struck_out_at_once_and_not_waited_for()
    {
        var (one, two) = (Seen("one"), Seen("two"));
        Sign(two, 0);
        _gone.Add("two");
        Sign(one, 0);
        Assert.True(one.AllKnowThis);
        Assert.Equal(1, one.Count);
        Assert.Equal(["one"], _roll.Keys);
    }

    [Fact]
    public async Task A_process_that_has_ended_is_gone_one_that_runs_is_not_and_of_another_place_nothing_is_known()
    {
        if (!OperatingSystem.IsLinux())
        {
            // Nothing is certain there: a host is missed after some beats.
            Assert.False(HostName.IsGone(HostName.OfThisRun().Value));
            return;
        }

        using var process = Process.Start(new ProcessStartInfo("cat") { RedirectStandardInput = true })!;
        var name = HostName.Of(process.Id).Value;
        Assert.False(HostName.IsGone(name));
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(HostName.IsGone(name));

        // Another host in this very process runs as this one does.
        Assert.False(HostName.IsGone(HostName.OfThisRun().Value));
        Assert.False(HostName.IsGone(name.Replace(name.Split('/')[1], "elsewhere", StringComparison.Ordinal)));
        Assert.False(HostName.IsGone("a-name-of-before/123/abc"));
    }

    [Fact]
    public async Task Two_hosts_of_one_store_come_to_share_its_limits_and_the_last_has_them_alone()
    {
        var settings = new SettingsInMemory();
        var (first, second) = (Pace(), Pace());
        var one = Roll(settings, "one", first);
        await one.StartAsync(CancellationToken.None);
        await Until(() => first.Hosts == 1);
        var two = Roll(settings, "two", second);
        await two.StartAsync(CancellationToken.None);
        await Until(() => second.Hosts == 2 && first.Hosts == 2);
        await one.StopAsync(CancellationToken.None);
        await Until(() => second.Hosts == 1);
        await two.StopAsync(CancellationToken.None);
        Assert.Equal("{}", await settings.Read("delivery-hosts", CancellationToken.None));
    }

    [Fact]
    public async Task A_host_holds_all_back_while_others_on_the_roll_may_not_have_seen_it_and_then_counts_them_as_missed()
    {
        var settings = new SettingsInMemory();
        await settings.Write("delivery-hosts", null, """{"killed":7}""", CancellationToken.None);
        var (pace, time) = (Pace(), new FastTime(100));
        var began = time.GetTimestamp();
        var roll = Roll(settings, "one", pace, time);
        await roll.StartAsync(CancellationToken.None);
        await Until(() => pace.Hosts > 0);
        Assert.True(time.GetElapsedTime(began) >= TimeSpan.FromSeconds(6));
        await Until(() => pace.Hosts == 1);
        await roll.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_store_that_fails_is_tried_again_at_the_next_beat()
    {
        var settings = new SettingsInMemory { Failures = 3 };
        var pace = Pace();
        var roll = Roll(settings, "one", pace);
        await roll.StartAsync(CancellationToken.None);
        await Until(() => pace.Hosts == 1 && settings.Failures <= 0);
        await roll.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Nothing_is_sent_before_it_is_known_how_many_hosts_share_the_limits()
    {
        var pace = Pace();
        var roll = Roll(new SettingsInMemory { Silent = true }, "one", pace);
        await roll.StartAsync(CancellationToken.None);
        Assert.Equal(0, pace.Hosts);
        Assert.False(pace.Begin(Recipient.Person("p"), Urgency.Urgent, CancellationToken.None).IsCompleted);
        await roll.StopAsync(new CancellationToken(canceled: true));
    }

    [Fact]
    public async Task A_host_that_has_no_time_left_to_strike_itself_out_stops_all_the_same_and_is_missed()
    {
        var settings = new SettingsInMemory();
        var pace = Pace();
        var roll = Roll(settings, "one", pace);
        await roll.StartAsync(CancellationToken.None);
        await Until(() => pace.Hosts == 1);
        await roll.StopAsync(new CancellationToken(canceled: true));
        Assert.Contains("one", await settings.Read("delivery-hosts", CancellationToken.None), StringComparison.Ordinal);
    }

    private SeenHosts Seen(string name) => new(name, Missed, _gone.Contains);

    private void Sign(SeenHosts host, int at)
    {
        host.Sign(_roll, TimeSpan.FromSeconds(at));
        host.Written();
    }

    private static SendPace Pace() => new(DeliveryLimits.Teams, new FastTime(1));

    private static HostRoll Roll(IStoreSettings settings, string name, SendPace pace, FastTime? time = null) =>
        new(settings, new HostName(name), pace, new DeliveryOptions(), time ?? new FastTime(100), NullLogger<HostRoll>.Instance);

    private static async Task Until(Func<bool> seen)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!seen())
        {
            await Task.Delay(5, patience.Token);
        }
    }

    private sealed class SettingsInMemory : IStoreSettings
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<string, string> _values = [];

        public int Failures { get; set; }

        public bool Silent { get; init; }

        public async ValueTask<string?> Read(string name, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            await (Silent ? Task.Delay(Timeout.Infinite, cancellation) : Task.CompletedTask);
            lock (_gate)
            {
                return Failures-- > 0 ? throw new IOException("The store does not answer.") : _values.GetValueOrDefault(name);
            }
        }

        public ValueTask<bool> Write(string name, string? expected, string value, CancellationToken cancellation)
        {
            lock (_gate)
            {
                var holds = _values.GetValueOrDefault(name) == expected;
                if (holds)
                {
                    _values[name] = value;
                }

                return new(holds);
            }
        }
    }
}
