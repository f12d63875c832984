using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SiteBot.Answers.OpenAI.Tests;

/// <summary>A server on this machine that speaks the service's protocol: each request gets the next of the replies set, the last one for ever.</summary>
internal sealed class PlayedService : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, JsonElement, Task>> replies = new();
    private readonly TaskCompletionSource hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Func<HttpContext, JsonElement, Task>? last;

    private PlayedService(WebApplication app) => this.app = app;

    /// <summary>The bodies of the requests, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The values of the header that carries the key.</summary>
    public ConcurrentQueue<string> Keys { get; } = new();

    /// <summary>Done when a request has come that <see cref="Hangs" />.</summary>
    public Task Hanging => hanging.Task;

    public Uri Endpoint => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/openai/v1/");

    public static async Task<PlayedService> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var service = new PlayedService(app);
        app.MapPost("/openai/v1/chat/completions", service.Handle);
        await app.StartAsync();
        return service;
    }

    /// <summary>A whole reply with this content.</summary>
    public PlayedService Says(object content) => Then((context, _) => Completion(context, JsonSerializer.Serialize(content), null, "stop"));

    /// <summary>A whole reply whose content is this text, whatever it is.</summary>
    public PlayedService SaysText(string content, string finish = "stop") => Then((context, _) => Completion(context, content, null, finish));

    /// <summary>The model refuses.</summary>
    public PlayedService Refuses() => Then((context, _) => Completion(context, null, "I can't help with that.", "stop"));

    /// <summary>An error of the service.</summary>
    public PlayedService Fails(int status, params (string Name, string Value)[] headers) => Then(async (context, _) =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsJsonAsync(new { error = new { code = status == 400 ? "content_filter" : "error", message = "no" } });
    });

    /// <summary>Takes the request and never answers.</summary>
    public PlayedService Hangs() => Then((context, _) =>
    {
        hanging.TrySetResult();
        return Task.Delay(Timeout.Infinite, context.RequestAborted);
    });

    /// <summary>A body that is no JSON.</summary>
    public PlayedService Garbles() => Then(static async (context, _) =>
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("{\"id\": \"x\", \"choices\": [");
    });

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(true));
        await app.DisposeAsync();
    }

    private PlayedService Then(Func<HttpContext, JsonElement, Task> reply)
    {
        replies.Enqueue(reply);
        return this;
    }

    private async Task Handle(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Asked.Enqueue(body);
        Keys.Enqueue(context.Request.Headers.Authorization.ToString() + context.Request.Headers["api-key"]);
        if (replies.TryDequeue(out var next))
        {
            last = next;
        }

        using var document = JsonDocument.Parse(body);
        await last!(context, document.RootElement);
    }

    private static Task Completion(HttpContext context, string? content, string? refusal, string finish) => context.Response.WriteAsJsonAsync(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1,
        model = "played",
        choices = new[] { new { index = 0, finish_reason = finish, logprobs = (object?)null, message = new { role = "assistant", content, refusal } } },
        usage = new { prompt_tokens = 1000, completion_tokens = 100, total_tokens = 1100 },
    });
}
