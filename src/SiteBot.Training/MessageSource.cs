using SiteBot.Reading;
using SiteBot.Understanding.Words;

namespace SiteBot.Training;

/// <summary>A message that somebody might write, and how it is to be read.</summary>
/// <param name="Text">The message.</param>
/// <param name="Intent">Its intent.</param>
/// <param name="Operation">Its operation, or null.</param>
/// <param name="Service">Its service type, or null.</param>
/// <param name="Severity">Its severity, or null.</param>
/// <param name="Group">Messages of one pattern share it: they are never on both sides when measuring.</param>
internal sealed record Message(string Text, string Intent, string? Operation, string? Service, string? Severity, int Group);

/// <summary>
/// Makes messages of the patterns in <c>intents/*.txt</c>. A heading is an intent, and may fix what it reads as: <c>[report_problem severity=critical]</c>.
/// In a pattern <c>{v}</c>, <c>{n}</c>, <c>{z}</c> stand for an operation as an English verb, an English noun, Chinese; <c>{s}</c>, <c>{sz}</c> for a service
/// type; <c>{t}</c>, <c>{tz}</c> for a trouble; <c>{at}</c>, <c>{atz}</c> for a time. <c>(a|b)</c> is one of both, <c>(a|b)?</c> one of both or neither.
/// At the end of a pattern whose intent asks, the question mark is one.
/// </summary>
internal sealed class MessageSource(LanguageData language)
{
    private const int EachPattern = 10;

    // Messages of these end in a question mark where a pattern does; of the others none has one that its words do not ask for.
    private static readonly string[] Asks = ["ask", "can_i_now", "checklist", "help", "my_reminders", "status"];
    private static readonly string[] Times = ["at 2 am", "at 23:30", "at half past one", "at 3 o'clock", "tonight at 11", "at midnight", "at 14:00", "at 9 pm", "tomorrow at 1:30 am", "at noon", "at ten to two", "at quarter past three"];
    private static readonly string[] ZhTimes = ["凌晨两点", "今晚十一点", "23:30", "下午三点半", "明天凌晨1点", "零点", "晚上十点", "早上九点", "14:00", "半夜一点一刻", "中午十二点", "今晚12点"];
    private readonly Sequence random = new(75_1861);

    /// <summary>The messages of every file, in order.</summary>
    public IReadOnlyList<Message> Messages(IEnumerable<SourceFile> files)
    {
        var messages = new List<Message>();
        var group = 0;
        foreach (var section in files.SelectMany(LanguageFile.Sections))
        {
            var words = section.Heading.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var set = words.Skip(1).Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
            foreach (var line in section.Lines)
            {
                group++;
                var made = new HashSet<string>(StringComparer.Ordinal);
                for (var i = 0; i < EachPattern; i++)
                {
                    if (Make(line.Text, words[0], set, group) is var message && made.Add(message.Text))
                    {
                        messages.Add(message);
                    }
                }
            }
        }

        return messages;
    }

    private Message Make(string pattern, string intent, Dictionary<string, string> set, int group)
    {
        var (operation, service, severity) = (set.GetValueOrDefault("operation"), set.GetValueOrDefault("service"), set.GetValueOrDefault("severity"));
        var text = pattern.Replace("，?", "(，)?", StringComparison.Ordinal);
        while (text.IndexOf('(', StringComparison.Ordinal) is var open && open >= 0 && text.IndexOf(')', open) is var close && close > open)
        {
            var picked = Pick(text[(open + 1)..close].Split('|'));
            var rest = text[(close + 1)..];
            if (rest.StartsWith('?') && !(rest.Length == 1 && Asks.Contains(intent)))
            {
                rest = rest[1..];
                picked = random.Next() % 2 == 0 ? picked : "";
            }

            text = text[..open] + picked + rest;
        }

        while (text.IndexOf('{', StringComparison.Ordinal) is var from && from >= 0 && text.IndexOf('}', from) is var to && to > from)
        {
            var slot = text[(from + 1)..to];
            var put = "";
            switch (slot)
            {
                case "v" or "n" or "z":
                    (operation, put) = Phrase(language.OperationPhrases, operation, "." + slot);
                    break;
                case "s" or "sz":
                    (service, put) = Phrase(language.ServicePhrases, service, slot == "s" ? ".en" : ".zh");
                    break;
                case "t" or "tz":
                    (severity, put) = Phrase([.. language.TroublePhrases.Where(phrase => phrase.Phrase.Any(TextFolder.IsHan) == (slot == "tz"))], severity, "");
                    break;
                case "at":
                    put = Pick(Times);
                    break;
                case "atz":
                    put = Pick(ZhTimes);
                    break;
                default:
                    throw new InvalidDataException($"'{{{slot}}}' is no slot of a pattern: {pattern}");
            }

            text = text[..from] + put + text[(to + 1)..];
        }

        return new Message(text, intent, operation, service, severity, group);
    }

    private (string Label, string Phrase) Phrase(IReadOnlyList<(string Label, string Phrase)> phrases, string? label, string form)
    {
        var fitting = phrases.Where(phrase => (form.Length == 0 || phrase.Label.EndsWith(form, StringComparison.Ordinal))
            && (label is null || phrase.Label == label || phrase.Label.StartsWith(label + ".", StringComparison.Ordinal))).ToList();
        if (label is null)
        {
            // Every label as often as the others, however many phrases it has.
            var labels = fitting.Select(phrase => phrase.Label).Distinct(StringComparer.Ordinal).ToArray();
            var chosen = Pick(labels);
            fitting = [.. fitting.Where(phrase => phrase.Label == chosen)];
        }

        var one = fitting[(int)(random.Next() % (uint)fitting.Count)];
        return (one.Label.Split('.')[0], one.Phrase);
    }

    private string Pick(string[] from) => from[random.Next() % (uint)from.Length];
}
