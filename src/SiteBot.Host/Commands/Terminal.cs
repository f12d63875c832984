using System.Text;

namespace SiteBot.Host.Commands;

/// <summary>Where a verb reads and writes: UTF-8 without a byte order mark on every system.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output. Who writes here itself does not use <see cref="Out"/>.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Terminal(Stream Input, Stream Output, TextWriter Error) : IDisposable
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Standard output as text, buffered; flushed when the verb ends.</summary>
    public TextWriter Out { get; } = new StreamWriter(Output, _utf8, 16 * 1024, leaveOpen: true) { NewLine = "\n" };

    /// <summary>The process's own.</summary>
    public static Terminal OfProcess() => new(
        Console.OpenStandardInput(),
        Console.OpenStandardOutput(),
        new StreamWriter(Console.OpenStandardError(), _utf8) { AutoFlush = true, NewLine = "\n" });

    /// <inheritdoc />
    public void Dispose() => Out.Flush();
}
