using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SiteBot.Host.Commands;

/// <summary>One message, or a file with a message a line: each gives one JSON object a line, in order.</summary>
internal static class MessageLines
{
    private const int LongestShown = 16 * 1024;

    /// <summary>Answers the operand or the batch of a call.</summary>
    /// <exception cref="WrongUseException">Neither or both are given, or the file cannot be read as UTF-8.</exception>
    public static async ValueTask<int> Run(Call call, Func<string, ValueTask<Action<Utf8JsonWriter>>> answer)
    {
        switch (call.Operands, call.Option("--batch"))
        {
            case ([var message], null):
                await Write(call, message, answer);
                break;
            case ([], { } file):
                foreach (var line in Lines(call, file))
                {
                    await Write(call, line, answer);
                }

                break;
            default:
                throw new WrongUseException($"{call.Verb.Name} takes one message in quotes, or --batch and a file; see {call.Verb.Name} --help.");
        }

        return ExitCode.Done;
    }

    private static async ValueTask Write(Call call, string message, Func<string, ValueTask<Action<Utf8JsonWriter>>> answer)
    {
        var write = await answer(message.Length <= LongestShown ? message : message[..LongestShown]);
        using var line = new MemoryStream(512);
        using (var json = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        call.Terminal.Out.WriteLine(Encoding.UTF8.GetString(line.GetBuffer().AsSpan(0, (int)line.Length)));
    }

    private static string[] Lines(Call call, string file)
    {
        var utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
        try
        {
            using var reader = new StreamReader(file == "-" ? call.Terminal.Input : File.OpenRead(file), utf8);
            var text = reader.ReadToEnd();
            return text.Length == 0 ? [] : (text.EndsWith('\n') ? text[..^1] : text).Split('\n');
        }
        catch (DecoderFallbackException)
        {
            throw new WrongUseException("the file is not UTF-8; save it as UTF-8.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"the file cannot be read: {e.Message}");
        }
    }
}
