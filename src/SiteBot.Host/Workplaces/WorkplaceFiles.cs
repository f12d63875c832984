using SiteBot.Host.Settings;

namespace SiteBot.Host.Workplaces;

/// <summary>The folder and the file that a workplace is read from.</summary>
/// <param name="Dialogs">The folder of dialogs.</param>
/// <param name="Directory">The directory file.</param>
/// <param name="IsSample">True where it is the sample that ships.</param>
internal sealed record WorkplaceFiles(string Dialogs, string Directory, bool IsSample)
{
    private const string BesideSettings = "directory.yaml";
    private const string Sample = "sample-directory.yaml";

    /// <summary>As the settings say.</summary>
    public static WorkplaceFiles Of(SiteBotOptions options)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "dialogs");
        var dialogs = options.DialogsPath is { } path ? Path.GetFullPath(path) : shipped;
        var directory = options.DirectoryPath is { } file ? Path.GetFullPath(file) : SettingSources.Beside(BesideSettings);
        return new WorkplaceFiles(dialogs, directory ?? Path.Combine(shipped, Sample), directory is null);
    }
}
