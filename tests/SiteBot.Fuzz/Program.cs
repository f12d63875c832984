using System.Globalization;
using SiteBot.Fuzz;

// dotnet run -c Release with COUNT and SEED behind: throws that many spoilt activities at a host of its own.
var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
await using var channel = await Channel.Start();
var seeds = new Seeds(channel.Address);
channel.Teach(seeds);
await using var host = await HostProcess.Start(Path.Combine(AppContext.BaseDirectory, "SiteBot.Host.dll"), TimeSpan.FromMinutes(2));
var outcome = await new Storm(host, seeds, seed).Run(count);

foreach (var (status, times) in outcome.Statuses.OrderBy(pair => pair.Key, StringComparer.Ordinal))
{
    Console.WriteLine($"{status}: {times}");
}

Console.WriteLine($"The bot spoke to the channel {channel.Taken} times.");
Console.WriteLine($"Memory in MB, after each twentieth: {string.Join(' ', outcome.Memory.Select(bytes => bytes >> 20))}");
Console.WriteLine($"Longest answer {outcome.Longest.TotalSeconds:F1} s, all in {outcome.Lasted.TotalSeconds:F0} s.");
foreach (var fault in outcome.Faults.Take(50))
{
    Console.WriteLine(fault);
}

Console.WriteLine($"{outcome.Troubles.Count} lines of the host's log tell of trouble.");
foreach (var trouble in outcome.Troubles.Distinct().Take(40))
{
    Console.WriteLine("  " + trouble);
}

Console.WriteLine($"{count} thrown, {outcome.Faults.Count} faults.");
if (!outcome.MemoryIsFlat)
{
    Console.WriteLine("Memory grew.");
}

return outcome.Faults.Count == 0 && outcome.MemoryIsFlat ? 0 : 1;
