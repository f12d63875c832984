using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using SiteBot.Host.Doors;
using SiteBot.Ledger;

namespace SiteBot.Host.Tests.Serving;

/// <summary>A link in Teams: whoever opens it first is who it was made for.</summary>
public sealed class FirstFileReadersTests
{
    private readonly StandingMachine _machine = new();
    private readonly KeptSettings _settings = new();

    [Fact]
    public async Task The_first_browser_opens_a_link_and_opens_it_again()
    {
        var (first, cookie) = await Opens("mark-1", null);
        var (again, _) = await Opens("mark-1", cookie);

        Assert.True(first);
        Assert.True(again);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_link_that_was_opened_and_then_passed_on_opens_for_nobody_else()
    {
        var (_, cookie) = await Opens("mark-1", null);
        var (other, ofOther) = await Opens("mark-2", null);

        Assert.True(other);
        Assert.False((await Opens("mark-1", null)).Opened);
        Assert.False((await Opens("mark-1", "sitebot-file=guessed")).Opened);
        Assert.False((await Opens("mark-1", ofOther)).Opened);
        Assert.True((await Opens("mark-1", cookie)).Opened);
    }

    [Fact]
    public async Task Of_two_browsers_at_once_one_is_the_first()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => (await Opens("mark-1", null)).Opened)));

        Assert.Equal(1, opened.Count(one => one));
    }

    [Fact]
    public async Task What_ran_out_is_forgotten()
    {
        await Opens("mark-1", null);
        _machine.Now += FileLinks.Life + TimeSpan.FromSeconds(1);
        await Opens("mark-2", null);

        Assert.Single(_settings.All.Values.Single().Split('\n'));
    }

    private async Task<(bool Opened, string? Cookie)> Opens(string mark, string? cookie)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = "/files/abc";
        if (cookie is not null)
        {
            context.Request.Headers.Cookie = cookie.Split(';')[0];
        }

        var until = (_machine.Now + FileLinks.Life).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var opened = await new FirstFileReaders(_settings, _machine).Is(context, "li.ming", mark, until);
        return (opened, context.Response.Headers.SetCookie.FirstOrDefault());
    }

    private sealed class KeptSettings : IStoreSettings
    {
        public ConcurrentDictionary<string, string> All { get; } = [];

        public ValueTask<string?> Read(string name, CancellationToken cancellation) => new(All.GetValueOrDefault(name));

        public ValueTask<bool> Write(string name, string? expected, string value, CancellationToken cancellation) =>
            new(expected is null ? All.TryAdd(name, value) : All.TryUpdate(name, value, expected));
    }
}
