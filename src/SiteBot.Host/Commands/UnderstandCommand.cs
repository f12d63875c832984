using System.Text.Json;
using NodaTime.Text;
using SiteBot.Gate;
using SiteBot.Understanding;

namespace SiteBot.Host.Commands;

/// <summary><c>sitebot understand</c>: what the bot makes of a message. Needs no host; settings only for a language model.</summary>
internal static class UnderstandCommand
{
    private static readonly LocalTimePattern _clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new("understand", "Prints what the bot makes of a message, or of one a line, as JSON.")
    {
        Operands = [new Operand("MESSAGE", Required: false)],
        Options = [new Option("--batch", "FILE", "Reads one message a line and prints one JSON object a line, in order; - reads standard input.")],
        Details = "intent, operation, service, severity, language, when (HH:mm, local), confidence; alternatives where the message is not clear.",
        TakesSettings = true,
        Run = Run,
    };

    private static ValueTask<int> Run(Call call)
    {
        var readers = new Lazy<IUnderstanding>(() => ReadersFromSettings.Understanding(call));
        return MessageLines.Run(call, async message =>
        {
            var understood = await readers.Value.Understand(message, CancellationToken.None);
            return json => Write(json, understood);
        });
    }

    private static void Write(Utf8JsonWriter json, Understood understood)
    {
        json.WriteString("intent", understood.Intent.Name());
        json.WriteString("operation", understood.Operation?.Name());
        json.WriteString("service", understood.Service);
        json.WriteString("severity", understood.Severity?.Name());
        json.WriteString("language", understood.Language.Code());
        json.WriteString("when", understood.When is { } time ? _clock.Format(time) : null);
        json.WriteNumber("confidence", understood.Confidence);
        if (understood.IsUnclear)
        {
            json.WriteStartArray("alternatives");
            foreach (var intent in understood.Alternatives)
            {
                json.WriteStringValue(intent.Name());
            }

            json.WriteEndArray();
        }
    }
}
