using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using SiteBot.BotFramework.Connector.Authentication;
using SiteBot.BotFramework.Schema;
using SiteBot.BotFramework.Schema.Json;

namespace SiteBot.BotFramework.Builder.Integration.AspNet.Core;

/// <summary>
/// A bot's HTTP endpoint. 400 for what is no activity, 401 without a valid token, 403 for a valid one that is not for this activity,
/// 405 for another method, 413 for a body beyond <see cref="MaximumBodyBytes"/>; else the turn runs and the answer is 200, or what its invoke says.
/// </summary>
public class CloudAdapter : CloudAdapterBase, IBotFrameworkHttpAdapter
{
    /// <summary>Far above what any channel sends, and far below what would be felt.</summary>
    public const int MaximumBodyBytes = 1 << 20;

    public CloudAdapter(BotFrameworkAuthentication botFrameworkAuthentication, ILogger? logger = null)
        : base(botFrameworkAuthentication, logger)
    {
    }

    public CloudAdapter(IConfiguration configuration, IHttpClientFactory? httpClientFactory = null, ILogger? logger = null)
        : this(new ConfigurationBotFrameworkAuthentication(configuration, httpClientFactory: httpClientFactory, logger: logger), logger)
    {
    }

    public async Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);
        if (!HttpMethods.IsPost(httpRequest.Method))
        {
            httpResponse.Headers.Allow = HttpMethods.Post;
            httpResponse.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (await AdmittedAsync(httpRequest, httpResponse, cancellationToken).ConfigureAwait(false) is not var (activity, caller))
        {
            return;
        }

        var answer = await ProcessActivityAsync(caller, activity, bot.OnTurnAsync, cancellationToken).ConfigureAwait(false);
        await WriteAsync(httpResponse, answer, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>The activity and who brought it; null where the request has been refused.</returns>
    private async Task<(Activity Activity, AuthenticateRequestResult Caller)?> AdmittedAsync(HttpRequest request, HttpResponse response, CancellationToken cancellationToken)
    {
        try
        {
            var activity = await ActivityBody.ReadAsync(request, MaximumBodyBytes, cancellationToken).ConfigureAwait(false);
            var caller = await BotFrameworkAuthentication.AuthenticateRequestAsync(activity, request.Headers.Authorization, cancellationToken).ConfigureAwait(false);
            ActivityBody.RequireWhatATurnNeeds(activity);
            return (activity, caller);
        }
        catch (BadHttpRequestException exception)
        {
            await RefuseAsync(response, exception.StatusCode, exception.Message, cancellationToken).ConfigureAwait(false);
        }
        catch (ForbiddenActivityException exception)
        {
            await RefuseAsync(response, StatusCodes.Status403Forbidden, exception.Message, cancellationToken).ConfigureAwait(false);
        }
        catch (UnauthorizedAccessException exception)
        {
            response.Headers.WWWAuthenticate = "Bearer";
            await RefuseAsync(response, StatusCodes.Status401Unauthorized, exception.Message, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private static async Task WriteAsync(HttpResponse response, InvokeResponse? answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer?.Status ?? StatusCodes.Status200OK;
        if (answer?.Body is { } body)
        {
            response.ContentType = "application/json; charset=utf-8";
            using var bytes = new PooledBytes();
            using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = SchemaJson.Options.Encoder }))
            {
                JsonSerializer.Serialize(writer, body, SchemaJson.Options.GetTypeInfo(body.GetType()));
            }

            response.ContentLength = bytes.Count;
            await response.Body.WriteAsync(bytes.Written, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task RefuseAsync(HttpResponse response, int status, string message, CancellationToken cancellationToken)
    {
        Logger.LogInformation("Refused an activity with {Status}: {Reason}", status, message);
        var code = ((HttpStatusCode)status).ToString();
        return WriteAsync(response, new InvokeResponse { Status = status, Body = new ErrorResponse(new Error(code, message)) }, cancellationToken);
    }
}
