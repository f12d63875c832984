using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SiteBot.Directory;

namespace SiteBot.Understanding.Names;

/// <summary>Finds versions in folded text: <c>V3.08.21</c>, <c>3.08.21</c>, <c>V300R001C10</c>. No date and no time is one.</summary>
internal static partial class VersionReader
{
    /// <summary>The versions, in order, each once; in the directory's spelling where it knows one.</summary>
    public static ImmutableArray<string> Read(string folded, CompanyDirectory directory, Span<bool> taken)
    {
        var versions = new List<string>();
        foreach (Match match in Pattern().Matches(folded))
        {
            if (taken[match.Index])
            {
                continue;
            }

            taken[match.Index..(match.Index + match.Length)].Fill(true);
            var written = match.Value.Replace(" ", "", StringComparison.Ordinal);
            var known = Known(directory).FirstOrDefault(version => string.Equals(Bare(version), Bare(written), StringComparison.OrdinalIgnoreCase))
                ?? Like(Known(directory), written.ToUpperInvariant());
            if (!versions.Contains(known, StringComparer.Ordinal))
            {
                versions.Add(known);
            }
        }

        return [.. versions];
    }

    private static IEnumerable<string> Known(CompanyDirectory directory) =>
        directory.Products.SelectMany(product => product.Released).Concat(directory.Sites.SelectMany(site => site.Equipment).Select(equipment => equipment.Version).OfType<string>());

    // A new version is spelt as the known ones are.
    private static string Like(IEnumerable<string> known, string written) =>
        written[0] != 'V' && known.Any() && known.All(version => version[0] == 'V') ? "V" + written : written;

    private static string Bare(string version) => version.TrimStart('v', 'V');

    [GeneratedRegex(@"(?<![a-z0-9_.:])(?:v\s?\d{1,3}(?:\.\d{1,4}){1,4}[a-z]?|\d{1,2}(?:\.\d{1,3}){2,4}|v\d{2,4}r\d{2,4}(?:c\d{2,3})?(?:sp[ch]?\d{1,4})?)(?![a-z0-9_]|\.\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
