using System.Net.WebSockets;
using SiteBot.Host.Settings;

namespace SiteBot.Host.Tests.Serving;

public sealed class LocalDoorTests : IDisposable
{
    private readonly Folder _folder = new();

    [Theory]
    [InlineData("Host", "bot.example.com")]
    [InlineData("Host", "127.0.0.1.example.com")]
    [InlineData("Host", "10.0.0.7")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Forwarded", "for=10.0.0.7")]
    [InlineData("X-Forwarded-For", "10.0.0.7")]
    [InlineData("X-Forwarded-Host", "127.0.0.1")]
    [InlineData("x-forwarded-proto", "https")]
    public async Task What_does_not_come_from_this_machine_itself_is_refused_at_every_door(string header, string value)
    {
        await using var trial = await HostOnTrial.Start(_folder);
        Assert.Equal(403, (await trial.Post("api/messages", HostOnTrial.Message("hello"), (header, value))).Status);
        foreach (var path in (string[])["", "local/clock", "local-chat/people", "health/live", "tab", "tab/data?as=wang.fang", "tab/people"])
        {
            Assert.Equal(403, (await trial.Get(path, (header, value))).Status);
        }

        Assert.Empty(trial.Bot.Began);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task A_name_of_loopback_and_its_own_origin_are_let_in(string name)
    {
        await using var trial = await HostOnTrial.Start(_folder);
        var host = $"{name}:{trial.Http.BaseAddress!.Port}";
        Assert.Equal(200, (await trial.Post("api/messages", HostOnTrial.Message("hello"), ("Host", host), ("Origin", "http://" + host))).Status);
        Assert.Equal(["hello"], trial.Bot.Began);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public async Task JSON_that_is_not_posted_as_JSON_is_refused(string? type)
    {
        await using var trial = await HostOnTrial.Start(_folder);
        foreach (var path in (string[])["api/messages", "local/clock", "directline/conversations"])
        {
            Assert.Equal(415, (await trial.Send(HttpMethod.Post, path, HostOnTrial.Message("hello"), type)).Status);
        }

        Assert.Empty(trial.Bot.Began);
    }

    [Fact]
    public async Task A_socket_of_another_origin_is_refused()
    {
        await using var trial = await HostOnTrial.Start(_folder);
        var token = (await trial.Post("directline/tokens/generate", """{"user":{"id":"li.ming"}}""")).Body.GetProperty("token").GetString();
        var stream = new Uri((await trial.Post("directline/conversations", "{}", ("Authorization", "Bearer " + token))).Body.GetProperty("streamUrl").GetString()!);
        using var own = new ClientWebSocket();
        own.Options.SetRequestHeader("Origin", $"http://{stream.Authority}");
        await own.ConnectAsync(stream, CancellationToken.None);

        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "https://evil.example");
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(stream, CancellationToken.None));
        Assert.Equal(403, (int)socket.HttpStatusCode);
    }

    [Fact]
    public async Task No_answer_carries_a_header_of_CORS()
    {
        await using var trial = await HostOnTrial.Start(_folder);
        using var request = new HttpRequestMessage(HttpMethod.Options, "api/messages");
        request.Headers.Add("Origin", $"http://{trial.Http.BaseAddress!.Authority}");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        using var answer = await trial.Http.SendAsync(request);
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://+:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://bot.example.com:0")]
    [InlineData("http://127.0.0.1:0;http://10.0.0.7:0")]
    [InlineData("https://127.0.0.1:0")]
    [InlineData("nowhere")]
    public async Task Another_address_than_loopback_is_refused_at_start(string urls)
    {
        var refused = await Assert.ThrowsAsync<SettingsException>(() => HostOnTrial.Start(_folder, settings: ("urls", urls)));
        Assert.StartsWith("urls: ", Assert.Single(refused.Faults), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("s.db")));
    }

    [Theory]
    [InlineData("MicrosoftAppPassword", "secret")]
    [InlineData("MicrosoftAppTenantId", "7c1f")]
    [InlineData("MicrosoftAppType", "SingleTenant")]
    [InlineData("MicrosoftAppCertificatePath", "app.pfx")]
    public async Task Half_a_registration_is_refused_by_name(string name, string value)
    {
        var refused = await Assert.ThrowsAsync<SettingsException>(() => HostOnTrial.Start(_folder, settings: (name, value)));
        Assert.Contains(refused.Faults, fault => fault.StartsWith(name + " is given and MicrosoftAppId is not", StringComparison.Ordinal));
        Assert.DoesNotContain(refused.Faults, fault => fault.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "MicrosoftAppPassword is missing")]
    [InlineData("", "Teams:Tenants is missing")]
    [InlineData("SingleTenant", "MicrosoftAppTenantId is missing")]
    [InlineData("UserAssignedMSI", "MicrosoftAppTenantId is missing")]
    [InlineData("Sometimes", "MicrosoftAppType is 'Sometimes'")]
    public async Task An_app_id_without_what_its_type_needs_is_refused_by_name(string type, string says)
    {
        var refused = await Assert.ThrowsAsync<SettingsException>(() => HostOnTrial.Start(_folder, settings: [("MicrosoftAppId", "5f0e"), ("MicrosoftAppType", type)]));
        Assert.Contains(refused.Faults, fault => fault.StartsWith(says, StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_Teams_a_message_without_a_token_is_401_and_local_doors_are_not_there()
    {
        await using var trial = await HostOnTrial.Start(
            _folder, settings: [("MicrosoftAppId", "5f0e"), ("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppTenantId", "7c1f"), ("MicrosoftAppPassword", "secret")]);
        Assert.Equal(401, (await trial.Post("api/messages", HostOnTrial.Message("hello"))).Status);
        Assert.Equal(404, (await trial.Get("local/clock")).Status);
        Assert.Equal(404, (await trial.Get("")).Status);
        Assert.Equal(200, (await trial.Get("health/live")).Status);
        Assert.Empty(trial.Bot.Began);
    }

    [Fact]
    public async Task A_store_of_local_mode_does_not_open_for_Teams()
    {
        await (await HostOnTrial.Start(_folder)).DisposeAsync();
        await Assert.ThrowsAsync<Storage.StoreException>(() => HostOnTrial.Start(
            _folder, settings: [("MicrosoftAppId", "5f0e"), ("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppTenantId", "7c1f"), ("MicrosoftAppPassword", "secret")]));
    }

    public void Dispose() => _folder.Dispose();
}
