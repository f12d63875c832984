using System.Collections.Immutable;
using SiteBot.Outbox;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Seam;

namespace SiteBot.Teams.Delivery;

/// <summary>A drawn message as an activity.</summary>
internal static class OutgoingActivity
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    private static readonly Text InStead = new("{0}：以下内容无法送达本人，请在此处理。", "{0}: this could not reach you in person; please see to it here.");

    /// <summary>A message with the card; in a channel with the names that it calls before it.</summary>
    /// <param name="card">The card.</param>
    /// <param name="called">Who is called by name, with how the channel knows them; null where it does not know them yet: then the name alone stands.</param>
    /// <param name="inStead">True where the channel is told what a person could not be.</param>
    /// <param name="urgency">An urgent message shows as a notification of its own in a personal chat.</param>
    /// <param name="language">The reader's.</param>
    public static Activity Of(Card card, ImmutableArray<(string Name, ChannelAccount? Account)> called, bool inStead, Urgency urgency, Language language)
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            Summary = card.Summary,
            Locale = language == Language.Zh ? "zh-CN" : "en-US",
            Attachments = [new Attachment { ContentType = CardType, Content = ActivityJson.Content(card.Json) }],
        };
        if (!called.IsEmpty)
        {
            var names = string.Join(language == Language.Zh ? "、" : ", ", called.Select(Written));
            activity.Text = inStead ? string.Format(System.Globalization.CultureInfo.InvariantCulture, InStead.In(language), names) : names;
            activity.TextFormat = "xml";
            activity.Entities = [.. called.Where(one => one.Account is not null).Select(one => new Mention { Mentioned = one.Account, Text = Written(one) })];
        }
        else if (urgency == Urgency.Urgent)
        {
            activity.TeamsNotifyUser();
        }

        return activity;
    }

    private static string Written((string Name, ChannelAccount? Account) one) => one.Account is null ? Escaped(one.Name) : $"<at>{Escaped(one.Name)}</at>";

    private static string Escaped(string name) => System.Net.WebUtility.HtmlEncode(name);
}
