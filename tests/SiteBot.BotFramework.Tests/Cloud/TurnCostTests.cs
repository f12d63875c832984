using System.Text;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using SiteBot.BotFramework.Builder;
using SiteBot.BotFramework.Builder.Integration.AspNet.Core;
using SiteBot.BotFramework.Connector.Authentication;
using SiteBot.BotFramework.Schema;
using SiteBot.BotFramework.Schema.Json;
using SiteBot.BotFramework.Schema.Teams;

namespace SiteBot.BotFramework.Tests.Cloud;

public sealed class TurnCostTests
{
    private const int Turns = 200;

    /// <summary>It takes about 6,500 bytes, a third of them the server's for the body; this leaves room for another runtime, not for another copy of the body.</summary>
    private const int MostBytes = 9_000;

    /// <summary>What the core itself takes for reading, running and answering; the request and its streams are made beforehand.</summary>
    [Fact]
    public void A_plain_turn_takes_little_memory()
    {
        using var http = new HttpClient();
        var adapter = new CloudAdapter(new LoopbackBotFrameworkAuthentication(http));
        var body = Encoding.UTF8.GetBytes(Message.From("http://127.0.0.1:1/", deliveryMode: "expectReplies"));
        Run(adapter, body);

        var taken = Run(adapter, body) / Turns;

        Assert.InRange(taken, 1, MostBytes);
    }

    [Theory]
    [InlineData(typeof(Activity))]
    [InlineData(typeof(ExpectedReplies))]
    [InlineData(typeof(ResourceResponse))]
    [InlineData(typeof(ConversationParameters))]
    [InlineData(typeof(ConversationResourceResponse))]
    [InlineData(typeof(ErrorResponse))]
    [InlineData(typeof(PagedMembersResult))]
    [InlineData(typeof(IList<ChannelAccount>))]
    [InlineData(typeof(AdaptiveCardInvokeValue))]
    [InlineData(typeof(AdaptiveCardInvokeResponse))]
    [InlineData(typeof(Mention))]
    [InlineData(typeof(TeamsChannelData))]
    [InlineData(typeof(TeamsChannelAccount))]
    [InlineData(typeof(MessagingExtensionResponse))]
    [InlineData(typeof(TaskModuleResponse))]
    public void What_a_turn_reads_and_writes_is_generated_code(Type type) =>
        Assert.IsAssignableFrom<JsonSerializerContext>(SchemaJson.Options.GetTypeInfo(type).OriginatingResolver);

    private static long Run(CloudAdapter adapter, byte[] body)
    {
        var contexts = new DefaultHttpContext[Turns];
        for (var i = 0; i < Turns; i++)
        {
            contexts[i] = new DefaultHttpContext();
            contexts[i].Request.Method = "POST";
            contexts[i].Request.Body = new MemoryStream(body);
            contexts[i].Response.Body = new MemoryStream(4096);
            _ = contexts[i].Request.BodyReader;
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var context in contexts)
        {
            var turn = adapter.ProcessAsync(context.Request, context.Response, Echo.Instance);
            Assert.True(turn.IsCompletedSuccessfully);
        }

        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.All(contexts, context => Assert.Equal(200, context.Response.StatusCode));
        Assert.All(contexts, context => Assert.InRange(context.Response.Body.Length, 50, 4096));
        return taken;
    }

    private sealed class Echo : IBot
    {
        public static readonly Echo Instance = new();

        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
            turnContext.SendActivityAsync("echo", cancellationToken: cancellationToken);
    }
}
