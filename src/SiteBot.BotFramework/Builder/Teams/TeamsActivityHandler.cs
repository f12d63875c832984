using System.Net;
using System.Text.Json;
using SiteBot.BotFramework.Connector;
using SiteBot.BotFramework.Schema;
using SiteBot.BotFramework.Schema.Json;
using SiteBot.BotFramework.Schema.Teams;

namespace SiteBot.BotFramework.Builder.Teams;

/// <summary>
/// A bot in Teams: each invoke and event of Teams has a method of its own. What is not overridden answers 501 where Teams waits for an answer,
/// and is let pass where it does not. A value of another shape than its invoke's is a bad request.
/// </summary>
public partial class TeamsActivityHandler : ActivityHandler
{
    protected override async Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            if (turnContext.Activity is { Name: null, ChannelId: Channels.Msteams })
            {
                return await OnTeamsCardActionInvokeAsync(turnContext, cancellationToken).ConfigureAwait(false);
            }

            return await OnNamedInvokeAsync(turnContext, turnContext.Activity.Value, cancellationToken).ConfigureAwait(false)
                ?? await base.OnInvokeActivityAsync(turnContext, cancellationToken).ConfigureAwait(false);
        }
        catch (InvokeResponseException exception)
        {
            return exception.CreateInvokeResponse();
        }
    }

    protected override Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.Name == SignInConstants.TokenExchangeOperationName
            ? OnTeamsSigninTokenExchangeAsync(turnContext, cancellationToken)
            : OnTeamsSigninVerifyStateAsync(turnContext, cancellationToken);

    /// <summary>An invoke of Teams without a name: a button of an older card.</summary>
    protected virtual Task<InvokeResponse> OnTeamsCardActionInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) => NotImplemented<InvokeResponse>();

    protected virtual Task OnTeamsSigninVerifyStateAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) => NotImplemented<object>();

    protected virtual Task OnTeamsSigninTokenExchangeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) => NotImplemented<object>();

    private static Task<T> NotImplemented<T>() => throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>The value as what the invoke should carry; an invoke without a value carries nothing to act on.</summary>
    private static T As<T>(object? value)
        where T : class
    {
        try
        {
            return LooseJson.Read<T>(value) ?? throw new InvokeResponseException(HttpStatusCode.BadRequest, "The invoke has no value.");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new InvokeResponseException(HttpStatusCode.BadRequest, $"The invoke's value is no {typeof(T).Name}.");
        }
    }

    /// <returns>The answer; null for an invoke that is not one of Teams.</returns>
    private async Task<InvokeResponse?> OnNamedInvokeAsync(ITurnContext<IInvokeActivity> turn, object? value, CancellationToken token)
    {
        switch (turn.Activity.Name)
        {
            case "fileConsent/invoke":
                return await OnTeamsFileConsentAsync(turn, As<FileConsentCardResponse>(value), token).ConfigureAwait(false);
            case "actionableMessage/executeAction":
                await OnTeamsO365ConnectorCardActionAsync(turn, As<O365ConnectorCardActionQuery>(value), token).ConfigureAwait(false);
                return CreateInvokeResponse();
            case "composeExtension/queryLink":
                return CreateInvokeResponse(await OnTeamsAppBasedLinkQueryAsync(turn, As<AppBasedLinkQuery>(value), token).ConfigureAwait(false));
            case "composeExtension/anonymousQueryLink":
                return CreateInvokeResponse(await OnTeamsAnonymousAppBasedLinkQueryAsync(turn, As<AppBasedLinkQuery>(value), token).ConfigureAwait(false));
            case "composeExtension/query":
                return CreateInvokeResponse(await OnTeamsMessagingExtensionQueryAsync(turn, As<MessagingExtensionQuery>(value), token).ConfigureAwait(false));
            case "composeExtension/selectItem":
                return CreateInvokeResponse(await OnTeamsMessagingExtensionSelectItemAsync(turn, LooseJson.ToObject(value)!, token).ConfigureAwait(false));
            case "composeExtension/submitAction":
                return CreateInvokeResponse(await OnTeamsMessagingExtensionSubmitActionDispatchAsync(turn, As<MessagingExtensionAction>(value), token).ConfigureAwait(false));
            case "composeExtension/fetchTask":
                return CreateInvokeResponse(await OnTeamsMessagingExtensionFetchTaskAsync(turn, As<MessagingExtensionAction>(value), token).ConfigureAwait(false));
            case "composeExtension/querySettingUrl":
                return CreateInvokeResponse(await OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync(turn, As<MessagingExtensionQuery>(value), token).ConfigureAwait(false));
            case "composeExtension/setting":
                await OnTeamsMessagingExtensionConfigurationSettingAsync(turn, LooseJson.ToObject(value)!, token).ConfigureAwait(false);
                return CreateInvokeResponse();
            case "composeExtension/onCardButtonClicked":
                await OnTeamsMessagingExtensionCardButtonClickedAsync(turn, LooseJson.ToObject(value)!, token).ConfigureAwait(false);
                return CreateInvokeResponse();
            case "task/fetch":
                return CreateInvokeResponse(await OnTeamsTaskModuleFetchAsync(turn, As<TaskModuleRequest>(value), token).ConfigureAwait(false));
            case "task/submit":
                return CreateInvokeResponse(await OnTeamsTaskModuleSubmitAsync(turn, As<TaskModuleRequest>(value), token).ConfigureAwait(false));
            case "tab/fetch":
                return CreateInvokeResponse(await OnTeamsTabFetchAsync(turn, As<TabRequest>(value), token).ConfigureAwait(false));
            case "tab/submit":
                return CreateInvokeResponse(await OnTeamsTabSubmitAsync(turn, As<TabSubmit>(value), token).ConfigureAwait(false));
            case "config/fetch":
                return CreateInvokeResponse(await OnTeamsConfigFetchAsync(turn, LooseJson.ToObject(value)!, token).ConfigureAwait(false));
            case "config/submit":
                return CreateInvokeResponse(await OnTeamsConfigSubmitAsync(turn, LooseJson.ToObject(value)!, token).ConfigureAwait(false));
            default:
                return null;
        }
    }
}
