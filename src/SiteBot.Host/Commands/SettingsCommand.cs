using SiteBot.Host.Settings;

namespace SiteBot.Host.Commands;

/// <summary><c>sitebot settings</c>: every setting with its default, its range and what it is for.</summary>
internal static class SettingsCommand
{
    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new("settings", "Prints every setting with its default, its range and what it is for.")
    {
        Run = static call =>
        {
            call.Terminal.Out.Write(SettingsPage.Of(SiteBotOptions.Known()));
            return new(ExitCode.Done);
        },
    };
}
