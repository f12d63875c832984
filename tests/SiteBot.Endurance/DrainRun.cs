using System.Globalization;
using NodaTime;
using SiteBot.Host.Delivery;
using SiteBot.Outbox;
using SiteBot.Storage;

namespace SiteBot.Endurance;

/// <summary>What a drain came to.</summary>
/// <param name="Messages">Messages owed at the beginning.</param>
/// <param name="Seconds">How long it took, by the clock that was used.</param>
/// <param name="Requests">Requests that arrived.</param>
/// <param name="Lost">Owed messages that were neither taken nor given up for a known reason.</param>
/// <param name="Doubled">Messages taken twice though the sender had its answer.</param>
/// <param name="Explained">Messages taken twice since the first answer was lost on the way.</param>
/// <param name="OutOfOrder">Messages taken before one that should have been taken first.</param>
/// <param name="Broken">Limits that were broken, by the channel's own counting.</param>
/// <param name="Untold">Given-up messages whose sender, or whose regional office's channel, was not told.</param>
public sealed record DrainFigures(
    int Messages, double Seconds, int Requests, IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled, int Explained, IReadOnlyList<string> OutOfOrder,
    IReadOnlyList<string> Broken, IReadOnlyList<string> Untold)
{
    /// <summary>True where nothing is wrong.</summary>
    public bool IsClean => Lost.Count + Doubled.Count + OutOfOrder.Count + Broken.Count + Untold.Count == 0;

    /// <summary>In one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Messages} messages in {Seconds:0.0} s, {Requests} requests; lost {Lost.Count}, doubled {Doubled.Count}, doubled and explained {Explained}, out of order {OutOfOrder.Count}, limits broken {Broken.Count}, untold {Untold.Count}");
}

/// <summary>Thousands of due messages, a bad day, and the limits of Teams.</summary>
internal static class DrainRun
{
    /// <summary>Drains.</summary>
    /// <param name="open">Opens the store; once for each host and once to look.</param>
    /// <param name="hosts">How many hosts deliver.</param>
    /// <param name="people">How many conversations.</param>
    /// <param name="each">How many messages each.</param>
    /// <param name="factor">How much faster than the machine's the clock runs.</param>
    /// <param name="dialogs">The dialogs folder.</param>
    public static async Task<DrainFigures> Of(Func<Task<IStore>> open, int hosts, int people, int each, double factor, string dialogs)
    {
        var time = new FastTime(factor);
        var day = new BadDay(time);
        await using var teams = await BadTeams.Start(day.Of, time);
        var store = await open();
        var workplace = FieldCrew.Workplace(people, dialogs);
        await FieldCrew.Owe(store, people, each, teams.ServiceUrl);
        var options = new DeliveryOptions
        {
            // A tenth of all seconds is a storm: with six attempts one of ten thousand messages may meet nothing else.
            Retry = new RetrySchedule(Duration.FromSeconds(1), Duration.FromSeconds(20), Duration.FromSeconds(20), 8),

            // What travels between two processes is as slow as ever, however fast the clock.
            Limits = DeliveryLimits.Teams with { ArrivedAfter = Duration.FromSeconds(factor > 1 ? 5 * factor : 1) },
            Beat = TimeSpan.FromSeconds(3 * factor),
            Lease = TimeSpan.FromSeconds(30 * factor),
            Attempt = TimeSpan.FromSeconds(factor > 1 ? 3 * factor : 12),
        };
        var delivering = new List<DeliveringHost>();
        for (var host = 0; host < hosts; host++)
        {
            delivering.Add(await DeliveringHost.Start(host == 0 ? store : await open(), workplace, options, time));
        }

        var began = time.GetTimestamp();
        DeliveryCount count;
        do
        {
            count = await delivering[0].Pump.UntilSettled(Duration.FromSeconds(10), CancellationToken.None);
        }
        while (!count.Complete);
        var seconds = time.GetElapsedTime(began).TotalSeconds;
        var unanswered = delivering.SelectMany(host => ((FastOutbox)host.Get<IOutbox>()).Unanswered).ToHashSet();
        foreach (var host in delivering)
        {
            await host.DisposeAsync();
        }

        return await Judged(store, teams, day, unanswered, people, each, seconds);
    }

