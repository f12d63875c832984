using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SiteBot.Teams.Seam;

namespace SiteBot.Teams.Messages;

/// <summary>An incoming activity, translated: what was said or pressed, by whom, where.</summary>
/// <param name="Key">Names this activity for all time: channel, conversation and id; null where it has no id and so cannot be known again.</param>
/// <param name="Place">Where.</param>
/// <param name="UserId">The channel's id of the sender, or null.</param>
/// <param name="AadObjectId">The sender's aadObjectId, or null.</param>
/// <param name="Text">What was typed, without the mention of the bot; empty where nothing was.</param>
/// <param name="Card">The pressed button, or null.</param>
/// <param name="ReplyTo">The activity that holds the pressed card, or null.</param>
/// <param name="Locale">The client's locale, or null.</param>
/// <param name="Attachments">Files and pictures that came along.</param>
internal sealed partial record Incoming(
    string? Key, Place Place, string? UserId, string? AadObjectId, string Text, CardInput? Card, string? ReplyTo, string? Locale, ImmutableArray<Attachment> Attachments)
{
    private const int LongestText = 8_000;

    /// <summary>When it was written, by the channel's and the client's clocks, whichever is earlier; null where neither says.</summary>
    public DateTimeOffset? Written { get; init; }

    /// <summary>Translates an activity.</summary>
    /// <param name="activity">The activity, as it came.</param>
    /// <param name="card">The pressed button where the activity is an invoke; a message's own value is read here.</param>
    public static Incoming Of(Activity activity, CardInput? card = null)
    {
        var conversation = activity.Conversation?.Id ?? "";
        var channel = ChannelIds.Read(ActivityJson.Text(activity.ChannelData));
        var place = new Place(
            activity.ChannelId ?? "",
            conversation,
            activity.Conversation?.IsGroup is not true && activity.Conversation?.ConversationType is null or "personal",
            channel.Team,
            channel.Channel,
            Tenant(activity.Conversation?.TenantId, channel.Tenant));
        var text = activity.Type == ActivityTypes.Message ? Said(activity.RemoveRecipientMention()) : "";
        card ??= text.Length == 0 ? CardInput.Read(null, ActivityJson.Text(activity.Value)) : null;
        return new Incoming(
            string.IsNullOrEmpty(activity.Id) ? null : $"{activity.ChannelId}/{conversation}/{activity.Id}",
            place,
            activity.From?.Id,
            activity.From?.AadObjectId,
            text,
            card,
            activity.ReplyToId,
            activity.Locale,
            [.. (activity.Attachments ?? []).Where(IsFile)])
        {
            Written = new[] { activity.Timestamp, activity.LocalTimestamp }.Min(),
        };
    }

    // Where the conversation is one tenant's and the sender another's, it is nobody's whom we know.
    private static string Tenant(string? ofConversation, string? ofChannel) =>
        string.IsNullOrEmpty(ofConversation) ? ofChannel ?? "" : ofChannel is null || string.Equals(ofChannel, ofConversation, StringComparison.OrdinalIgnoreCase) ? ofConversation : "";

    // Teams sends the text once more as HTML beside itself.
    private static bool IsFile(Attachment attachment) => attachment is { ContentUrl.Length: > 0 } or { ContentType: "application/vnd.microsoft.teams.file.download.info" };

    private static string Said(string? text)
    {
        // Other people who are mentioned stay in the text by their names; a card that a person put into the message leaves a mark in it that nobody typed.
        var said = Mention().Replace(CardMark().Replace(text ?? "", ""), "$1").Trim();
        return said.Length <= LongestText ? said : said[..LongestText];
    }

    [GeneratedRegex("""<span\s[^>]{0,300}inline-compose-card[^>]{0,300}>\s*<span\s[^>]{0,300}>\s*</span>\s*</span>""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CardMark();

    [GeneratedRegex("<at[^>]*>(.{0,200}?)</at>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Mention();
}
