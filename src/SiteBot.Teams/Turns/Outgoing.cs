using SiteBot.Teams.Cards;
using SiteBot.Teams.Seam;

namespace SiteBot.Teams.Turns;

/// <summary>What is said, as activities.</summary>
internal static class Outgoing
{
    private const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>A card, with what a locked phone shows of it.</summary>
    public static Activity Of(Card card) => new(ActivityTypes.Message)
    {
        Summary = card.Summary,
        Attachments = [new Attachment { ContentType = ContentType, Content = ActivityJson.Content(card.Json) }],
    };

    /// <summary>A reply.</summary>
    public static Activity Of(Reply reply) => reply.Card is { } card ? Of(card) : reply.File is { } file ? Of(file) : Text(reply.Text ?? "");

    private static Activity Of(SharedFile file) => new(ActivityTypes.Message)
    {
        Attachments =
        [
            new Attachment
            {
                ContentType = file.Url is null ? FileConsentCard.ContentType : FileInfoCard.ContentType,
                Name = file.Name,
                ContentUrl = file.Url,
                Content = ActivityJson.Content(file.Content),
            },
        ],
    };

    /// <summary>A text. Markdown's signs in it are people's and stay what they are.</summary>
    public static Activity Text(string text) => new(ActivityTypes.Message) { Text = text, TextFormat = TextFormatTypes.Plain };
}
