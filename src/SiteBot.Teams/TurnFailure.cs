using System.Net;
using Microsoft.Extensions.Logging;
using SiteBot.Ledger;
using SiteBot.Teams.Search;
using SiteBot.Teams.Turns;

namespace SiteBot.Teams;

/// <summary>What happens where a turn fails: it is logged, nothing was kept, and the person is told so. A failure never opens the gate.</summary>
internal static partial class TurnFailure
{
    private const string SearchName = "composeExtension/query";

    private static readonly Text Sorry = new(
        "刚才没有办成，什么都没有记录。请再发一次；还不行就打电话给系统管理员。现场操作不要当作已放行。",
        "That did not work, and nothing was recorded. Send it again; if it fails once more, phone the administrator. Do not take this for a go.");

    private static readonly Text Newer = new(
        "这次服务的记录来自更新的版本，我不能据此判断。请稍后再试，或打电话给系统管理员。",
        "A newer version wrote facts of this visit that I cannot read, so I decide nothing on it. Try again later, or phone the administrator.");

    /// <summary>Gives an adapter this way of failing.</summary>
    public static void Handle(CloudAdapter adapter, IWorkplace workplace, ILogger log) => adapter.OnTurnError = async (context, failure) =>
    {
        if (failure is OperationCanceledException)
        {
            return;
        }

        Failed(log, failure, context.Activity.Type ?? "");
        var sentence = failure is UnknownFactException ? Newer : Sorry;
        var language = SpokenLanguage.Of(context.Activity.Text ?? "") ?? LanguageCode.ReadLocale(context.Activity.Locale) ?? Language.En;
        if (context.Activity is { Type: ActivityTypes.Invoke, Name: SearchName })
        {
            var sign = SearchAnswer.Sign(workplace.Current.Texts.Get("search.failed", language));
            await context.SendActivityAsync(new Activity { Type = ActivityTypesEx.InvokeResponse, Value = new InvokeResponse { Status = (int)HttpStatusCode.OK, Body = sign } }).ConfigureAwait(false);
            return;
        }

        var text = context.Activity.Type == ActivityTypes.Invoke ? $"{sentence.Zh}\n\n{sentence.En}" : sentence.In(language);
        if (context.Activity.Type == ActivityTypes.Invoke)
        {
            var body = new AdaptiveCardInvokeResponse { StatusCode = (int)HttpStatusCode.OK, Type = "application/vnd.microsoft.activity.message", Value = text };
            await context.SendActivityAsync(new Activity { Type = ActivityTypesEx.InvokeResponse, Value = new InvokeResponse { Status = (int)HttpStatusCode.OK, Body = body } }).ConfigureAwait(false);
        }
        else if (context.Activity.Type == ActivityTypes.Message)
        {
            await context.SendActivityAsync(Outgoing.Text(text)).ConfigureAwait(false);
        }
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn ({Type}) failed; nothing of it was kept.")]
    private static partial void Failed(ILogger logger, Exception failure, string type);
}
