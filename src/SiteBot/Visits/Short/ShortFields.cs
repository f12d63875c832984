using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using SiteBot.Procedures;
using SiteBot.Understanding.Times;
using SiteBot.Understanding.Words;
using SiteBot.Windows;

namespace SiteBot.Visits.Short;

/// <summary>Cuts the values of a step's fields out of a message, by the kinds of the fields; what is sure first, names and free words from what is left.</summary>
internal sealed partial class ShortFields(StepPhrases phrases, SiteClock clock, Instant now)
{
    private const int LongestHanName = 8;
    private const int MostWordsInName = 4;

    /// <summary>Fills a telling; what was understood is taken out of the message.</summary>
    public StepTelling Fill(StepTelling telling, Step step, Marked text)
    {
        // A place looks like anything: it is cut out before numbers and times are looked for.
        telling = OfKind(FieldKind.Location, step, telling, text, Location());
        telling = Answers(telling, step, text);
        telling = Times(telling, step, text);
        telling = Minutes(telling, step, text);
        telling = OfKind(FieldKind.Phone, step, telling, text, Phone());
        telling = OfKind(FieldKind.Version, step, telling, text, Version());
        telling = OfKind(FieldKind.Number, step, telling, text, Number());
        telling = OfKind(FieldKind.Equipment, step, telling, text, Equipment());
        telling = Witness(telling, step, text);
        return Words(telling, step, text);
    }

    private static StepTelling OfKind(FieldKind kind, Step step, StepTelling telling, Marked text, Regex pattern)
    {
        foreach (var field in step.Fields.Where(field => field.Kind == kind && telling.Told(field.Id) is null))
        {
            if (pattern.Matches(text.Folded).FirstOrDefault(match => match.Index < text.Raw.Length && !text.IsTaken(match.Index)) is not { } found)
            {
                break;
            }

            telling = telling.With(field.Id, text.Text(found.Index, found.Index + found.Length).TrimEnd('.', ','));
            text.Take(found.Index, found.Index + found.Length);
        }

        return telling;
    }

    private StepTelling Answers(StepTelling telling, Step step, Marked text)
    {
        foreach (var field in step.Fields.Where(field => field.Kind is FieldKind.YesNo or FieldKind.Choice))
        {
            // "not verified" holds "verified": the longest phrase decides.
            var values = field.Kind == FieldKind.YesNo ? ["no", "yes"] : field.Options.Select(option => option.Id);
            var found = values
                .SelectMany(value => Spoken(step, field, value).Select(phrase => (value, phrase, At: text.Find(phrase))))
                .Where(one => one.At >= 0).OrderByDescending(one => one.phrase.Length).FirstOrDefault();
            if (found.phrase is not null)
            {
                text.Take(found.At, found.At + found.phrase.Length);
                telling = telling.With(field.Id, found.value);
            }
        }

        return telling;
    }

    private IEnumerable<string> Spoken(Step step, StepField field, string value)
    {
        var labels = field.Options.Where(option => option.Id == value).SelectMany(option => new[] { option.Label.Zh, option.Label.En.ToLowerInvariant() });
        return phrases.Answers.GetValueOrDefault((step.Id, field.Id, value), []).Concat(labels);
    }

    private StepTelling Times(StepTelling telling, Step step, Marked text)
    {
        var field = step.Fields.FirstOrDefault(known => known.Kind == FieldKind.Time);
        if (field is { Ahead: true })
        {
            var taken = new bool[text.Folded.Length + 1];
            var stretch = StretchReader.Read(text.Folded, clock.Local(now).LocalDateTime, taken);
            if (stretch.Start is not { } start)
            {
                return telling;
            }

            for (var i = 0; i < text.Raw.Length; i++)
            {
                if (taken[i])
                {
                    text.Take(i, i + 1);
                }
            }

            return telling.With(field.Id, InstantPattern.ExtendedIso.Format(clock.At(start.Date, start.TimeOfDay)));
        }

        if (ClockReader.Read(text.Folded).FirstOrDefault(time => !text.IsTaken(time.Start)) is not { End: > 0 } named)
        {
            return telling;
        }

        // What was done lies behind: an hour that is still to come today was yesterday's.
        var today = clock.DateOf(now);
        var at = clock.At(today, named.Time);
        at = at <= now ? at : clock.At(today.PlusDays(-1), named.Time);
        text.Take(named.Start, named.End);
        telling = telling with { HappenedAt = at };
        return field is null ? telling : telling.With(field.Id, InstantPattern.ExtendedIso.Format(at));
    }

