using System.Text.RegularExpressions;

namespace SiteBot.BotFramework.Schema;

/// <summary>What is asked of a message in a channel, where people address the bot by an @mention.</summary>
public static partial class ActivityExtensions
{
    public static bool MentionsId(this IMessageActivity activity, string id) =>
        activity.GetMentions().Any(mention => mention.Mentioned?.Id == id);

    public static bool MentionsRecipient(this IMessageActivity activity) =>
        activity.Recipient?.Id is { } id && activity.MentionsId(id);

    /// <summary>Takes the bot's own mentions out of the text. The activity itself changes.</summary>
    /// <returns>The text that is left, without spaces around it.</returns>
    public static string? RemoveRecipientMention(this IMessageActivity activity) =>
        activity.Recipient?.Id is { } id ? activity.RemoveMentionText(id) : activity.Text;

    /// <summary>Takes the mentions of <paramref name="id"/> out of the text. The activity itself changes.</summary>
    /// <returns>The text that is left, without spaces around it.</returns>
    public static string? RemoveMentionText(this IMessageActivity activity, string id)
    {
        foreach (var mention in activity.GetMentions())
        {
            if (mention.Mentioned?.Id != id || activity.Text is not { } text)
            {
                continue;
            }

            // Some channels leave the mention's text out: then it is the name between the tags.
            activity.Text = mention.Text is { Length: > 0 } spelled
                ? text.Replace(spelled, string.Empty, StringComparison.OrdinalIgnoreCase).Trim()
                : mention.Mentioned.Name is { } name ? NameInTags(name).Replace(text, string.Empty).Trim() : text;
        }

        return activity.Text;
    }

    private static Regex NameInTags(string name) =>
        new($"<at>{Regex.Escape(name)}</at>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));
}
