using SiteBot.Answers;

namespace SiteBot.Host.Commands;

/// <summary><c>sitebot ask</c>: what the standard says on a question. Needs no host; settings only for a language model.</summary>
internal static class AskCommand
{
    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new("ask", "Answers a question about the standard, or one a line, as JSON.")
    {
        Operands = [new Operand("QUESTION", Required: false)],
        Options =
        [
            new Option("--batch", "FILE", "Reads one question a line and prints one JSON object a line, in order; - reads standard input."),
            new Option("--lang", "LANGUAGE", "The language to answer in; the question's own where it is left out.") { Allowed = ["zh", "en"] },
        ],
        Details = "answered, language, answer, provisions (best first, at most 5), confidence.",
        TakesSettings = true,
        Run = Run,
    };

    private static ValueTask<int> Run(Call call)
    {
        var answers = new Lazy<IAnswers>(() => ReadersFromSettings.Answers(call));
        var speak = LanguageCode.Read(call.Option("--lang"));
        return MessageLines.Run(call, async question =>
        {
            var answer = await answers.Value.Ask(question, speak, CancellationToken.None);
            return json =>
            {
                json.WriteBoolean("answered", answer.Answered);
                json.WriteString("language", answer.Language.Code());
                json.WriteString("answer", answer.Text);
                json.WriteStartArray("provisions");
                foreach (var provision in answer.Provisions)
                {
                    json.WriteStringValue(provision);
                }

                json.WriteEndArray();
                json.WriteNumber("confidence", answer.Confidence);
            };
        });
    }
}
