using System.Text.RegularExpressions;
using SiteBot.Directory;

namespace SiteBot.Host.Telemetry;

/// <summary>Takes phone numbers, mail addresses and the directory's names out of a text before it is logged. People stand in logs by their ids.</summary>
internal sealed partial class Mask
{
    private const string Hidden = "***";
    private const int ShortestName = 2;
    private string? _version;
    private string[] _names = [];

    /// <summary>The text without them.</summary>
    public string Of(string text, CompanyDirectory? directory)
    {
        var masked = Number().Replace(Mail().Replace(text, Hidden), Hidden);
        foreach (var name in Names(directory))
        {
            masked = masked.Replace(name, Hidden, StringComparison.OrdinalIgnoreCase);
        }

        return masked;
    }

    private string[] Names(CompanyDirectory? directory)
    {
        if (directory is not null && directory.ContentHash != _version)
        {
            _names =
            [
                .. directory.People.SelectMany(person => new[] { person.Name.Zh, person.Name.En }).Where(name => name.Length >= ShortestName)
                    .Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(name => name.Length),
            ];
            _version = directory.ContentHash;
        }

        return _names;
    }

    // With a plus before, or an eleven-digit mobile number of China: dates, hashes and durations look otherwise.
    [GeneratedRegex(@"\+\d[\d \-()./]{5,}\d|(?<![\dA-Za-z])1[3-9]\d{9}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"[\w.+\-]+@[\w\-]+(\.[\w\-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();
}
