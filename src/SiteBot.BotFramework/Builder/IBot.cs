namespace SiteBot.BotFramework.Builder;

/// <summary>A bot: what happens in a turn.</summary>
public interface IBot
{
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
