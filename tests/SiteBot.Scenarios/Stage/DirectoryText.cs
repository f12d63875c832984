namespace SiteBot.Scenarios.Stage;

/// <summary>Changes to the text of the shipped directory.</summary>
internal static class DirectoryText
{
    /// <summary>The directory with something of one person changed.</summary>
    /// <exception cref="InvalidOperationException">The directory says no such thing of that person.</exception>
    public static string Of(this string directory, string person, string was, string becomes)
    {
        var from = directory.IndexOf($"  - id: {person}\n", StringComparison.Ordinal);
        var next = from < 0 ? -1 : directory.IndexOf("  - id: ", from + 1, StringComparison.Ordinal);
        var to = next < 0 ? directory.Length : next;
        return from >= 0 && directory[from..to].Contains(was, StringComparison.Ordinal)
            ? directory[..from] + directory[from..to].Replace(was, becomes, StringComparison.Ordinal) + directory[to..]
            : throw new InvalidOperationException($"The directory does not say '{was}' of {person}.");
    }
}
