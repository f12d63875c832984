using System.Text;

namespace SiteBot.Host.Settings;

/// <summary>The page of all settings, as <c>sitebot settings</c> prints it and <c>docs/configuration.md</c> holds it.</summary>
internal static class SettingsPage
{
    private const string Beginning = """
        # Settings

        Every setting has a default; SiteBot starts without any. What cannot be is refused at start by its name (exit code 64), and so is a name that is no setting.
        This page is printed by `sitebot settings`.

        Settings come from, the later winning:

        1. `appsettings.json` beside the program, then `sitebot.json` in the working directory: `{"Storage": {"Path": "…"}}`
        2. the environment, with `SITEBOT_` before and `__` for the colon: `SITEBOT_Storage__Path=…`
        3. the command line: `--Storage:Path=…`

        **Local mode** holds while neither `MicrosoftAppId` nor any other setting of the bot's registration is given. Then SiteBot listens on loopback only, asks nobody for
        a token, and has a demo clock that can be moved. With half a registration it does not start. A store remembers its mode and does not open in the other.
        `Logging:LogLevel:…` is .NET's own.

        """;

    /// <summary>The page.</summary>
    public static string Of(IReadOnlyList<Setting> settings)
    {
        var page = new StringBuilder(Beginning.ReplaceLineEndings("\n"));
        foreach (var group in settings.GroupBy(setting => setting.Group))
        {
            page.Append('\n').Append(group.Key.Length == 0 ? "## The bot and its address" : $"## {group.Key}").Append("\n\n| setting | may be | default | what for |\n| --- | --- | --- | --- |\n");
            foreach (var setting in group)
            {
                page.Append($"| `{setting.Name}` | {setting.Values} | {setting.Default} | {setting.Purpose} |\n");
            }
        }

        return page.ToString();
    }
}
