using System.Diagnostics;
using SiteBot.Browser.Night;
using SiteBot.Chromium;
using SiteBot.Playground;

var began = Stopwatch.StartNew();
await using var host = await ServingHost.Start();
await using var browser = await ChromiumBrowser.Start();
await using var engineer = await PlayedPerson.Start(host.Address, browser, "li.ming", 0);
await using var head = await PlayedPerson.Start(host.Address, browser, "wang.fang", 2);
await using var support = await PlayedPerson.Start(host.Address, browser, "zhao.lei", 3);
using var clock = new HttpClient { BaseAddress = host.Address, Timeout = TimeSpan.FromMinutes(2) };

foreach (var (what, done) in new GoodNight(engineer, head, support, clock).Steps)
{
    var at = began.Elapsed;
    try
    {
        await done();
    }
    catch (Exception failure) when (failure is TimeoutException or Microsoft.Playwright.PlaywrightException or HttpRequestException)
    {
        foreach (var person in new[] { engineer, head, support })
        {
            await person.Picture("failed");
        }

        Console.WriteLine($"FAILED  {what}: {failure.Message.Split('\n')[0]}\nThe pictures {Path.Combine(PlayedPerson.Pictures, "*-failed.png")} show where.");
        return 1;
    }

    Console.WriteLine($"seen    {what} ({(began.Elapsed - at).TotalSeconds:0.0} s)");
}

Console.WriteLine($"The good night through the Agents Playground: every step seen in {began.Elapsed.TotalSeconds:0} s.");
return 0;
