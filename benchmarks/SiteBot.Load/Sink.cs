using System.Globalization;

namespace SiteBot.Load;

/// <summary>The channel's side on loopback: takes whatever is posted, counts it and answers with an id, as a connector does.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private readonly WebApplication _application;
    private long _posts;

    private Sink(WebApplication application) => _application = application;

    /// <summary>What activities name as their serviceUrl.</summary>
    public string ServiceUrl => _application.Urls.Single() + "/connector";

    /// <summary>How many requests came so far.</summary>
    public long Posts => Interlocked.Read(ref _posts);

    /// <summary>Opens one on a free port.</summary>
    public static async Task<Sink> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var sink = new Sink(application);
        application.Run(sink.Take);
        await application.StartAsync();
        return sink;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        var number = Interlocked.Increment(ref _posts).ToString(CultureInfo.InvariantCulture);
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync($$"""{"id":"{{number}}"}""", http.RequestAborted);
    }
}
