using System.Globalization;
using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Storage;
using SiteBot.Visits;

namespace SiteBot.Endurance;

/// <summary>What a crash run came to.</summary>
/// <param name="Kills">How often a host was killed.</param>
/// <param name="Acknowledged">Facts that were acknowledged.</param>
/// <param name="Repeats">Activities that were sent again since no host had answered.</param>
/// <param name="Lost">Acknowledged facts that are not on record.</param>
/// <param name="Twice">Facts that are on record more than once.</param>
/// <param name="Owed">Messages that were owed to the regional office's channel and sent.</param>
/// <param name="Undelivered">Messages that are due and were not delivered, or were given up.</param>
/// <param name="Missing">Messages that count as sent and never arrived.</param>
/// <param name="Doubled">Messages that arrived once more: a host was killed between the channel's answer and its record.</param>
/// <param name="Sound">True where the audit found every chain of facts sound.</param>
internal sealed record CrashFigures(int Kills, int Acknowledged, int Repeats, IReadOnlyList<string> Lost, IReadOnlyList<string> Twice, int Owed, IReadOnlyList<string> Undelivered, int Missing, int Doubled, bool Sound)
{
    /// <summary>True where nothing is wrong.</summary>
    public bool IsClean => Lost.Count + Twice.Count + Undelivered.Count + Missing == 0 && Doubled <= Kills * 20 && Sound;

    /// <summary>In one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Kills} kills, {Acknowledged} facts acknowledged, {Repeats} activities sent again; lost {Lost.Count}, applied twice {Twice.Count}; {Owed} messages owed and sent, undelivered {Undelivered.Count}, missing {Missing}, doubled and explained {Doubled}; audit {(Sound ? "sound" : "BROKEN")}");
}

/// <summary>Real hosts, killed at random while engineers tell facts and messages flow.</summary>
internal static class CrashRun
{
    // What is due by then must have arrived; the clock of the hosts stands, so that the next morning's reminders stay where they are.
    private static readonly Instant DueBy = FieldCrew.Night + Duration.FromHours(1);

    /// <summary>Runs.</summary>
    /// <param name="open">Opens the store.</param>
    /// <param name="storage">The settings by which a host opens it.</param>
    /// <param name="hosts">How many hosts.</param>
    /// <param name="engineers">How many engineers.</param>
    /// <param name="kills">How often one of the hosts is killed.</param>
    /// <param name="folder">Where logs and the directory go.</param>
    /// <param name="longestLife">How many milliseconds a host works at most before it is killed.</param>
    public static async Task<CrashFigures> Of(Func<Task<IStore>> open, IReadOnlyList<string> storage, int hosts, int engineers, int kills, string folder, int longestLife = 1500)
    {
        await using var teams = await BadTeams.Start(_ => Answer.Fine, new FastTime(1));
        var directory = Path.Combine(folder, "crew.yaml");
        await File.WriteAllTextAsync(directory, FieldCrew.Directory(engineers));
        await using (var store = await open())
        {
            await Begin(store, engineers);
        }

        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        string[] settings = [.. storage, $"--Directory:Path={directory}", "--Local:Sample=false", "--Clock:Start=2026-03-10T23:30:00+08:00", "--Delivery:TenantPerSecond=0"];
        var running = Enumerable.Range(0, hosts).Select(host => new HostProcess(settings, Path.Combine(folder, $"host{host}.log"))).ToList();
        foreach (var host in running)
        {
            await host.Start(http);
        }

        using var stop = new CancellationTokenSource();
        var crew = Enumerable.Range(0, engineers).Select(number => new BusyEngineer(number, teams.ServiceUrl, http, running)).ToList();
        var work = crew.Select(engineer => Task.Run(() => engineer.Work(stop.Token))).ToList();
        for (var kill = 0; kill < kills && !work.Exists(task => task.IsFaulted); kill++)
        {
            var host = running[kill % hosts];
            await Task.Delay(Random.Shared.Next(50, longestLife));
            await host.Kill();
            await host.Start(http);
        }

        await stop.CancelAsync();
        await Task.WhenAll(work);
        await using var look = await open();
        await Settled(look);
        foreach (var host in running)
        {
            await host.DisposeAsync();
        }

        var sound = await HostProcess.Run("audit verify", storage) == 0;
        return await Judged(look, teams, crew, kills, sound);
    }

    private static async Task Begin(IStore store, int engineers)
    {
        var procedure = FieldCrew.Workplace(1, Dialogs.Shipped).Procedures.InForce("maintenance")!;
        for (var number = 0; number < engineers; number++)
        {
            var change = VisitChange.Of(VisitFold.Begin(BusyEngineer.VisitOf(number)))
                .Tell(new VisitEvent.Started(procedure.Service, procedure.ContentHash, "BJ", "S-1", "CM", FieldCrew.Id(number), null, null), FieldCrew.Night, FieldCrew.Night, FieldCrew.Id(number));
            await store.Ledger.Commit(new Commit { Streams = [VisitStream.Write(change.Before, change.After, change.Facts)] });
        }
    }

    // Leases of killed hosts end after half a minute.
    private static async Task Settled(IStore store)
    {
        for (var look = 0; look < 1200; look++)
        {
            if ((await store.Outbox.Lag(DueBy, CancellationToken.None)).Due == 0)
            {
                return;
            }

            await Task.Delay(100);
        }
    }

    private static async Task<CrashFigures> Judged(IStore store, BadTeams teams, List<BusyEngineer> crew, int kills, bool sound)
    {
        List<string> lost = [], twice = [];
        for (var number = 0; number < crew.Count; number++)
        {
            var view = await store.Ledger.Read(new LedgerQuery(null, null, [StreamId.Visit(BusyEngineer.VisitOf(number))], [], Snapshot.ShapeNow), CancellationToken.None);
            var told = VisitStream.Read(view.Streams.Single())!.DataChanges.CountBy(change => change.What?.Value ?? "").ToDictionary();
            lost.AddRange(crew[number].Acknowledged.Where(one => !told.ContainsKey(one)));
            twice.AddRange(told.Where(pair => pair.Value > 1).Select(pair => pair.Key));
        }

        var sent = (await store.Outbox.List(DeliveryState.Sent, int.MaxValue, CancellationToken.None)).Count(entry => entry.Message.To.IsChannel);
        var arrived = teams.Arrivals.Count(arrival => arrival.Conversation.StartsWith("channel", StringComparison.Ordinal));
        var undelivered = (await store.Outbox.List(DeliveryState.Waiting, int.MaxValue, CancellationToken.None)).Where(entry => entry.Message.DueAt <= DueBy)
            .Concat(await store.Outbox.List(DeliveryState.GivenUp, int.MaxValue, CancellationToken.None))
            .Select(entry => $"{entry.Message.Key}: {entry.Reason}").ToList();
        return new CrashFigures(
            kills, crew.Sum(engineer => engineer.Acknowledged.Count), crew.Sum(engineer => engineer.Repeats), lost, twice, sent, undelivered,
            Math.Max(0, sent - arrived), Math.Max(0, arrived - sent), sound);
    }
}