    private static StepTelling Minutes(StepTelling telling, Step step, Marked text)
    {
        if (step.Fields.FirstOrDefault(field => field.Kind == FieldKind.Minutes) is not { } minutes)
        {
            return telling;
        }

        var lengths = LengthReader.Read(text.Folded);
        foreach (var length in lengths.Where(length => !text.IsTaken(length.Start)))
        {
            text.Take(length.Start, length.End);
            return telling.With(minutes.Id, ((int)length.Length.TotalMinutes).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return OfKind(FieldKind.Minutes, step, telling, text, Digits());
    }

    private StepTelling Witness(StepTelling telling, Step step, Marked text)
    {
        if (step.Evidence != Evidence.Photo || phrases.Common["witness"].FirstOrDefault(word => text.Find(word) >= 0) is not { } lead)
        {
            return telling;
        }

        var at = text.Find(lead);
        text.Take(at, at + lead.Length);
        if (text.Rest().Find(piece => piece.From >= at + lead.Length) is var (from, to) && to > from && IsName(text.Folded[from..to]))
        {
            text.Take(from, to);
            telling = telling.With(StepTelling.Witness, text.Text(from, to));
        }

        return telling;
    }

    private StepTelling Words(StepTelling telling, Step step, Marked text)
    {
        var names = new Queue<StepField>(step.Fields.Where(field => field.Kind == FieldKind.Name && telling.Told(field.Id) is null));
        var pieces = text.Rest().Select(piece => (Whole: piece, Core: Trimmed(text, piece))).Where(piece => piece.Core.To > piece.Core.From).ToList();
        while (names.Count > 0 && pieces.Count > 0 && pieces[0].Core is var (from, to) && IsName(text.Folded[from..to]) && IsWrittenAsName(text, pieces[0].Whole.From, from, to))
        {
            pieces.RemoveAt(0);
            text.Take(from, to);
            telling = telling.With(names.Dequeue().Id, text.Text(from, to));
        }

        if (pieces.Count > 0 && step.Fields.FirstOrDefault(field => field.Kind == FieldKind.Text && telling.Told(field.Id) is null) is { } free)
        {
            // Free words are kept as they were written, with what stands between them.
            var begin = pieces[0].Whole.From;
            telling = telling.With(free.Id, text.Raw[begin..].Trim(' ', ',', '.', '，', '。', ':', '：'));
            text.Take(begin, text.Raw.Length);
        }

        return telling;
    }

    /// <summary>A piece without the small words at its ends.</summary>
    public (int From, int To) Trimmed(Marked text, (int From, int To) piece)
    {
        var (from, to) = piece;
        for (var changed = true; changed && to > from;)
        {
            changed = false;
            while (to > from && text.Folded[from] is ' ' or '.' or '-')
            {
                from++;
            }

            while (to > from && text.Folded[to - 1] is ' ' or '.' or '-')
            {
                to--;
            }

            var part = text.Folded[from..to];
            foreach (var word in phrases.Common["filler"].Concat(phrases.Common["nobody"]).Where(word => word.Length <= part.Length))
            {
                var latin = TextFolder.IsWord(word[0]);
                if (part.StartsWith(word, StringComparison.Ordinal) && (!latin || part.Length == word.Length || !TextFolder.IsWord(part[word.Length])))
                {
                    (from, changed) = (from + word.Length, true);
                    break;
                }

                if (part.EndsWith(word, StringComparison.Ordinal) && (!latin || part.Length == word.Length || !TextFolder.IsWord(part[^(word.Length + 1)])))
                {
                    (to, changed) = (to - word.Length, true);
                    break;
                }
            }
        }

        return (from, to);
    }

    // A word of Latin script is a name where it has a capital, or stands behind "by" and the like.
    private bool IsWrittenAsName(Marked text, int before, int from, int to) =>
        TextFolder.IsHan(text.Folded[from]) || text.Raw[from..to].Any(char.IsUpper)
        || text.Folded[Math.Min(before, from)..from].Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(word => phrases.Common["marker"].Contains(word));

    private static bool IsName(string folded) =>
        !folded.Any(char.IsAsciiDigit)
        && (folded.Any(TextFolder.IsHan) ? folded.Length <= LongestHanName : folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWordsInName);

    [GeneratedRegex(@"\\\\\S+|\b[a-z]:\\\S+|\d{1,3}(?:\.\d{1,3}){3}[^\s,;，；。]*|(?:[a-z0-9_.-]+:)?/[^\s,;，；。]+|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*:[^\s\d,;][^\s,;]*")]
    private static partial Regex Location();

    [GeneratedRegex(@"\+?\d[\d -]{5,}\d")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\bv?\d+(?:\.\d+){1,3}[a-z0-9._-]*")]
    private static partial Regex Version();

    [GeneratedRegex(@"\b[a-z]{0,8}[-_]?\d[\w-]*")]
    private static partial Regex Number();

    [GeneratedRegex(@"\b[a-z]{2,8}-?\d{1,3}\b")]
    private static partial Regex Equipment();

    [GeneratedRegex(@"\b\d{1,5}\b")]
    private static partial Regex Digits();
}
