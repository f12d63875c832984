using Microsoft.Extensions.DependencyInjection.Extensions;
using SiteBot.LocalChat.Bot;
using SiteBot.LocalChat.Connector;
using SiteBot.LocalChat.DirectLine;
using SiteBot.LocalChat.Page;
using SiteBot.LocalChat.Rooms;
using SiteBot.LocalChat.Wire;

namespace SiteBot.LocalChat;

/// <summary>
/// A channel of its own for local mode: a page at <c>/</c>, Direct Line at <c>/directline</c>, and the connector that the bot answers to at
/// <c>/local-connector</c>. It trusts everybody who reaches it, so the host maps it in local mode only, behind its checks of Host and Origin.
/// </summary>
public static class LocalChat
{
    /// <summary>Registers the channel; <see cref="LocalChatTraffic"/> then tells what is under way.</summary>
    public static IServiceCollection AddLocalChat(this IServiceCollection services, Func<IServiceProvider, LocalChatOptions> options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton<LocalChatTraffic>();
        services.AddSingleton(provider => new Stamps(provider.GetRequiredService<LocalChatOptions>().MachineTime));
        services.AddSingleton<HostAddress>();
        services.AddSingleton<RoomBook>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<TeamsActivity>();
        services.AddSingleton<BotDoor>();
        services.AddSingleton<Turns>();
        services.AddSingleton<View>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<DirectLineEndpoints>();
        services.AddSingleton<DirectLine.Stream>();
        services.AddSingleton<ConversationEndpoints>();
        services.AddSingleton<MemberEndpoints>();
        services.AddHttpClient(BotDoor.Client, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = 1024 * 1024;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
            .RemoveAllLoggers();
        return services;
    }

    /// <summary>Maps page, Direct Line and connector. Call it after the middleware that guards the host's doors.</summary>
    public static WebApplication MapLocalChat(this WebApplication app)
    {
        app.UseWebSockets();
        app.MapPage(app.Services.GetRequiredService<LocalChatOptions>());

        var directLine = app.MapGroup("/directline").AnswersRefusals();
        app.Services.GetRequiredService<DirectLineEndpoints>().Map(directLine);
        directLine.MapGet("/conversations/{id}/stream", app.Services.GetRequiredService<DirectLine.Stream>().Serve);
        directLine.MapGet("/attachments/{id}/{name}", AttachmentEndpoint.Get);

        var connector = app.MapGroup("/local-connector").AnswersRefusals();
        app.Services.GetRequiredService<ConversationEndpoints>().Map(connector);
        app.Services.GetRequiredService<MemberEndpoints>().Map(connector);
        return app;
    }
}
