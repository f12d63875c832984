using SiteBot.Teams.Cards;
using SiteBot.Teams.Seam;

namespace SiteBot.Teams.Search;

/// <summary>What the message extension shows, in the channel's own shapes.</summary>
internal static class SearchAnswer
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private const string PreviewType = "application/vnd.microsoft.card.thumbnail";

    /// <summary>Results: each a line of the list, and the card that goes into the message where it is chosen.</summary>
    public static MessagingExtensionResponse Results(Pen pen, IEnumerable<string> ids) => new()
    {
        ComposeExtension = new MessagingExtensionResult
        {
            Type = "result",
            AttachmentLayout = "list",
            Attachments =
            [
                .. ids.Select(id => new MessagingExtensionAttachment
                {
                    ContentType = CardType,
                    Content = ActivityJson.Content(ProvisionCard.Draw(pen, id).Json),
                    Preview = new Attachment { ContentType = PreviewType, Content = ActivityJson.Content(ProvisionCard.Preview(pen, id)) },
                }),
            ],
        },
    };

    /// <summary>A sentence instead of results.</summary>
    public static MessagingExtensionResponse Sign(string text) => new() { ComposeExtension = new MessagingExtensionResult { Type = "message", Text = text } };
}
