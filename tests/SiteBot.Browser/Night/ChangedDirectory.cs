namespace SiteBot.Browser.Night;

/// <summary>The sample's directory with some of it changed, in a file of its own.</summary>
internal sealed class ChangedDirectory : IDisposable
{
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("sitebot-directory-").FullName;

    /// <param name="changes">What stands there, and what shall stand there instead; from the entry of a person on where one is named, else everywhere.</param>
    public ChangedDirectory(params IReadOnlyList<(string? Person, string Old, string New)> changes) => File.WriteAllText(
        Path, changes.Aggregate(File.ReadAllText(Repository.At("dialogs/sample-directory.yaml")), (text, change) => Change(text, change.Person, change.Old, change.New)));

    public string Path => System.IO.Path.Combine(_folder, "directory.yaml");

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    private static string Change(string text, string? person, string old, string changed)
    {
        var from = person is null ? 0 : text.IndexOf($"id: {person}\n", StringComparison.Ordinal);
        var at = from < 0 ? -1 : text.IndexOf(old, from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The sample's directory has no \"{old}\" {person}.");
        return person is null ? text.Replace(old, changed, StringComparison.Ordinal) : string.Concat(text.AsSpan(0, at), changed, text.AsSpan(at + old.Length));
    }
}
