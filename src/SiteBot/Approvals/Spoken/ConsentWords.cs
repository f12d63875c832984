using System.Collections.Frozen;
using NodaTime;
using SiteBot.Ledger;
using SiteBot.Reading;
using SiteBot.Understanding.Times;
using SiteBot.Understanding.Words;
using SiteBot.Visits.Short;
using SiteBot.Windows;

namespace SiteBot.Approvals.Spoken;

/// <summary>
/// Reads what an approver writes instead of pressing a card: 同意, 批准到两点, <c>reject: no spare board</c>, <c>withdraw my consent</c>. The message begins with such a
/// phrase; a question is none, and neither is a word that goes on (同意书). Immutable; any number of threads may use it.
/// </summary>
public sealed class ConsentWords
{
    private const int LongestMessage = 500;
    private static readonly char[] Marks = [' ', '.', ',', '!', ':', ';', '-', '(', ')', '，', '。', '：', '；', '！', '、', '（', '）'];
    private static readonly char[] Breaks = [',', ':', ';', '，', '：', '；', '。'];

    private readonly FrozenDictionary<string, string[]> phrases;
    private readonly TextFolder folder;

    private ConsentWords(FrozenDictionary<string, string[]> phrases, TextFolder folder) => (this.phrases, this.folder) = (phrases, folder);

    /// <summary>Loads the words from <c>language</c> inside the folder of the dialogs.</summary>
    /// <exception cref="FaultyFileException">A file is missing or faulty.</exception>
    public static ConsentWords Load(string dialogs)
    {
        SourceFile File(string name) => SourceFile.Load(Path.Combine(dialogs, "language", name));
        var folder = TextFolder.Read(File("traditional.txt"), File("spellings.txt"));
        return new ConsentWords(
            PhraseFile.Read(File("consents.txt")).GroupBy(pair => pair.Label, pair => folder.Fold(pair.Phrase).Trim(Marks), StringComparer.Ordinal)
                .ToFrozenDictionary(group => group.Key, group => group.Distinct().OrderByDescending(phrase => phrase.Length).ToArray(), StringComparer.Ordinal),
            folder);
    }

    /// <summary>What a message answers; null where it answers nothing.</summary>
    /// <param name="message">As typed.</param>
    public SpokenConsent? Read(string message)
    {
        if (message.Length is 0 or > LongestMessage)
        {
            return null;
        }

        var text = new Marked(message, folder);
        if (text.Folded.AsSpan().IndexOfAny('?', '？') >= 0 || text.Folded.TrimEnd(Marks) is not { Length: > 0 } said || said[^1] is '吗' or '么' or '呢')
        {
            return null;
        }

        if (phrases["bare"].Contains(text.Folded.Trim(Marks), StringComparer.Ordinal))
        {
            return new SpokenConsent(SpokenVerb.Bare, "", "", null, false);
        }

        return Begins(text, "withdraw") is { } taken ? Reasoned(SpokenVerb.Withdraw, text, taken)
            : Begins(text, "reject") is { } no ? Reasoned(SpokenVerb.Reject, text, no)
            : Begins(text, "approve") is { } yes ? new SpokenConsent(SpokenVerb.Approve, Behind(text, yes), Behind(text, yes), null, IsJoined(text, yes))
            : null;
    }

    /// <summary>What of the words before a reason was not understood, as typed; null where all was.</summary>
    /// <param name="about">The words, without names that were recognised.</param>
    public string? Left(string about)
    {
        var text = new Marked(about, folder);
        TakeFillers(text);
        return Left(text);
    }

    /// <summary>The window that a yes names, and what of the words was not understood: a yes with a condition is none.</summary>
    /// <param name="about">What stands behind the phrase, without names that were recognised.</param>
    /// <param name="asked">The scope asked for.</param>
    /// <param name="zone">The site's zone.</param>
    /// <param name="now">Business time.</param>
    public SpokenWindow Window(string about, WorkScope asked, DateTimeZone zone, Instant now)
    {
        if (about.Length == 0)
        {
            return new SpokenWindow(null, null, null);
        }

        var text = new Marked(about, folder);
        var clock = new SiteClock(zone, now);
        var read = new bool[text.Folded.Length];
        var named = StretchReader.Read(text.Folded, clock.Local(now).LocalDateTime, read);
        var (from, to) = Ends(named, text, read);
        for (var at = 0; at < read.Length; at++)
        {
            if (read[at])
            {
                text.Take(at, at + 1);
            }
        }

        TakeFillers(text);

        // A length alone says neither when it begins nor when it ends; a time alone neither.
        var left = named.Start is not null && from is null && to is null ? about : named.Length is not null && named.End is null ? about : Left(text);
        if (named.Date is not null)
        {
            return new SpokenWindow(from is { } begin ? clock.At(begin.Date, begin.TimeOfDay) : null, to is { } end ? clock.At(end.Date, end.TimeOfDay) : null, left);
        }

        var (start, stop) = ShorterWindow.Of(asked, from?.TimeOfDay, to?.TimeOfDay, zone);
        return new SpokenWindow(start, stop, left);
    }

