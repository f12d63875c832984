using SiteBot.Chromium.Chat;

namespace SiteBot.Browser.Night;

/// <summary>The people of a night side by side in one window. The pictures are in artifacts/pictures to be looked at.</summary>
internal static class NightWindow
{
    /// <summary>Wide enough for five columns.</summary>
    public static WindowLook Wide { get; } = new(1720, false, 1080);

    /// <summary>Tells what was done by short texts, one after the other; each is answered by what was put on record.</summary>
    public static async Task Tells(this ChatColumn person, params IReadOnlyList<(string Text, string OnRecord)> told)
    {
        foreach (var (text, onRecord) in told)
        {
            await person.Says(text);
            await person.Sees(onRecord);
        }
    }

    /// <summary>The same moment as one person has it on a phone, with nothing beside the screen.</summary>
    public static async Task PhoneOf(this ChatWindow window, ChatColumn person, string picture)
    {
        await window.Becomes(WindowLook.Phone);
        await person.Front();
        await window.Screenshot(picture);
        Assert.True(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{picture} is broader than the phone.");
        await window.Becomes(Wide);
    }
}
