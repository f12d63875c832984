using System.Diagnostics;
using System.Net.Mime;
using System.Text;

namespace SiteBot.Load;

/// <summary>A run: the floor, the host's starts, its turns, the gate by batch; one after the other, with nothing else of ours at work meanwhile.</summary>
internal static class Measuring
{
    /// <summary>The question.</summary>
    public const string Upgrade = "可以升级了吗？";
    private const string Help = "help";
    private const string AfterMidnight = """{"now":"2026-03-11T00:10:00+08:00"}""";
    private const int Asked = 1500;
    private const int WarmTurns = 4000;
    private static readonly TimeSpan _warming = TimeSpan.FromSeconds(10);
    private static readonly string[] _questions = ["机房里能抽烟吗", "备份要保留多久", "能用自己的U盘吗", "what must I wear on site", "谁可以批准升级", "客户要求我加改动怎么办"];

    /// <summary>Runs.</summary>
    /// <param name="host">The host's program.</param>
    /// <param name="seconds">How long each kind of turn is measured.</param>
    /// <param name="conversations">How many conversations at a time.</param>
    /// <param name="tell">Where progress is told.</param>
    public static async Task<RunFigures> Run(string host, int seconds, int conversations, Action<string> tell)
    {
        var folder = Directory.CreateTempSubdirectory("sitebot-load-").FullName;
        try
        {
            await using var sink = await Sink.Open();
            using var http = new HttpClient();
            var crew = Crew.Write(folder, conversations);
            List<Conversation> chats = [.. Enumerable.Range(0, conversations).Select(number => new Conversation(http, sink.ServiceUrl, number))];
            List<WholeVisit> visits = [.. chats.Select((chat, number) => new WholeVisit(chat, number))];

            tell("The floor …");
            TurnFigures floor, askFloor;
            await using (var bare = HostProcess.Start(typeof(Measuring).Assembly.Location, ["floor"], folder))
            {
                await bare.FirstTurn(chats[0], Help);
                floor = await Turns(bare, sink, chats, seconds, chat => chat.Say(bare.Address, Help));
                askFloor = await OneByOne(bare, sink, chats[0]);
            }

            tell("Starts …");
            var starts = new List<double>();
            for (var start = 0; start < 3; start++)
            {
                await using var started = Host(start, telling: false);
                starts.Add((await started.FirstTurn(chats[0], Help)).TotalMilliseconds);
            }

            await using var serving = Host(starts.Count, telling: true);
            await serving.FirstTurn(chats[0], Help);
            await Task.WhenAll(chats.Select(chat => Times((1000 + conversations - 1) / conversations, () => chat.Say(serving.Address, Help))));
            var memory = serving.Memory;
            tell("help …");
            var help = await Turns(serving, sink, chats, seconds, chat => chat.Say(serving.Address, Help));
            tell("ask …");
            var ask = await OneByOne(serving, sink, chats[0]);
            tell(Upgrade + " …");
            await Task.WhenAll(visits.Select(visit => visit.Begin(serving.Address, "2026-03-10")));
            var upgrade = await Turns(serving, sink, chats, seconds, chat => chat.Say(serving.Address, Upgrade));

            tell("Whole visits …");
            using (var moved = await http.PostAsync(serving.Address + "/local/clock", new StringContent(AfterMidnight, Encoding.UTF8, MediaTypeNames.Application.Json)))
            {
                moved.EnsureSuccessStatusCode();
            }

            var (visit, turnsAVisit) = await WholeVisits(serving, sink, chats, visits, seconds);
            var end = serving.Memory;

            tell("The gate by batch …");
            var gate = await GateBatch.Run(host, folder);
            return new RunFigures(seconds, conversations, floor, help, upgrade, visit, turnsAVisit, askFloor, ask, [.. starts.Order()], memory, end, gate);

            HostProcess Host(int number, bool telling) => HostProcess.Start(
                host, [$"--Storage:Path={Path.Combine(folder, $"{number}.db")}", "--Directory:Path=" + crew, "--Clock:Start=" + Crew.Opening], folder, telling);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One kind of turn and the floor beside it: what a change is tried by.</summary>
    /// <param name="host">The host's program.</param>
    /// <param name="kind"><c>help</c>, <c>ask</c>, <c>upgrade</c> or <c>visit</c>.</param>
    /// <param name="seconds">How long each is measured.</param>
    /// <param name="conversations">How many conversations at a time.</param>
    public static async Task<(TurnFigures Floor, TurnFigures Turn)> Try(string host, string kind, int seconds, int conversations)
    {
        var folder = Directory.CreateTempSubdirectory("sitebot-load-").FullName;
        try
        {
            await using var sink = await Sink.Open();
            using var http = new HttpClient();
            List<Conversation> chats = [.. Enumerable.Range(0, conversations).Select(number => new Conversation(http, sink.ServiceUrl, number))];
            List<WholeVisit> visits = [.. chats.Select((chat, number) => new WholeVisit(chat, number))];
            TurnFigures floor;
            await using (var bare = HostProcess.Start(typeof(Measuring).Assembly.Location, ["floor"], folder))
            {
                await bare.FirstTurn(chats[0], Help);
                floor = kind == "ask" ? await OneByOne(bare, sink, chats[0]) : await Turns(bare, sink, chats, seconds, chat => chat.Say(bare.Address, Help));
            }

            var opening = kind == "visit" ? "2026-03-11T00:10:00+08:00" : Crew.Opening;
            await using var serving = HostProcess.Start(
                host, [$"--Storage:Path={Path.Combine(folder, "try.db")}", "--Directory:Path=" + Crew.Write(folder, conversations), "--Clock:Start=" + opening], folder, telling: true);
            await serving.FirstTurn(chats[0], Help);
            if (kind == "ask")
            {
                return (floor, await OneByOne(serving, sink, chats[0]));
            }

            if (kind == "help")
            {
                return (floor, await Turns(serving, sink, chats, seconds, chat => chat.Say(serving.Address, Help)));
            }

            await Task.WhenAll(visits.Select(visit => visit.Begin(serving.Address)));
            return (floor, kind == "visit"
                ? (await WholeVisits(serving, sink, chats, visits, seconds)).Figures
                : await Turns(serving, sink, chats, seconds, chat => chat.Say(serving.Address, Upgrade)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Times(int times, Func<Task> turn)
    {
        for (var time = 0; time < times; time++)
        {
            await turn();
        }
    }

    /// <summary>Measures one kind of turn.</summary>
    /// <remarks>The same warming for floor and host: without it the compiler's work at run time would be measured with the first seconds.</remarks>
    public static async Task<TurnFigures> Turns(HostProcess server, Sink sink, IReadOnlyList<Conversation> chats, int seconds, Func<Conversation, Task> turn)
    {
        // On a machine that is busy with something else ten seconds are few turns.
        for (var (warm, tries) = (0, 0); warm < WarmTurns && tries < 10; tries++)
        {
            await Until(_warming, chats, turn);
            warm += Taken(chats).Count;
        }

        var spent = Spent.Begin(server, sink);
        await Until(TimeSpan.FromSeconds(seconds), chats, turn);
        return TurnFigures.Of(Taken(chats), spent());
    }

    // Every visit that was begun is ended: what is measured are whole ones.
    private static async Task<(TurnFigures Figures, int TurnsAVisit)> WholeVisits(HostProcess server, Sink sink, IReadOnlyList<Conversation> chats, IReadOnlyList<WholeVisit> visits, int seconds)
    {
        await Task.WhenAll(visits.Select(visit => visit.GoOn(server.Address)));
        Taken(chats);
        var ended = 0;
        var spent = Spent.Begin(server, sink);
        await Until(TimeSpan.FromSeconds(seconds), visits, async visit =>
        {
            await visit.Begin(server.Address);
            await visit.GoOn(server.Address);
            Interlocked.Increment(ref ended);
        });
        var figures = TurnFigures.Of(Taken(chats), spent());
        return (figures, figures.Turns / ended);
    }

    private static async Task<TurnFigures> OneByOne(HostProcess server, Sink sink, Conversation chat)
    {
        await Ask(Asked / 3);
        Taken([chat]);
        var spent = Spent.Begin(server, sink);
        await Ask(Asked);
        return TurnFigures.Of(Taken([chat]), spent());

        async Task Ask(int questions)
        {
            for (var question = 0; question < questions; question++)
            {
                await chat.Say(server.Address, _questions[question % _questions.Length]);
            }
        }
    }

    private static Task Until<T>(TimeSpan span, IReadOnlyList<T> all, Func<T, Task> turn)
    {
        var end = Stopwatch.GetTimestamp() + (long)(span.TotalSeconds * Stopwatch.Frequency);
        return Task.WhenAll(all.Select(one => Task.Run(async () =>
        {
            while (Stopwatch.GetTimestamp() < end)
            {
                await turn(one);
            }
        })));
    }

    private static List<long> Taken(IEnumerable<Conversation> chats) => [.. chats.SelectMany(chat => chat.Latencies())];
}
