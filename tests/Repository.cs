namespace SiteBot;

/// <summary>
/// Where this repository lies, found upwards from the running program. Compiled into every test project: the path of a
/// source file is no way to it, since a build on a server writes <c>/_/</c> in its place.
/// </summary>
internal static class Repository
{
    /// <summary>The folder of SiteBot.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path inside the repository, with forward slashes.</summary>
    public static string At(string path) => Path.Combine([Root, .. path.Split('/')]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SiteBot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("SiteBot.sln stands in none of the folders above the program: run this inside the repository.");
    }
}
