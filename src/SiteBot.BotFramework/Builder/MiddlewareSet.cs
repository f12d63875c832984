using System.Collections;

namespace SiteBot.BotFramework.Builder;

/// <summary>Calls what comes next in a turn; not to call it ends the turn.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);

/// <summary>Something that every turn passes on its way to the bot and back.</summary>
public interface IMiddleware
{
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}

/// <summary>An ordered list of middleware, itself one.</summary>
public class MiddlewareSet : IMiddleware, IEnumerable<IMiddleware>
{
    private readonly List<IMiddleware> middleware = [];

    public MiddlewareSet Use(IMiddleware middleware)
    {
        this.middleware.Add(middleware ?? throw new ArgumentNullException(nameof(middleware)));
        return this;
    }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        await ReceiveActivityWithStatusAsync(turnContext, null, cancellationToken).ConfigureAwait(false);
        await next(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs the middleware in order and, when each has called the next, <paramref name="callback"/>.</summary>
    public Task ReceiveActivityWithStatusAsync(ITurnContext turnContext, BotCallbackHandler? callback, CancellationToken cancellationToken)
    {
        return RunFrom(0, cancellationToken);

        Task RunFrom(int index, CancellationToken token) => index < middleware.Count
            ? middleware[index].OnTurnAsync(turnContext, next => RunFrom(index + 1, next), token)
            : callback?.Invoke(turnContext, token) ?? Task.CompletedTask;
    }

    public IEnumerator<IMiddleware> GetEnumerator() => middleware.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
