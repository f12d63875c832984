using System.Collections.Immutable;
using System.Net;
using Microsoft.Extensions.Logging;
using SiteBot.Outbox;
using SiteBot.Teams.Actions;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Delivery;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Seam;
using SiteBot.Teams.Search;
using SiteBot.Teams.Turns;

namespace SiteBot.Teams;

/// <summary>The bot on its channel: translates what comes in, runs the turn, sends what the turn says. It decides nothing.</summary>
internal sealed partial class SiteBotBot(
    PersonFinder people, IWorkplace workplace, TurnRunner runner, Welcome welcome, StandardExtension extension, AddressLearning addresses, IAddressBook book, IBusinessClock clock,
    ILogger<SiteBotBot> log) : TeamsActivityHandler
{
    private const string CardAnswer = "application/vnd.microsoft.card.adaptive";
    private const string TextAnswer = "application/vnd.microsoft.activity.message";

    /// <inheritdoc />
    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var incoming = Incoming.Of((Activity)turnContext.Activity);
        if (incoming.Text.Length == 0 && incoming.Card is null && incoming.Attachments.IsEmpty)
        {
            return;
        }

        var answer = await Answer(turnContext, incoming, cancellationToken).ConfigureAwait(false);
        if (answer.InPlace is { } card)
        {
            await Replace(turnContext, incoming, card, cancellationToken).ConfigureAwait(false);
        }

        if (answer.Note is { } note)
        {
            await turnContext.SendActivityAsync(Outgoing.Text(note), cancellationToken).ConfigureAwait(false);
        }

        await Send(turnContext, answer.Replies, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        var card = CardInput.Read(invokeValue.Action?.Verb, ActivityJson.Text(invokeValue.Action?.Data));
        if (card is null)
        {
            return new AdaptiveCardInvokeResponse { StatusCode = (int)HttpStatusCode.BadRequest, Type = "application/vnd.microsoft.error", Value = new Error("BadRequest", "The action has no verb.") };
        }

        var answer = await Answer(turnContext, Incoming.Of((Activity)turnContext.Activity, card), cancellationToken).ConfigureAwait(false);
        await Send(turnContext, answer.Replies, cancellationToken).ConfigureAwait(false);
        return answer.InPlace is { } instead
            ? new AdaptiveCardInvokeResponse { StatusCode = (int)HttpStatusCode.OK, Type = CardAnswer, Value = ActivityJson.Content(instead.Json) }
            : new AdaptiveCardInvokeResponse { StatusCode = (int)HttpStatusCode.OK, Type = TextAnswer, Value = answer.Note ?? "OK" };
    }

    /// <inheritdoc />
    protected override async Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(
        ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) =>
        await extension.Answer(Incoming.Of((Activity)turnContext.Activity), query, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc />
    protected override Task OnTeamsFileConsentAcceptAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken)
    {
        var upload = fileConsentCardResponse.UploadInfo;
        return Consented(
            turnContext, CardVerbs.FileAccept, fileConsentCardResponse,
            [("upload", upload?.UploadUrl), ("url", upload?.ContentUrl), ("unique", upload?.UniqueId), ("type", upload?.FileType)], cancellationToken);
    }

    /// <inheritdoc />
    protected override Task OnTeamsFileConsentDeclineAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
        Consented(turnContext, CardVerbs.FileDecline, fileConsentCardResponse, [], cancellationToken);

    /// <inheritdoc />
    protected override async Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var incoming = Incoming.Of((Activity)turnContext.Activity);
        var person = people.Find(incoming, workplace.Current.Directory);
        if (await addresses.Learned((Activity)turnContext.Activity, person?.Id, workplace.Current, clock.Now, cancellationToken).ConfigureAwait(false) is { } learned)
        {
            await book.Learn(learned, cancellationToken).ConfigureAwait(false);
        }

        await turnContext.SendActivityAsync(Outgoing.Of(await welcome.Draw(incoming, person, cancellationToken).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
    }

    // Who is told of by a conversationUpdate is not asked for: the greeting comes with the installation, and the base class would look each member up.
    /// <inheritdoc />
    protected override Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    // The invoke's own answer shows nothing, so all that is said is sent; the offer has been answered and goes.
    private async Task Consented(
        ITurnContext<IInvokeActivity> turnContext, string verb, FileConsentCardResponse answered, ImmutableArray<(string Name, string? Value)> more, CancellationToken cancellationToken)
    {
        var card = CardInput.Read(verb, ActivityJson.Text(answered.Context))!.With(more);
        var incoming = Incoming.Of((Activity)turnContext.Activity, card);
        var answer = await Answer(turnContext, incoming, cancellationToken).ConfigureAwait(false);
        if (incoming.ReplyTo is { } offer)
        {
            try
            {
                await turnContext.DeleteActivityAsync(offer, cancellationToken).ConfigureAwait(false);
            }
            catch (ErrorResponseException)
            {
                // It is gone already, or may not be taken away: a second press of it changes nothing.
            }
        }

        await Send(turnContext, answer.Note is { } note ? answer.Replies.Insert(0, new Reply(null, note)) : answer.Replies, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Answered> Answer(ITurnContext turnContext, Incoming incoming, CancellationToken cancellationToken)
    {
        var directory = workplace.Current.Directory;
        if (people.Find(incoming, directory) is not { } person)
        {
            Stranger(log, incoming.Place.Channel);

            // A card in a channel asks for everybody's own view: who is not in the directory is told so beside it, not by a message to all.
            var sign = welcome.ToStranger(incoming);
            return incoming.Card is null ? new Answered([new Reply(sign, null)], null, null) : new Answered([], null, sign.Summary);
        }

        var learned = await addresses.Learned(turnContext.Activity, person.Id, workplace.Current, clock.Now, cancellationToken).ConfigureAwait(false);
        return await runner.Run(turnContext, incoming, person, learned is null ? [] : [learned], cancellationToken).ConfigureAwait(false);
    }

    private static async Task Send(ITurnContext turnContext, ImmutableArray<Reply> replies, CancellationToken cancellationToken)
    {
        if (!replies.IsEmpty)
        {
            await turnContext.SendActivitiesAsync([.. replies.Select(Outgoing.Of)], cancellationToken).ConfigureAwait(false);
        }
    }

    // A Submit has no answer of its own: the pressed card is changed where the channel says which one it was.
    private static async Task Replace(ITurnContext turnContext, Incoming incoming, Card card, CancellationToken cancellationToken)
    {
        var activity = Outgoing.Of(card);
        if (incoming.ReplyTo is { } pressed)
        {
            try
            {
                activity.Id = pressed;
                await turnContext.UpdateActivityAsync(activity, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (ErrorResponseException)
            {
                // The message is gone or may not be changed: the card is sent anew.
                activity = Outgoing.Of(card);
            }
        }

        await turnContext.SendActivityAsync(activity, cancellationToken).ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Somebody who is not in the directory wrote on {Channel}.")]
    private static partial void Stranger(ILogger logger, string channel);
}
