namespace SiteBot.Host.Tests.House;

/// <summary>The files of the repository that people wrote.</summary>
internal static class Sources
{
    /// <summary>Paths below a folder of the repository, with forward slashes, without what a build or npm put there.</summary>
    public static IReadOnlyList<string> Of(string folder, string pattern) =>
        [.. Below(new DirectoryInfo(Repository.At(folder)), pattern).Select(file => Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder, string pattern) =>
        folder.Name is "obj" or "bin" or "node_modules" || !folder.Exists ? [] : folder.EnumerateFiles(pattern).Concat(folder.EnumerateDirectories().SelectMany(inner => Below(inner, pattern)));
}
