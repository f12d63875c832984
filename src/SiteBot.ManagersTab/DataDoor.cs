using System.Globalization;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using SiteBot.Directory;
using SiteBot.Ledger;
using SiteBot.ManagersTab.Page;
using SiteBot.ManagersTab.SignIn;
using SiteBot.Outbox;

namespace SiteBot.ManagersTab;

/// <summary><c>GET /tab/data?page=1&amp;office=BJ</c>: what the page shows to who asks. 401 and 403 to whom it shows nothing, 429 to who asks too often, 503 where the host is
/// busy or the store does not answer; always <c>{"error":{"code":…,"message":…}}</c> then.</summary>
internal sealed partial class DataDoor(
    TabVisitors visitors, Sightings sightings, Unreached unreached, IOutbox outbox, IWorkplace workplace, ManagersTabOptions options, ILogger<DataDoor> log)
{
    private const int MostGivenUp = 50;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    // A manager's question must not take the processor from the turns.
    private readonly SemaphoreSlim _places = new(options.AtOnce, options.AtOnce);

    /// <summary>Maps the door.</summary>
    public void Map(IEndpointRouteBuilder app) => app.MapGet("/tab/data", (RequestDelegate)Answer);

    private async Task Answer(HttpContext context)
    {
        var response = context.Response;
        response.Headers.CacheControl = "private, no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            var person = await visitors.Of(context.Request, workplace.Current.Directory, context.RequestAborted);
            if (!options.Takes(person.Id))
            {
                await Refuse(response, StatusCodes.Status429TooManyRequests, "later", "Too many questions in a minute.");
            }
            else if (await _places.WaitAsync(_patience, context.RequestAborted))
            {
                try
                {
                    await Write(response, StatusCodes.Status200OK, await Shown(context.Request, person, context.RequestAborted));
                }
                finally
                {
                    _places.Release();
                }
            }
            else
            {
                await Refuse(response, StatusCodes.Status503ServiceUnavailable, "busy", "The host is busy.");
            }
        }
        catch (UnauthorizedAccessException refused)
        {
            Refused(log, refused.Message);
            response.Headers.WWWAuthenticate = "Bearer";
            await Refuse(response, StatusCodes.Status401Unauthorized, "sign-in", refused.Message);
        }
        catch (NotAllowedException refused)
        {
            Refused(log, refused.Message);
            await Refuse(response, StatusCodes.Status403Forbidden, "not-allowed", refused.Message);
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested && !response.HasStarted)
        {
            Broke(log, failure);
            await Refuse(response, StatusCodes.Status503ServiceUnavailable, "failed", "The overview could not be drawn up.");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The page is closed.
        }
    }

    private async Task<TabAnswer> Shown(HttpRequest request, Person person, CancellationToken cancellation)
    {
        var sighting = await sightings.Look(person, cancellation);
        var desk = sighting.Sight.SeesAll
            ? new DeskSighting(await outbox.List(DeliveryState.GivenUp, MostGivenUp + 1, cancellation), await unreached.Of(sighting.Workplace.Directory, cancellation))
            : null;
        var page = int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        return TabDrawing.Of(sighting, desk, page, request.Query["office"] is [{ Length: > 0 } office] ? office : null);
    }

    private static Task Refuse(HttpResponse response, int status, string code, string message)
    {
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = "10";
        }

        return Write(response, status, new TabRefusal(new TabError(code, message)));
    }

    private static async Task Write<T>(HttpResponse response, int status, T answer)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, typeof(T), TabJson.Instance);
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, response.HttpContext.RequestAborted);
    }

    [LoggerMessage(LogLevel.Information, "The manager's tab shows nothing: {Reason}")]
    private static partial void Refused(ILogger log, string reason);

    [LoggerMessage(LogLevel.Error, "The manager's tab could not be drawn up.")]
    private static partial void Broke(ILogger log, Exception failure);
}
