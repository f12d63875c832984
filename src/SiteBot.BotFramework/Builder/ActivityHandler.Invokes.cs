using System.Net;
using SiteBot.BotFramework.Schema;
using SiteBot.BotFramework.Schema.Json;

namespace SiteBot.BotFramework.Builder;

public partial class ActivityHandler
{
    /// <returns>The answer; null where it has been sent already.</returns>
    protected virtual async Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            switch (turnContext.Activity.Name)
            {
                case "application/search":
                    var search = SearchOf(turnContext.Activity);
                    return CreateInvokeResponse(await OnSearchInvokeAsync(turnContext, search, cancellationToken).ConfigureAwait(false));
                case "adaptiveCard/action":
                    var action = CardActionOf(turnContext.Activity);
                    return CreateInvokeResponse(await OnAdaptiveCardInvokeAsync(turnContext, action, cancellationToken).ConfigureAwait(false));
                case SignInConstants.VerifyStateOperationName:
                case SignInConstants.TokenExchangeOperationName:
                    await OnSignInInvokeAsync(turnContext, cancellationToken).ConfigureAwait(false);
                    return CreateInvokeResponse();
                default:
                    throw new InvokeResponseException(HttpStatusCode.NotImplemented);
            }
        }
        catch (InvokeResponseException exception)
        {
            return exception.CreateInvokeResponse();
        }
    }

    protected virtual Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task<SearchInvokeResponse> OnSearchInvokeAsync(ITurnContext<IInvokeActivity> turnContext, SearchInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    private static AdaptiveCardInvokeValue CardActionOf(IInvokeActivity activity)
    {
        var value = Required<AdaptiveCardInvokeValue>(activity, string.Empty);
        return value.Action switch
        {
            null => throw BadRequest("Missing action property"),
            { Type: not "Action.Execute" } action => throw BadRequest($"The action '{action.Type}'is not supported.", "NotSupported"),
            _ => value,
        };
    }

    private static SearchInvokeValue SearchOf(IInvokeActivity activity)
    {
        const string For = " for search";
        var value = Required<SearchInvokeValue>(activity, For);
        if (string.IsNullOrEmpty(value.Kind))
        {
            value.Kind = activity.ChannelId == Connector.Channels.Msteams ? SearchInvokeTypes.Search : throw BadRequest("Missing kind property" + For);
        }

        return string.IsNullOrEmpty(value.QueryText) ? throw BadRequest("Missing queryText property" + For) : value;
    }

    private static T Required<T>(IInvokeActivity activity, string purpose) =>
        activity.Value is null ? throw BadRequest("Missing value property" + purpose)
        : activity.Value.GetType() != typeof(object) && LooseJson.TryRead<T>(activity.Value, out var value) ? value
        : throw BadRequest("Value property is not properly formed" + purpose);

    /// <summary>The SDK's own words, since channels and bots read them.</summary>
    private static InvokeResponseException BadRequest(string message, string code = "BadRequest") => new(
        HttpStatusCode.BadRequest,
        new AdaptiveCardInvokeResponse
        {
            StatusCode = (int)HttpStatusCode.BadRequest,
            Type = "application/vnd.microsoft.error",
            Value = new Error(code, message),
        });
}
