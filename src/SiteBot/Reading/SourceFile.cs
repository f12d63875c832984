using System.Security.Cryptography;
using System.Text;

namespace SiteBot.Reading;

/// <summary>A file's text as it was read. What was decided by it is found again by its hash, so the text is kept whole.</summary>
/// <param name="Name">The name that faults carry, as the person gave it.</param>
/// <param name="Text">The text, without a byte order mark.</param>
public sealed record SourceFile(string Name, string Text)
{
    private const int LargestBytes = 4 * 1024 * 1024;

    /// <summary>Lower-case hexadecimal SHA-256 of the text as UTF-8. The name does not count.</summary>
    public string ContentHash { get; } = HashOf(Text);

    /// <summary>Reads a file from disk.</summary>
    /// <param name="path">The file; faults carry this name.</param>
    /// <exception cref="FaultyFileException">It cannot be read, is larger than 4 MiB, or is not UTF-8.</exception>
    public static SourceFile Load(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestBytes })
            {
                throw Faulty(path, "the file is larger than 4 MiB; split it or shorten it.");
            }

            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return new SourceFile(path, reader.ReadToEnd());
        }
        catch (DecoderFallbackException)
        {
            throw Faulty(path, "the file is not UTF-8; save it as UTF-8.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Faulty(path, $"the file cannot be read: {e.Message}");
        }
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static FaultyFileException Faulty(string path, string message) => new([new Fault(path, 0, message)]);
}
