using SiteBot.Chromium;

namespace SiteBot.Browser;

/// <summary>One Chromium for all tests that look at the page.</summary>
public sealed class OpenBrowser : IAsyncLifetime
{
    public ChromiumBrowser Chromium { get; private set; } = null!;

    public async Task InitializeAsync() => Chromium = await ChromiumBrowser.Start();

    public async Task DisposeAsync() => await Chromium.DisposeAsync();
}