    private (LocalDateTime? From, LocalDateTime? To) Ends(NamedStretch named, Marked text, bool[] read)
    {
        if (named.Start is null || named.End is not null)
        {
            return (named.Start, named.End);
        }

        if (ClockReader.Read(text.Folded) is not [var time])
        {
            return (null, null);
        }

        if (Beside(text.Folded, time, "until", read))
        {
            return (null, named.Start);
        }

        // 从一点起 says it on both sides.
        var (before, behind) = (Beside(text.Folded, time, "starting", read), Behind(text.Folded, time, read));
        return before || behind ? (named.Start, null) : (null, null);
    }

    // "until 3 am" is read as a time as a whole; 到两点 has its word before it.
    private bool Beside(string folded, NamedTime time, string label, bool[] read)
    {
        var before = folded[..time.Start].TrimEnd();
        foreach (var word in phrases[label])
        {
            if (before.EndsWith(word, StringComparison.Ordinal) && IsWhole(before, before.Length - word.Length, word))
            {
                Array.Fill(read, true, before.Length - word.Length, word.Length);
                return true;
            }

            if (folded[time.Start..time.End].StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private bool Behind(string folded, NamedTime time, bool[] read)
    {
        var at = time.End;
        while (at < folded.Length && folded[at] == ' ')
        {
            at++;
        }

        if (phrases["onward"].FirstOrDefault(word => folded.AsSpan(at).StartsWith(word, StringComparison.Ordinal)) is not { } found)
        {
            return false;
        }

        Array.Fill(read, true, at, found.Length);
        return true;
    }

    private SpokenConsent Reasoned(SpokenVerb verb, Marked message, int end)
    {
        var joined = IsJoined(message, end);
        var text = new Marked(Behind(message, end), folder);
        var marker = phrases["reason"].Select(word => (At: text.Find(word), word.Length)).Where(found => found.At >= 0).OrderBy(found => found.At).ThenByDescending(found => found.Length).FirstOrDefault((At: -1, Length: 0));
        if (marker.At >= 0)
        {
            return Made(text.Text(0, marker.At), text.Text(marker.At + marker.Length, text.Raw.Length));
        }

        // "reject: no spare board" has its mark right behind the phrase, and names nothing.
        var behind = message.Raw[end..].TrimStart();
        var mark = behind.Length > 0 && Breaks.Contains(behind[0]) ? 0 : text.Raw.IndexOfAny(Breaks);
        return mark < 0 ? Made(text.Raw, "") : Made(text.Text(0, mark), text.Text(mark, text.Raw.Length));

        SpokenConsent Made(string about, string reason) => new(verb, text.Raw, about.Trim(Marks), PrivateText.Of(reason.Trim(Marks)), joined);
    }

    // Where the phrase ends with which the message begins; null where it begins otherwise.
    private int? Begins(Marked text, string label) => phrases[label].FirstOrDefault(phrase => text.Find(phrase) == 0)?.Length;

    private static string Behind(Marked text, int end) => text.Text(end, text.Raw.Length).Trim(Marks);

    private static bool IsJoined(Marked text, int end) => end < text.Raw.Length && !Marks.Contains(text.Raw[end]);

    private void TakeFillers(Marked text)
    {
        foreach (var word in phrases["filler"])
        {
            while (text.Find(word) is var at and >= 0)
            {
                text.Take(at, at + word.Length);
            }
        }
    }

    private static string? Left(Marked text) => text.Rest() is { Count: > 0 } rest ? string.Join(' ', rest.Select(piece => text.Text(piece.From, piece.To))) : null;

    private static bool IsWhole(string text, int at, string word) => !TextFolder.IsWord(word[0]) || at == 0 || !TextFolder.IsWord(text[at - 1]);
}
