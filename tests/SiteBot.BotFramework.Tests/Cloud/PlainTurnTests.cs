using System.Text;
using System.Text.Json.Serialization.Metadata;
using SiteBot.BotFramework.Builder;
using SiteBot.BotFramework.Schema;
using SiteBot.BotFramework.Schema.Json;

namespace SiteBot.BotFramework.Tests.Cloud;

public class PlainTurnTests
{
    /// <summary>Half of it is the test's own HTTP context and the HTTP client's messages.</summary>
    private const long MostBytes = 16 * 1024;

    [Fact]
    public async Task A_plain_turn_takes_little_memory()
    {
        using var endpoint = new InProcess();
        var bot = new Echo();
        var body = Encoding.UTF8.GetBytes(Message.From("http://127.0.0.1:1"));
        for (var i = 0; i < 200; i++)
        {
            await endpoint.PostAsync(body, bot);
        }

        const int Turns = 500;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Turns; i++)
        {
            Assert.Equal(200, await endpoint.PostAsync(body, bot));
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Turns, 1, MostBytes);
    }

    [Theory]
    [InlineData(typeof(Activity))]
    [InlineData(typeof(ResourceResponse))]
    [InlineData(typeof(ConversationParameters))]
    [InlineData(typeof(ConversationResourceResponse))]
    [InlineData(typeof(PagedMembersResult))]
    [InlineData(typeof(ExpectedReplies))]
    [InlineData(typeof(ErrorResponse))]
    [InlineData(typeof(AdaptiveCardInvokeValue))]
    [InlineData(typeof(AdaptiveCardInvokeResponse))]
    [InlineData(typeof(SiteBot.BotFramework.Schema.Teams.TeamsChannelData))]
    [InlineData(typeof(SiteBot.BotFramework.Schema.Teams.TeamsChannelAccount))]
    public void What_travels_is_read_and_written_by_generated_code(Type type)
    {
        var origin = SchemaJson.Options.GetTypeInfo(type).OriginatingResolver;
        Assert.IsNotType<DefaultJsonTypeInfoResolver>(origin);
        Assert.NotNull(origin);
    }

    private sealed class Echo : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
            turnContext.SendActivityAsync("echo", cancellationToken: cancellationToken);
    }
}
