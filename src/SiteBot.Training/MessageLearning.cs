using SiteBot.Answers;
using SiteBot.Understanding;
using SiteBot.Understanding.Learning;
using SiteBot.Understanding.Times;
using SiteBot.Understanding.Words;

namespace SiteBot.Training;

/// <summary>Learns the intent, operation, service and severity of messages.</summary>
internal sealed class MessageLearning(LanguageData language, IReadOnlyList<Message> patterns)
{
    private const int Folds = 5;
    private const int Bits = 15;

    private const int FirstAsked = 100_000;

    // Questions on the standard are many; all together they count as much as this many messages.
    private const float AskedTogether = 1000;

    /// <summary>The four classifiers, with what was measured on patterns that they had not seen.</summary>
    public (LinearModel[] Models, string Report) Learn()
    {
        var messages = patterns.Concat(Asked()).ToList();
        var kinds = new (string Name, Func<Message, string?> Answer, bool Slots)[]
        {
            ("intent", static message => message.Intent, true),
            ("operation", static message => message.Operation, false),
            ("service", static message => message.Intent == "start_visit" ? message.Service ?? "none" : null, false),
            ("severity", static message => message.Severity, false),
        };
        var report = $"messages: {messages.Count}";
        var models = new List<LinearModel>();
        foreach (var (name, answer, slots) in kinds)
        {
            var (model, right, all) = Learn(name, [.. messages.Where(message => answer(message) is not null)], answer!, slots);
            models.Add(model);
            report += $"; {name}: {right} of {all} unseen";
        }

        return ([.. models], report);
    }

    // Every question on the standard is a message that asks; what lies outside is one of no intent.
    private IEnumerable<Message> Asked() => language.Questions.Select((question, i) =>
        new Message(question.Text, question.Label == LanguageData.Outside ? "none" : "ask", null, null, null, FirstAsked + i));

    private (LinearModel Model, int Right, int All) Learn(string name, List<Message> messages, Func<Message, string> answer, bool slots)
    {
        string[] classes = [.. messages.Select(answer).Distinct().Order(StringComparer.Ordinal)];
        var bag = new FeatureBag();
        var askedWorth = Math.Min(0.5f, AskedTogether / Math.Max(1, language.Questions.Count));
        var counts = messages.GroupBy(answer).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var mean = (float)messages.Count / classes.Length;
        var examples = new List<Example>();
        foreach (var message in messages)
        {
            var sentence = language.Read(message.Text);
            MessageFeatures.Fill(sentence, language, ClockReader.Read(sentence.Folded), bag, slots);
            examples.Add(Example.Of(Array.IndexOf(classes, answer(message)), bag, Math.Clamp(MathF.Sqrt(mean / counts[answer(message)]), 0.35f, 2.5f) * (message.Group >= FirstAsked ? askedWorth : 1)));
        }

        var right = 0;
        var all = 0;
        var sense = new TroubleSense(language);
        Intent[] intents = name == "intent" ? [.. classes.Select(one => Gate.Wire.Read<Intent>(one)!.Value)] : [];
        var mixed = new Dictionary<(string, string), int>();
        var shares = new float[classes.Length];
        for (var fold = 0; fold < (name == "intent" ? Folds : 0); fold++)
        {
            var model = Trainer(6).Train(name, classes, [.. examples.Where((_, i) => messages[i].Group % Folds != fold)], Bits);
            for (var i = 0; i < messages.Count; i++)
            {
                if (messages[i].Group % Folds == fold)
                {
                    var sentence = language.Read(messages[i].Text);
                    var times = ClockReader.Read(sentence.Folded);
                    MessageFeatures.Fill(sentence, language, times, bag, slots);
                    model.Score(bag, shares);
                    sense.Correct(sentence, intents, shares, times.Count > 0);
                    all++;
                    var read = shares.IndexOfMax();
                    right += read == examples[i].Class ? 1 : 0;
                    if (read != examples[i].Class)
                    {
                        var pair = (classes[examples[i].Class] + (messages[i].Group >= FirstAsked ? "*" : ""), classes[read]);
                        mixed[pair] = mixed.GetValueOrDefault(pair) + 1;
                    }
                }
            }
        }

        foreach (var ((meant, read), count) in mixed.OrderByDescending(pair => pair.Value).Take(12))
        {
            Console.WriteLine($"  {meant} read as {read}: {count}");
        }

        return (Trainer(10).Train(name, classes, examples, Bits), right, all);
    }

    private static SoftmaxTrainer Trainer(int epochs) => new(epochs, rate: 0.5f, decay: 2e-5f, drop: 0.2f);
}
