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
        var value = Required<AdaptiveCardInvokeValue>(activity);
        return value.Action switch
        {
            null => throw BadRequest("Missing action property"),
            { Type: not "Action.Execute" } action => throw BadRequest($"NotSupported: the action '{action.Type}'"),
            _ => value,
        };
    }

    private static SearchInvokeValue SearchOf(IInvokeActivity activity)
    {
        var value = Required<SearchInvokeValue>(activity);
        if (string.IsNullOrEmpty(value.Kind))
        {
            value.Kind = activity.ChannelId == Connector.Channels.Msteams ? SearchInvokeTypes.Search : throw BadRequest("Missing kind property for search");
        }

        return string.IsNullOrEmpty(value.QueryText) ? throw BadRequest("Missing queryText for search") : value;
    }

    private static T Required<T>(IInvokeActivity activity) =>
        activity.Value is null ? throw BadRequest("Missing value property")
        : LooseJson.TryRead<T>(activity.Value, out var value) ? value
        : throw BadRequest("Value property is not properly formed");

    private static InvokeResponseException BadRequest(string message) => new(
        HttpStatusCode.BadRequest,
        new AdaptiveCardInvokeResponse
        {
            StatusCode = (int)HttpStatusCode.BadRequest,
            Type = "application/vnd.microsoft.error",
            Value = new Error("BadRequest", message),
        });
}
