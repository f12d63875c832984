using SiteBot.Chromium.Chat;

namespace SiteBot.Browser.Page;

/// <summary>The local chat's page as a person uses it, over a bot that answers with cards.</summary>
public sealed class PageTests(OpenPage page) : IClassFixture<OpenPage>
{
    [Theory]
    [InlineData(320, false)]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task A_person_asks_and_sees_a_card_that_fits(int width, bool dark)
    {
        var window = await page.Anew(new(width, dark));
        var person = await window.OpenAs(page.Somebody());

        await person.Says("card please");
        await person.SeesCard("Not yet: 1 check stands in the way");

        await window.Screenshot($"card-{width}-{(dark ? "dark" : "light")}");
        Assert.True(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Execute_answers_in_the_place_of_the_card_with_what_was_filled_in()
    {
        var window = await page.Anew();
        var person = await window.OpenAs(page.Somebody());
        await person.Says("card");
        await person.Fills("Where is it kept?", "server A");

        await person.Presses("Record backup");

        await person.SeesCard("Backup recorded in server A");
        await person.SeesNoCard("Not yet");
        await window.Screenshot("execute");
    }

    [Fact]
    public async Task Submit_lets_the_bot_update_its_card_in_place()
    {
        var window = await page.Anew();
        var person = await window.OpenAs(page.Somebody());
        await person.Says("card");

        await person.Presses("Ask for consent");

        await person.SeesCard("Updated in place: consent");
        await person.SeesNoCard("Not yet");
    }

    [Fact]
    public async Task The_page_speaks_the_language_of_the_person_one_is_and_the_conversation_goes_on()
    {
        var window = await page.Anew();
        var id = page.Somebody("zh");
        var person = await window.OpenAs(id);
        await window.Page.Locator("#picker summary", new() { HasText = "人员与频道" }).WaitForAsync();
        await window.Screenshot("zh-1280");

        page.Speaks(id, "en");

        await window.Page.Locator("#picker summary", new() { HasText = "People and channels" }).WaitForAsync();
        await person.Element.Locator("[placeholder='Type your message']").WaitForAsync();
        await person.IsOnline();
        await person.Says("still there?");
        await person.Sees("Heard still there?");
        await person.IsOnline();
    }

    [Fact]
    public async Task Several_people_stand_side_by_side_and_each_reads_their_own()
    {
        var window = await page.Anew(new(1600));
        var one = await window.OpenAs(page.Somebody());
        var other = await window.OpenAs(page.Somebody());
        var channel = await window.OpenChannel("channel-1");

        await one.Says("from the one");
        await other.Says("from the other");
        await channel.Says("from the channel");

        await one.Sees("Heard from the one");
        await other.Sees("Heard from the other");
        await channel.Sees("Heard");
        Assert.DoesNotContain("from the other", await one.Text(), StringComparison.Ordinal);
        await window.Screenshot("side-by-side");
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task On_a_phone_a_tab_for_each_column_leads_to_it()
    {
        var window = await page.Anew(WindowLook.Phone);
        var person = await window.OpenAs(page.Somebody("zh"));
        var channel = await window.OpenChannel("channel-2");
        await channel.Says("hello");

        await person.Says("你好");

        await person.Sees("Heard 你好");
        await window.Screenshot("phone-zh");
        await channel.Sees("Heard");
        await window.Screenshot("phone-channel");
    }

    [Fact]
    public async Task A_card_longer_than_the_screen_is_shown_from_its_first_line()
    {
        var window = await page.Anew(WindowLook.Phone);
        var person = await window.OpenAs(page.Somebody());
        await person.Says("hello");
        await person.Sees("Heard hello");

        await person.Says("a long one");

        await person.ShowsFirstLineOf("Not yet: 30 checks");
        await window.Screenshot("long-card");
    }

    [Fact]
    public async Task A_greeting_that_comes_while_one_already_asks_does_not_hide_the_answer()
    {
        var window = await page.Anew(WindowLook.Phone);
        var asked = new TaskCompletionSource();
        page.BeforeGreeting = () => asked.Task;
        var person = await window.OpenAs(page.Somebody());
        await person.Says("a long one");

        asked.SetResult();

        await person.SeesCard("Hello, I am the bot");
        await person.ShowsFirstLineOf("Not yet: 30 checks");
        await window.Screenshot("asked-before-the-greeting");
    }

    [Fact]
    public async Task A_tab_with_news_leads_to_the_first_line_of_the_latest()
    {
        var window = await page.Anew(WindowLook.Phone);
        var first = page.Somebody();
        var person = await window.OpenAs(first);
        await person.Says("card");
        await person.SeesCard("Not yet: 1 check");
        await window.OpenAs(page.Somebody());

        await page.TellsNews();
        await window.Page.Locator($"#tabs [data-tab=\"{first}\"] .unread").WaitForAsync();

        await person.ShowsFirstLineOf("News: 30 checks");
        await window.Screenshot("tab-with-news");
    }

    [Fact]
    public async Task A_photo_goes_to_the_bot_and_stands_in_the_chat()
    {
        var window = await page.Anew();
        var person = await window.OpenAs(page.Somebody());
        var photo = Path.Combine(Directory.CreateTempSubdirectory().FullName, "cabinet.png");
        await window.Page.Locator(".brand img").ScreenshotAsync(new() { Path = photo });

        await person.Uploads(photo);

        await person.Sees("Got 1: image/png");
        await person.Element.Locator(".chat img[src*='/directline/attachments/']").First.WaitForAsync();
        await window.Screenshot("photo");
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task The_demo_clock_moves_and_says_what_came_due()
    {
        var window = await page.Anew();
        await window.OpenAs(page.Somebody());

        await window.ClockForward("midnight");

        Assert.Equal(new DateTimeOffset(2026, 3, 11, 0, 0, 0, TimeSpan.FromHours(8)), page.Clock.Now);
        Assert.Equal("3 delivered, 0 failed", await window.Page.Locator("#clock output").InnerTextAsync());
        Assert.Equal("00:00", await window.Page.Locator("#clock time b").InnerTextAsync());
        await window.Screenshot("clock");
    }

    [Fact]
    public async Task A_bot_that_fails_leaves_a_line_that_says_what_to_do()
    {
        var window = await page.Anew();
        var person = await window.OpenAs(page.Somebody());

        await person.Says("break");

        await person.Sees("Send it again.");
        await window.Screenshot("bot-fails");
    }

    [Fact]
    public async Task Two_windows_of_one_person_show_the_same()
    {
        var one = await page.Anew();
        await using var other = await ChatWindow.Open(page.Chromium, page.Address);
        var id = page.Somebody();
        var here = await one.OpenAs(id);
        var there = await other.OpenAs(id);

        await here.Says("said here");

        await there.Sees("said here");
        await there.Sees("Heard said here");
        await there.Says("said there");
        await here.Sees("Heard said there");
    }

    [Fact]
    public async Task The_licence_of_Web_Chat_is_shown()
    {
        var window = await page.Anew();

        var licences = await window.Page.Context.RunAndWaitForPageAsync(() => window.Page.GetByText("Licences").ClickAsync(new() { Modifiers = [Microsoft.Playwright.KeyboardModifier.Control] }));

        await licences.GetByText("Permission is hereby granted").WaitForAsync();
        Assert.True((await licences.Context.APIRequest.GetAsync(new Uri(page.Address, "/local-chat/lib/webchat-es5.js.LICENSE.txt").AbsoluteUri)).Ok);
        await licences.ScreenshotAsync(new() { Path = Repository.At("artifacts/pictures/licences.png") });
        await licences.CloseAsync();
    }

    [Fact]
    public async Task Without_Web_Chat_the_page_says_what_it_lacks()
    {
        await using var window = await ChatWindow.Open(page.Chromium, page.Address, without: "**/webchat-es5.js");

        await window.Page.GetByText("Web Chat is missing").WaitForAsync();
        await window.Screenshot("no-web-chat");
    }
}
