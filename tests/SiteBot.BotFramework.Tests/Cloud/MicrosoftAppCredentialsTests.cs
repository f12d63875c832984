using SiteBot.BotFramework.Connector;
using SiteBot.BotFramework.Connector.Authentication;

namespace SiteBot.BotFramework.Tests.Cloud;

public sealed class MicrosoftAppCredentialsTests
{
    [Fact]
    public async Task Without_an_app_id_a_request_goes_out_as_it_is()
    {
        await using var channel = await RecordingChannel.StartAsync();
        using var client = new ConnectorClient(new Uri(channel.ServiceUrl), new MicrosoftAppCredentials(string.Empty, string.Empty));

        await client.Conversations.DeleteActivityAsync("c", "a");

        Assert.Null(Assert.Single(channel.Requests).Authorization);
    }

    [Fact]
    public async Task With_an_app_id_and_a_secret_a_request_carries_the_bots_token()
    {
        await using var channel = await RecordingChannel.StartAsync();
        using var login = new HttpClient(new SignIn());
        using var client = new ConnectorClient(new Uri(channel.ServiceUrl), new MicrosoftAppCredentials("an-app", "a-secret", login));

        await client.Conversations.DeleteActivityAsync("c", "a");

        Assert.Equal("Bearer the-token", Assert.Single(channel.Requests).Authorization);
    }

    /// <summary>Plays the public sign-in.</summary>
    private sealed class SignIn : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage
        {
            Content = new StringContent(
                request.Method == HttpMethod.Post
                    ? """{"token_type":"Bearer","expires_in":3600,"access_token":"the-token"}"""
                    : """{"tenant_discovery_endpoint":"https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration","api-version":"1.1","metadata":[{"preferred_network":"login.microsoftonline.com","preferred_cache":"login.windows.net","aliases":["login.microsoftonline.com"]}]}""",
                System.Text.Encoding.UTF8,
                "application/json"),
        });
    }
}
