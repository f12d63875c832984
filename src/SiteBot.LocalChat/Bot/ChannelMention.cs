namespace SiteBot.LocalChat.Bot;

/// <summary>"@SiteBot" as people type it, and <c>&lt;at&gt;SiteBot&lt;/at&gt;</c> as the bot gets it.</summary>
internal static class ChannelMention
{
    public static string Tag(string bot) => $"<at>{bot}</at>";

    /// <summary>Every mention of the bot marked; the same text when there is none.</summary>
    public static string Mark(string text, string bot) => text.Replace("@" + bot, Tag(bot), StringComparison.OrdinalIgnoreCase);
}
