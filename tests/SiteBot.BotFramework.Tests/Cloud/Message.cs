using System.Text.Json;

namespace SiteBot.BotFramework.Tests.Cloud;

/// <summary>Activities as a channel writes them.</summary>
internal static class Message
{
    public static string From(string serviceUrl, string type = "message", string channelId = "msteams", string? name = null, string? deliveryMode = null) =>
        JsonSerializer.Serialize(new
        {
            type,
            name,
            deliveryMode,
            id = "in-1",
            text = "你好",
            channelId,
            serviceUrl,
            from = new { id = "u" },
            recipient = new { id = "b" },
            conversation = new { id = "a:c;messageid=1" },
        });
}
