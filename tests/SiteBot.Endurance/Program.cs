using System.Globalization;
using SiteBot;
using SiteBot.Endurance;
using SiteBot.Storage;
using SiteBot.Storage.Postgres;
using SiteBot.Storage.Sqlite;

const string Help = """
    endurance drain [sqlite|postgres] [PEOPLE EACH FACTOR]    a bad day of Teams within its limits; 2000 5 1 by default (real time: about five minutes)
    endurance crash [sqlite|postgres] [KILLS ENGINEERS]        real hosts killed at random; 300 20 by default, two hosts over PostgreSQL
    endurance throughput [sqlite|postgres] [MESSAGES]         how many messages a second without limits, to a sink; 50000 by default
    """;

var kind = args.ElementAtOrDefault(1) ?? "sqlite";
await using var place = await Place.Of(kind);
switch (args.FirstOrDefault())
{
    case "drain":
        var figures = await DrainRun.Of(place.Open, place.Hosts, Number(2, 2000), Number(3, 5), Number(4, 1), Dialogs.Shipped);
        Console.WriteLine($"drain, {kind}, {place.Hosts} host(s): {figures}");
        foreach (var fault in figures.Lost.Concat(figures.Doubled).Concat(figures.OutOfOrder).Concat(figures.Broken).Concat(figures.Untold).Take(20))
        {
            Console.WriteLine("  " + fault);
        }

        return figures.IsClean ? 0 : 1;
    case "crash":
        var logs = System.IO.Directory.CreateTempSubdirectory("sitebot-crash-").FullName;
        var crash = await CrashRun.Of(place.Anew, place.Settings, place.Hosts, Number(3, 20), Number(2, 300), logs);
        Console.WriteLine($"crash, {kind}, {place.Hosts} host(s): {crash}");
        foreach (var fault in crash.Lost.Concat(crash.Twice).Concat(crash.Undelivered).Take(20))
        {
            Console.WriteLine("  " + fault);
        }

        return crash.IsClean ? 0 : 1;
    case "throughput":
        Console.WriteLine($"throughput, {kind}: {await ThroughputRun.Of(await place.Open(), Number(2, 50_000), Dialogs.Shipped)}");
        return 0;
    default:
        Console.WriteLine(Help);
        return 64;
}

int Number(int at, int otherwise) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;

/// <summary>Where a run keeps its facts.</summary>
internal sealed class Place(ThrowawayPostgres? server, Func<Task<IStore>> open, string[] settings, int hosts, Action remove) : IAsyncDisposable
{
    private readonly List<IStore> _opened = [];

    public int Hosts => hosts;

    public string[] Settings => settings;

    public Func<Task<IStore>> Anew => open;

    public static async Task<Place> Of(string kind)
    {
        if (kind == "postgres")
        {
            var server = await ThrowawayPostgres.Start();
            var database = await server.Database("sitebot");
            return new Place(server, async () => await PostgresStore.Open(database), ["--Storage:Kind=postgres", $"--Storage:ConnectionString={database}"], 2, () => { });
        }

        var folder = System.IO.Directory.CreateTempSubdirectory("sitebot-endurance-");
        var file = Path.Combine(folder.FullName, "sitebot.db");
        return new Place(null, async () => await SqliteStore.Open(file), [$"--Storage:Path={file}"], 1, () => folder.Delete(recursive: true));
    }

    public async Task<IStore> Open()
    {
        var store = await open();
        _opened.Add(store);
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _opened)
        {
            await store.DisposeAsync();
        }

        if (server is not null)
        {
            await server.DisposeAsync();
        }

        remove();
    }
}
