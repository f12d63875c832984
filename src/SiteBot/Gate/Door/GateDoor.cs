using System.Buffers;
using System.Text.Json;
using SiteBot.Reading;
using SiteBot.Windows;

namespace SiteBot.Gate;

/// <summary>The gate's door for the command line: <c>gate FACTS.json</c> and <c>gate --batch FILE</c>. Another door to the decision that the chat uses.</summary>
public sealed class GateDoor(Stream input, Stream output, TextWriter error, Func<GateRules> loadRules)
{
    /// <summary>The exit code for bad input or an unreadable file.</summary>
    public const int BadInput = 64;

    private static readonly FactsRefusal Unreadable = new("$", "the file cannot be read");

    private readonly ArrayBufferWriter<byte> buffer = new(64 * 1024);

    /// <summary>Decides on the facts in <paramref name="file"/>, or on standard input where it is <c>-</c>, and prints the verdict.</summary>
    /// <returns>0 go, 1 wait, 2 no, 3 never; <see cref="BadInput"/> with one line on standard error and nothing on standard output.</returns>
    /// <exception cref="FaultyFileException">The rules are faulty.</exception>
    public int DecideOne(string file) => WithFile(file, One);

    /// <summary>Decides on each line of <paramref name="file"/> and prints a verdict or an error a line, in order; blank lines are passed over.</summary>
    /// <returns>0 where every line was good, else <see cref="BadInput"/>; an unreadable file prints nothing on standard output.</returns>
    /// <exception cref="FaultyFileException">The rules are faulty.</exception>
    public int DecideBatch(string file) => WithFile(file, Batch);

    private int Refuse(FactsRefusal refusal)
    {
        error.WriteLine(refusal);
        error.Flush();
        return BadInput;
    }

    private int WithFile(string file, Func<FactsLines, int> run)
    {
        if (file == "-")
        {
            return run(new FactsLines(input));
        }

        FileStream stream;
        try
        {
            stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Refuse(Unreadable);
        }

        using (stream)
        {
            return run(new FactsLines(stream));
        }
    }

    private int One(FactsLines lines)
    {
        if (!lines.TryReadAll(out var whole))
        {
            return Refuse(Unreadable);
        }

        var rules = loadRules();
        if (!FactsReader.TryRead(whole.Span, rules, out var facts, out var refusal))
        {
            return Refuse(refusal);
        }

        var verdict = Gatekeeper.Decide(facts, rules);
        using var json = new Utf8JsonWriter(buffer, GateJson.Options);
        Write(json, verdict, facts);
        Flush();
        return (int)verdict.Kind;
    }

    private int Batch(FactsLines lines)
    {
        var rules = loadRules();
        var allGood = true;
        using var json = new Utf8JsonWriter(buffer, GateJson.Options);
        while (lines.TryReadLine(out var line, out var unreadable) || unreadable)
        {
            if (unreadable)
            {
                Flush();
                return Refuse(Unreadable);
            }

            if (line.Span.IndexOfAnyExcept(" \t\r"u8) < 0)
            {
                continue;
            }

            if (FactsReader.TryRead(line.Span, rules, out var facts, out var refusal))
            {
                Write(json, Gatekeeper.Decide(facts, rules), facts);
            }
            else
            {
                allGood = false;
                WriteRefusal(json, refusal);
            }

            if (buffer.WrittenCount > 48 * 1024)
            {
                Flush();
            }
        }

        Flush();
        return allGood ? 0 : BadInput;
    }

    private void Write(Utf8JsonWriter json, Verdict verdict, Facts facts)
    {
        json.Reset();
        VerdictWriter.Write(json, verdict, new SiteClock(facts.Site.Zone, facts.Now));
        EndLine(json);
    }

    private void WriteRefusal(Utf8JsonWriter json, FactsRefusal refusal)
    {
        json.Reset();
        json.WriteStartObject();
        json.WriteString("error", refusal.ToString());
        json.WriteEndObject();
        EndLine(json);
    }

    private void EndLine(Utf8JsonWriter json)
    {
        json.Flush();
        buffer.Write("\n"u8);
    }

    private void Flush()
    {
        output.Write(buffer.WrittenSpan);
        output.Flush();
        buffer.ResetWrittenCount();
    }
}
