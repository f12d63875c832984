using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SiteBot.Ledger;
using SiteBot.Teams;
using SiteBot.Teams.Tests.Uploads;
using SiteBot.Teams.Uploads;

namespace SiteBot.Scenarios.Stage;

/// <summary>Teams' files: what people send lies here, and what they agreed to is put here. It plays every host of *.sharepoint.com.</summary>
internal sealed class PlayedDrive : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, byte[]> _offered = new();
    private FileHost _host = null!;
    private int _names;

    /// <summary>What was put here: the path, the bytes, and how the request said what part they are.</summary>
    public ConcurrentQueue<(string Path, byte[] Content, string Range)> Put { get; } = [];

    /// <summary>What a file that is put here is answered with.</summary>
    public int Answers { get; set; } = StatusCodes.Status201Created;

    public static async Task<PlayedDrive> Open()
    {
        var drive = new PlayedDrive();
        drive._host = await FileHost.Start(drive.Answer, https: true);
        return drive;
    }

    /// <summary>The address of a file that somebody sends.</summary>
    public string Offers(byte[] file)
    {
        var path = $"/files/{Interlocked.Increment(ref _names)}";
        _offered[path] = file;
        return "https://contoso-my.sharepoint.com" + path;
    }

    /// <summary>The host as in Teams as far as files go: they come from and go to this drive.</summary>
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<IUploads>(provider => new UploadDoor(
            new UploadOptions(), provider.GetRequiredService<IEvidenceFiles>(), provider.GetRequiredService<IBusinessClock>(), provider.GetRequiredService<TimeProvider>(), _host.Client()));
        services.AddSingleton<IPersonalDrive>(provider => new PersonalDrive(new UploadOptions(), provider.GetRequiredService<TimeProvider>(), _host.Client()));
        services.AddSingleton(new TeamsOptions { IsLocal = true, OffersFiles = true });
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        if (HttpMethods.IsPut(context.Request.Method))
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            Put.Enqueue((context.Request.Path, body.ToArray(), context.Request.Headers.ContentRange.ToString()));
            context.Response.StatusCode = Answers;
        }
        else if (_offered.TryGetValue(context.Request.Path, out var file))
        {
            await context.Response.Body.WriteAsync(file);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