    private static async Task<DrainFigures> Judged(IStore store, BadTeams teams, BadDay day, IReadOnlySet<string> unanswered, int people, int each, double seconds)
    {
        var shown = teams.Shown.ToList();
        var times = shown.CountBy(taken => taken.Text.Replace(" (small)", "", StringComparison.Ordinal)).ToDictionary();
        var givenUp = (await store.Outbox.List(DeliveryState.GivenUp, int.MaxValue, CancellationToken.None)).ToDictionary(entry => entry.Message.Key);
        var explained = day.TakenUnseen.Concat(teams.Unheard).Select(text => text.Replace(" (small)", "", StringComparison.Ordinal)).Concat(unanswered).ToHashSet();
        List<string> lost = [], doubled = [], untold = [];
        for (var number = 0; number < people; number++)
        {
            for (var one = FieldCrew.FirstOf(number, each); one < each; one++)
            {
                var key = $"{FieldCrew.Id(number)}/{one}";
                var taken = times.GetValueOrDefault(key);
                var expected = !BadDay.IsBlocked(number) && !BadDay.IsLost(number);
                if (expected ? taken == 0 : !givenUp.ContainsKey(key))
                {
                    lost.Add($"{key}: {(givenUp.TryGetValue(key, out var entry) ? $"given up after {entry.Attempts} attempts, {entry.Reason}" : "nowhere")}");
                }

                if (taken > 1 && !explained.Contains(key))
                {
                    doubled.Add(key);
                }

                if (!expected && (times.GetValueOrDefault($"undelivered/{key}/person/head") == 0
                    || (BadDay.IsBlocked(number) && times.GetValueOrDefault($"in-stead/{key}/channel/BJ") == 0)))
                {
                    untold.Add(key);
                }
            }
        }

        return new DrainFigures(
            Enumerable.Range(0, people).Sum(number => each - FieldCrew.FirstOf(number, each)), seconds, teams.Arrivals.Count, lost, doubled, times.Count(pair => pair.Value > 1 && explained.Contains(pair.Key)),
            OutOfOrder(shown, each), Broken(teams), untold);
    }

    // The urgent one first, then as they were asked for.
    private static List<string> OutOfOrder(IEnumerable<Taken> shown, int each) =>
    [
        .. from taken in shown
           let parts = taken.Text.Replace(" (small)", "", StringComparison.Ordinal).Split('/')
           where parts is [['p', ..], _]
           group (parts[1], taken.Text) by parts[0] into person
           let order = person.DistinctBy(one => one.Item1).Select(one => int.Parse(one.Item1, CultureInfo.InvariantCulture)).Select(one => one == each - 1 ? -1 : one).ToList()
           where !order.SequenceEqual(order.Order())
           select person.Key,
    ];

    private static List<string> Broken(BadTeams teams)
    {
        var broken = new List<string>();
        var arrivals = teams.Arrivals.OrderBy(arrival => arrival.At).ToList();
        foreach (var limit in DeliveryLimits.Teams.Tenant)
        {
            Check("the tenant", arrivals, limit);
        }

        foreach (var conversation in arrivals.Where(arrival => !arrival.Opens).GroupBy(arrival => arrival.Conversation))
        {
            foreach (var limit in DeliveryLimits.Teams.Conversation)
            {
                Check(conversation.Key, [.. conversation], limit);
            }
        }

        return broken;

        void Check(string what, List<Arrival> line, RateLimit limit)
        {
            for (var first = 0; first + limit.Count < line.Count; first++)
            {
                var within = teams.Time.GetElapsedTime(line[first].At, line[first + limit.Count].At);
                if (within < limit.Within.ToTimeSpan())
                {
                    broken.Add($"{what}: {limit.Count + 1} in {within.TotalMilliseconds:0} ms");
                }
            }
        }
    }
}
