using Microsoft.Playwright;

namespace SiteBot.Chromium.Chat;

/// <summary>One person's chat in a window, in the domain's words. What does not come about within the window's patience is an error that says what the person saw instead.</summary>
public sealed class ChatColumn
{
    private const string Cards = ".webchat__adaptive-card-renderer";

    private readonly ChatWindow window;
    private readonly string key;

    internal ChatColumn(ChatWindow window, ILocator element, string key) => (this.window, Element, this.key) = (window, element, key);

    /// <summary>The column, for what the words below do not say.</summary>
    public ILocator Element { get; }

    public Task IsOnline() => Comes(Element.Locator(".link[data-state=online]"), "is not online", WaitForSelectorState.Attached);

    public async Task Says(string text)
    {
        await Front();
        var box = Element.Locator("[data-id='webchat-sendbox-input']");
        await box.ClickAsync();
        await box.FillAsync(text);
        await box.PressAsync("Enter");
        await Comes(Element.GetByText(text).Last, $"said \"{text}\", which does not stand there");
    }

    /// <summary>A text of a message or card is there to read.</summary>
    public async Task Sees(string text)
    {
        await Front();
        await Comes(Element.Locator(".chat").GetByText(text).Last, $"does not see \"{text}\"");
    }

    /// <summary>A card with that text in it is there to read; the latest one of them.</summary>
    public async Task<ILocator> SeesCard(string text)
    {
        await Front();
        var card = Element.Locator(Cards).Filter(new() { HasText = text }).Last;
        await Comes(card, $"sees no card with \"{text}\"");
        return card;
    }

    /// <summary>The view has come to rest with the first line of the latest card of that text in it.</summary>
    public async Task ShowsFirstLineOf(string text)
    {
        var card = await SeesCard(text);
        var at = await card.EvaluateAsync<string>("""
            async card => {
              const view = card.closest(".chat").querySelector(".webchat__basic-transcript__scrollable");
              const top = () => card.getBoundingClientRect().top - view.getBoundingClientRect().top;
              for (let before = NaN, same = 0, tries = 0; same < 5 && tries < 300; tries++) {
                await new Promise(resolve => setTimeout(resolve, 100));
                same = top() === before ? same + 1 : 0;
                before = top();
              }
              return top() >= -1 && top() < view.clientHeight / 2 ? "" : `the card begins ${top()} px below the top of a view of ${view.clientHeight} px`;
            }
            """);
        if (at.Length > 0)
        {
            throw new InvalidOperationException($"{key} does not see the first line of \"{text}\": {at}. The picture: {await window.Screenshot($"failed-{key}")}.");
        }
    }

    /// <summary>No card has that text (any more).</summary>
    public async Task SeesNoCard(string text)
    {
        await Front();
        await Comes(Element.Locator(Cards).Filter(new() { HasText = text }).First, $"still sees a card with \"{text}\"", WaitForSelectorState.Detached);
    }

    /// <summary>Presses the latest button of that title.</summary>
    public async Task Presses(string title)
    {
        await Front();
        var button = Element.Locator(Cards).GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).Last;
        await Comes(button, $"has no button \"{title}\"");
        await button.ClickAsync();
    }

    /// <summary>No card has a button of that title (any more).</summary>
    public async Task SeesNoButton(string title)
    {
        await Front();
        await Comes(Element.Locator(Cards).GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).First, $"still has a button \"{title}\"", WaitForSelectorState.Detached);
    }

    /// <summary>Fills the latest card's field of that label.</summary>
    public async Task Fills(string label, string value)
    {
        await Front();
        var field = Element.GetByLabel(label).Last;
        await Comes(field, $"has no field \"{label}\"");
        await field.ClickAsync();
        await field.FillAsync(value);
    }

    /// <summary>Chooses from the latest card's list of that label.</summary>
    public async Task Chooses(string label, string choice)
    {
        await Front();
        var list = Element.GetByLabel(label).Last;
        await Comes(list, $"has no list \"{label}\"");
        await list.SelectOptionAsync(new SelectOptionValue { Label = choice });
    }

    /// <summary>Sends files from this machine, photos for instance.</summary>
    public async Task Uploads(params IReadOnlyCollection<string> paths)
    {
        await Front();
        await Element.Locator("input[type=file]").SetInputFilesAsync(paths);
    }

    /// <summary>What stands in the column, line by line.</summary>
    public Task<string> Text() => Element.InnerTextAsync();

    /// <summary>On a narrow screen one column is shown at a time: presses its tab.</summary>
    public async Task Front()
    {
        if (!await Element.IsVisibleAsync())
        {
            await window.Page.Locator($"#tabs [data-tab=\"{key}\"]").ClickAsync();
        }
    }

    private async Task Comes(ILocator what, string otherwise, WaitForSelectorState state = WaitForSelectorState.Visible)
    {
        try
        {
            await what.WaitForAsync(new() { State = state });
        }
        catch (TimeoutException)
        {
            var picture = await window.Screenshot($"failed-{key}");
            throw new InvalidOperationException(
                $"{key} {otherwise}. The picture: {picture}. The column:\n{await Element.InnerTextAsync()}\n{string.Join('\n', window.Troubles)}");
        }
    }
}
