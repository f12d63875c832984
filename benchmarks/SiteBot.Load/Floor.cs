using System.Net.Mime;
using System.Text;
using System.Text.Json;

namespace SiteBot.Load;

/// <summary>The least that a bot can do on this machine: read the activity, post one small reply to its serviceUrl, answer 200.</summary>
internal static class Floor
{
    private static readonly HttpClient _connector = new();

    /// <summary>Serves until the process ends.</summary>
    public static async Task Serve(string urls)
    {
        var builder = WebApplication.CreateSlimBuilder([urls]);
        builder.Logging.ClearProviders();
        var application = builder.Build();
        application.MapPost("/api/messages", Reply);
        await application.RunAsync();
    }

    private static async Task Reply(HttpContext http)
    {
        using var activity = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        var serviceUrl = activity.RootElement.GetProperty("serviceUrl").GetString();
        var conversation = activity.RootElement.GetProperty("conversation").GetProperty("id").GetString()!;
        var id = activity.RootElement.GetProperty("id").GetString()!;
        var address = $"{serviceUrl}/v3/conversations/{Uri.EscapeDataString(conversation)}/activities/{Uri.EscapeDataString(id)}";
        using var reply = new StringContent("""{"type":"message","text":"ok"}""", Encoding.UTF8, MediaTypeNames.Application.Json);
        using var answer = await _connector.PostAsync(address, reply, http.RequestAborted);
        answer.EnsureSuccessStatusCode();
        http.Response.StatusCode = StatusCodes.Status200OK;
    }
}
