using SiteBot.Teams.Turns;
using SiteBot.Understanding;
using SiteBot.Understanding.Names;

namespace SiteBot.Teams.Intents;

/// <summary>A long message that names a site, its equipment, versions and times says what it wants in the few words beside them: it is read once more without the names.</summary>
internal sealed class PlainReading(NamesToday names)
{
    private const int Long = 24;

    /// <summary>The message as it reads without the names, where that is the beginning of a visit; else null.</summary>
    public async ValueTask<Understood?> Of(Turn turn, CancellationToken cancellation)
    {
        var text = turn.Incoming.Text;
        if (text.Length < Long)
        {
            return null;
        }

        var things = names.Read(turn, text);
        if (things.Site.Sure is null && things.Equipment.Sure is null)
        {
            return null;
        }

        var plain = await turn.Tools.Understanding.Understand(Without(text, things), cancellation).ConfigureAwait(false);
        return plain is { Intent: Intent.StartVisit, IsUnclear: false } ? plain : null;
    }

    private static string Without(string text, MentionedThings things)
    {
        var words = new[] { things.Site.Words, things.Equipment.Words, things.Customer.Words, things.Office.Words, things.Product.Words }.OfType<string>().Concat(things.Versions);
        var plain = words.OrderByDescending(word => word.Length).Aggregate(text, (left, word) => left.Replace(word, " ", StringComparison.OrdinalIgnoreCase));
        return string.Concat(plain.Where(sign => !char.IsAsciiDigit(sign)));
    }
}
