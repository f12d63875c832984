using Microsoft.AspNetCore.Http;

namespace SiteBot.BotFramework.Builder.Integration.AspNet.Core;

/// <summary>Takes a channel's HTTP request to a bot, and the bot's answer back.</summary>
public interface IBotFrameworkHttpAdapter
{
    Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default);
}
