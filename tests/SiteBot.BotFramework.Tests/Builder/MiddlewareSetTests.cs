using SiteBot.BotFramework.Builder;

namespace SiteBot.BotFramework.Tests.Builder;

public class MiddlewareSetTests
{
    private readonly List<string> order = [];

    [Fact]
    public async Task Middleware_wraps_what_comes_after_it()
    {
        var set = new MiddlewareSet().Use(new Noting("a", order)).Use(new MiddlewareSet().Use(new Noting("b", order)));
        await set.ReceiveActivityWithStatusAsync(null!, (_, _) => Note("bot"), default);
        Assert.Equal(["a>", "b>", "<b", "bot", "<a"], order);
    }

    [Fact]
    public async Task Who_does_not_call_next_ends_the_turn()
    {
        var set = new MiddlewareSet().Use(new Noting("a", order, callsNext: false)).Use(new Noting("b", order));
        await set.ReceiveActivityWithStatusAsync(null!, (_, _) => Note("bot"), default);
        Assert.Equal(["a>", "<a"], order);
    }

    [Fact]
    public async Task An_empty_set_runs_the_bot_and_needs_none()
    {
        await new MiddlewareSet().ReceiveActivityWithStatusAsync(null!, null, default);
        await new MiddlewareSet().ReceiveActivityWithStatusAsync(null!, (_, _) => Note("bot"), default);
        Assert.Equal(["bot"], order);
    }

    private Task Note(string what)
    {
        order.Add(what);
        return Task.CompletedTask;
    }

    private sealed class Noting(string name, List<string> order, bool callsNext = true) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            order.Add(name + ">");
            if (callsNext)
            {
                await next(cancellationToken);
            }

            order.Add("<" + name);
        }
    }
}
