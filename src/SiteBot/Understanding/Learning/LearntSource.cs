using System.Security.Cryptography;
using System.Text;
using SiteBot.Reading;

namespace SiteBot.Understanding.Learning;

/// <summary>Names the files that the model is learnt of: where they are the same, their words and their index need not be made again.</summary>
internal static class LearntSource
{
    /// <summary>A name for the content of the standard and of <c>language/</c>.</summary>
    public static string Of(string dialogs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var language = Path.Combine(dialogs, "language");
        var files = System.IO.Directory.EnumerateFiles(language, "*.txt", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(dialogs, path).Replace('\\', '/'));
        foreach (var file in files.Append("standard.yaml").Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file + "\n"));

            // As text: a checkout with other line ends has the same content.
            hash.AppendData(Encoding.UTF8.GetBytes(SourceFile.Load(Path.Combine(dialogs, file)).Text.Replace("\r", "", StringComparison.Ordinal)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
