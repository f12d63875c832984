using System.Collections.Concurrent;

namespace SiteBot.Endurance;

/// <summary>How Teams behaves on a bad day: storms of 429, answers of 502, hangs and cut connections for everybody, and people who have blocked the bot, whose chat is gone, whose
/// card is too large or whom nothing reaches.</summary>
/// <param name="time">The clock of the storms.</param>
public sealed class BadDay(TimeProvider time)
{
    private readonly long _dawn = time.GetTimestamp();
    private readonly ConcurrentDictionary<string, int> _seen = new();
    private readonly ConcurrentDictionary<string, bool> _doubled = new();

    /// <summary>Messages that were taken though the sender never learned it: a repeat of them is explained.</summary>
    public ICollection<string> TakenUnseen => _doubled.Keys;

    /// <summary>A person who has blocked the bot.</summary>
    public static bool IsBlocked(int number) => number % 100 == 11;

    /// <summary>A person whose old chat is gone.</summary>
    public static bool IsGone(int number) => number % 100 == 22;

    /// <summary>A person whose client takes small cards only.</summary>
    public static bool IsSmall(int number) => number % 100 == 33;

    /// <summary>A person of whom never an answer comes.</summary>
    public static bool IsLost(int number) => number % 200 == 44;

    /// <summary>How an arrival is answered.</summary>
    public Answer Of(Arrival arrival)
    {
        if (NumberOf(arrival.Conversation) is not { } number || arrival.Opens)
        {
            return Answer.Fine;
        }

        if (IsLost(number))
        {
            return Answer.Hangs;
        }

        if (IsBlocked(number))
        {
            return new Answer(403, "MessageWritesBlocked");
        }

        if (IsGone(number) && arrival.Conversation == FieldCrew.ChatOf(number))
        {
            return new Answer(404, "ConversationNotFound");
        }

        if (IsSmall(number) && arrival.Text?.EndsWith("(small)", StringComparison.Ordinal) != true)
        {
            return new Answer(413, "MessageSizeTooBig");
        }

        return Weather(arrival);
    }

    /// <summary>The person of a chat, old or new, or null for a channel's thread.</summary>
    public static int? NumberOf(string conversation)
    {
        var at = conversation.LastIndexOf('p');
        return at >= 0 && int.TryParse(conversation.AsSpan(at + 1), out var number) ? number : null;
    }

    // What meets everybody: each message its own fate the first time, fine weather the second, save in a storm.
    private Answer Weather(Arrival arrival)
    {
        if ((long)time.GetElapsedTime(_dawn).TotalSeconds % 10 == 3)
        {
            return new Answer(429, "TooManyRequests", RetryAfter: 2);
        }

        var text = arrival.Text ?? "";
        if (_seen.AddOrUpdate(text, 1, (_, times) => times + 1) > 1)
        {
            return Answer.Fine;
        }

        switch (Fate(text) % 100)
        {
            case < 4:
                return new Answer(502);
            case < 6:
                return new Answer(412, "PreconditionFailed");
            case < 8:
                return new Answer(504);
            case < 10:
                return Answer.CutBefore;
            case < 11:
                return Answer.Hangs;
            case < 12:
                _doubled[text] = true;
                return Answer.CutAfter;
            default:
                return Answer.Fine;
        }
    }

    // The same in each run.
    private static uint Fate(string text) => text.Aggregate(2166136261u, (hash, sign) => (hash ^ sign) * 16777619u);
}
