using SiteBot.BotFramework.Connector;
using SiteBot.BotFramework.Connector.Authentication;

namespace SiteBot.BotFramework.Tests.Cloud;

public sealed class MicrosoftAppCredentialsTests
{
    [Fact]
    public async Task Credentials_of_no_app_let_a_request_go_out_as_it_is()
    {
        await using var channel = await RecordingChannel.StartAsync();
        using var client = new ConnectorClient(new Uri(channel.ServiceUrl), new MicrosoftAppCredentials(string.Empty, string.Empty));

        await client.Conversations.DeleteActivityAsync("c", "a");

        Assert.Null(Assert.Single(channel.Requests).Authorization);
    }

    [Theory]
    [InlineData("an-app", "a-secret")]
    [InlineData("an-app", null)]
    [InlineData(null, "a-secret")]
    public void No_client_gets_the_bots_own_past_the_addresses_that_were_vouched_for(string? app, string? password) =>
        Assert.Throws<NotSupportedException>(() => new MicrosoftAppCredentials(app, password));
}
