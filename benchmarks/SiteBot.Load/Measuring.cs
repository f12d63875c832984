using System.Diagnostics;

namespace SiteBot.Load;

/// <summary>A run: the floor, the host's starts, its turns, the gate by batch; one after the other, with nothing else of ours at work meanwhile.</summary>
internal static class Measuring
{
    private const string Help = "help";
    private const string Upgrade = "可以升级了吗？";
    private const int People = 6;
    private static readonly TimeSpan _warming = TimeSpan.FromSeconds(4);

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
            var everybody = Chats(number => number % People);
            // The sample's visit is the first person's: only that person can be given a decision on it.
            var engineer = Chats(_ => 0);

            tell("The floor …");
            TurnFigures floor;
            await using (var bare = HostProcess.Start([typeof(Measuring).Assembly.Location, "floor"], folder))
            {
                await bare.FirstTurn(everybody[0], Help);
                floor = await Turns(bare, sink, everybody, Help, seconds);
            }

            tell("Starts …");
            var starts = new List<double>();
            for (var start = 0; start < 2; start++)
            {
                await using var started = Host(start);
                starts.Add((await started.FirstTurn(everybody[0], Help)).TotalMilliseconds);
            }

            TurnFigures help, upgrade;
            double memory, end;
            await using (var serving = Host(starts.Count))
            {
                starts.Add((await serving.FirstTurn(everybody[0], Help)).TotalMilliseconds);
                await Task.WhenAll(everybody.Select(chat => Say(chat, serving.Address, (1000 + conversations - 1) / conversations)));
                memory = serving.Memory;
                tell("help …");
                help = await Turns(serving, sink, everybody, Help, seconds);
                tell(Upgrade + " …");
                upgrade = await Turns(serving, sink, engineer, Upgrade, seconds);
                end = serving.Memory;
            }

            tell("The gate by batch …");
            var gate = await GateBatch.Run(host, folder);
            return new RunFigures(seconds, conversations, floor, help, upgrade, [.. starts.Order()], memory, end, gate);

            List<Conversation> Chats(Func<int, int> person) =>
                [.. Enumerable.Range(0, conversations).Select(number => new Conversation(http, sink.ServiceUrl, number, person(number)))];

            HostProcess Host(int number) => HostProcess.Start([host, $"--Storage:Path={Path.Combine(folder, $"{number}.db")}"], folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Say(Conversation chat, string address, int turns)
    {
        for (var turn = 0; turn < turns; turn++)
        {
            await chat.Say(address, Help);
        }
    }

    // The same warming for floor and host: without it the compiler's work at run time would be measured with the first seconds.
    private static async Task<TurnFigures> Turns(HostProcess server, Sink sink, IReadOnlyList<Conversation> chats, string text, int seconds)
    {
        await Talk(_warming);
        var processor = server.Processor;
        var posts = sink.Posts;
        var began = Stopwatch.GetTimestamp();
        var latencies = await Talk(TimeSpan.FromSeconds(seconds));
        return TurnFigures.Of(latencies, Stopwatch.GetElapsedTime(began).TotalSeconds, server.Processor - processor, sink.Posts - posts);

        async Task<List<long>> Talk(TimeSpan span)
        {
            var end = Stopwatch.GetTimestamp() + (long)(span.TotalSeconds * Stopwatch.Frequency);
            var all = await Task.WhenAll(chats.Select(chat => Task.Run(() => chat.TalkUntil(end, server.Address, text))));
            return [.. all.SelectMany(each => each)];
        }
    }
}
