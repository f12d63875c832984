using SiteBot.Fuzz;

namespace SiteBot.Host.Tests.Serving;

/// <summary>A short storm of spoilt activities at the product's own process; all of it is <c>dotnet run -c Release</c> in tests/SiteBot.Fuzz.</summary>
public sealed class StormTests
{
    [Fact]
    public async Task Spoilt_activities_break_neither_door_and_hang_nothing()
    {
        await using var channel = await Channel.Start();
        var seeds = new Seeds(channel.Address);
        channel.Teach(seeds);
        await using var host = await HostProcess.Start(Path.Combine(AppContext.BaseDirectory, "SiteBot.Host.dll"), TimeSpan.FromMinutes(2));

        var outcome = await new Storm(host, seeds, seed: 20260310).Run(600);

        Assert.True(outcome.Faults.Count == 0, string.Join('\n', outcome.Faults));
        Assert.True(channel.Taken > 0, "The bot answered nothing: the storm met no bot.");
        Assert.True(outcome.Statuses.GetValueOrDefault("messages 200") > 50 && outcome.Statuses.GetValueOrDefault("direct line 200") > 50, "Hardly anything was let in.");
    }
}
