using System.Diagnostics;
using System.Globalization;

namespace SiteBot.Load;

/// <summary>The question's turn with so many visits on record.</summary>
/// <param name="Visits">How many ended visits the store held.</param>
/// <param name="StoreBytes">The store's size before the turns.</param>
/// <param name="FillSeconds">How long it took to write them.</param>
/// <param name="Turn">The turn.</param>
internal sealed record RecordFigures(int Visits, long StoreBytes, double FillSeconds, TurnFigures Turn);

/// <summary>Reminders that were all due at once.</summary>
/// <param name="Messages">How many.</param>
/// <param name="Seconds">From the first that the sink got to the last.</param>
/// <param name="Posts">What the sink got.</param>
/// <param name="Sent">How many of them the store says were sent.</param>
/// <param name="Others">How many stand otherwise.</param>
internal sealed record ReminderFigures(int Messages, double Seconds, long Posts, int Sent, int Others);

/// <summary>Years of work on record, and a morning on which everything is due.</summary>
internal static class Scale
{
    private const int Conversations = 32;
    private const int Seconds = 8;
    private const int Reminders = 100_000;
    private const int Remembered = 1000;
    private const long MostBytes = 8_000_000_000;
    private const long BytesAVisit = 8_000;

    /// <summary>Measures the turn with each number of visits.</summary>
    public static async Task<IReadOnlyList<RecordFigures>> Records(string host, string filler, IReadOnlyList<int> sizes, Action<string> tell)
    {
        var results = new List<RecordFigures>();
        foreach (var visits in sizes)
        {
            var folder = Directory.CreateTempSubdirectory("sitebot-scale-").FullName;
            try
            {
                if (visits * BytesAVisit > Math.Min(MostBytes, new DriveInfo(folder).AvailableFreeSpace / 2))
                {
                    tell($"{visits:N0} visits need more room than there is, or than 8 GB: left out.");
                    continue;
                }

                tell(string.Create(CultureInfo.InvariantCulture, $"{visits:N0} visits on record …"));
                var store = Path.Combine(folder, "scale.db");
                var crew = Crew.Write(folder, Conversations);
                var began = Stopwatch.GetTimestamp();
                await Fill(filler, "fill", store, crew, Crew.Opening, visits.ToString(CultureInfo.InvariantCulture));
                var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
                var bytes = new FileInfo(store).Length;
                await using var sink = await Sink.Open();
                using var http = new HttpClient();
                List<Conversation> chats = [.. Enumerable.Range(0, Conversations).Select(number => new Conversation(http, sink.ServiceUrl, number))];
                await using var serving = HostProcess.Start(host, ["--Storage:Path=" + store, "--Directory:Path=" + crew, "--Clock:Start=" + Crew.Opening], folder);
                await serving.FirstTurn(chats[0], "help");
                await Task.WhenAll(chats.Select((chat, number) => new WholeVisit(chat, number).Begin(serving.Address)));
                results.Add(new RecordFigures(visits, bytes, seconds, await Measuring.Turns(serving, sink, chats, Seconds, chat => chat.Say(serving.Address, Measuring.Upgrade))));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return results;
    }

    /// <summary>Has a hundred thousand reminders delivered, limits off.</summary>
    public static async Task<ReminderFigures> Due(string host, string filler, Action<string> tell)
    {
        var folder = Directory.CreateTempSubdirectory("sitebot-scale-").FullName;
        try
        {
            tell("100,000 reminders due …");
            await using var sink = await Sink.Open();
            var store = Path.Combine(folder, "owed.db");
            var crew = Crew.Write(folder, Remembered);
            await Fill(filler, "owe", store, crew, Crew.Opening, Reminders.ToString(CultureInfo.InvariantCulture), sink.ServiceUrl);
            double seconds;
            await using (HostProcess.Start(
                host,
                [
                    "--Storage:Path=" + store, "--Directory:Path=" + crew, "--Clock:Start=" + Crew.Opening, "--Delivery:ConversationPerSecond=0", "--Delivery:ConversationPer2Seconds=0",
                    "--Delivery:ConversationPer30Seconds=0", "--Delivery:ConversationPerHour=0", "--Delivery:TenantPerSecond=0",
                ],
                folder))
            {
                seconds = await UntilQuiet(sink);
            }

            var told = (await Fill(filler, "sent", store)).Split('\t').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            return new ReminderFigures(Reminders, seconds, sink.Posts, told[0], told[1..].Sum());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Quiet is five seconds without a post after all came; a minute without one is the end in any case.
    private static async Task<double> UntilQuiet(Sink sink)
    {
        while (sink.Posts == 0)
        {
            await Task.Delay(5);
        }

        var (began, last, posts) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp(), 0L);
        while (Stopwatch.GetElapsedTime(last) < (posts >= Reminders ? TimeSpan.FromSeconds(5) : TimeSpan.FromMinutes(1)))
        {
            if (sink.Posts != posts)
            {
                (posts, last) = (sink.Posts, Stopwatch.GetTimestamp());
            }

            await Task.Delay(5);
        }

        return Stopwatch.GetElapsedTime(began, last).TotalSeconds;
    }

    private static async Task<string> Fill(string filler, params string[] words)
    {
        using var process = Process.Start(HostProcess.Words(filler, words))!;
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? told.Trim() : throw new InvalidOperationException($"{filler} {string.Join(' ', words)} ended with {process.ExitCode}.");
    }
}
