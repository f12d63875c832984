using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using SiteBot.BotFramework.Builder;
using SiteBot.BotFramework.Builder.Integration.AspNet.Core;
using SiteBot.BotFramework.Connector.Authentication;

namespace SiteBot.BotFramework.Tests.Cloud;

/// <summary>A bot's endpoint without a network on either side, for what is tried many times.</summary>
internal sealed class InProcess : IDisposable
{
    private readonly HttpClient client = new(new PoliteChannel());

    public InProcess() => Adapter = new CloudAdapter(new LoopbackBotFrameworkAuthentication(client));

    public CloudAdapter Adapter { get; }

    public async Task<int> PostAsync(byte[] body, IBot bot)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.Body = new MemoryStream(body);
        await Adapter.ProcessAsync(context.Request, context.Response, bot);
        return context.Response.StatusCode;
    }

    public void Dispose() => client.Dispose();

    private sealed class PoliteChannel : HttpMessageHandler
    {
        private static readonly byte[] Answer = Encoding.UTF8.GetBytes("""{"id":"sent-1"}""");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Answer) });
    }
}
