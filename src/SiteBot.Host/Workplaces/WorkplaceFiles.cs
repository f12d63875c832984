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
    /// <param name="dialogsPath">The setting <c>Dialogs:Path</c>, or null.</param>
    /// <param name="directoryPath">The setting <c>Directory:Path</c>, or null.</param>
    public static WorkplaceFiles Of(string? dialogsPath, string? directoryPath)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "dialogs");
        var dialogs = string.IsNullOrWhiteSpace(dialogsPath) ? shipped : Path.GetFullPath(dialogsPath);
        var directory = string.IsNullOrWhiteSpace(directoryPath) ? SettingSources.Beside(BesideSettings) : Path.GetFullPath(directoryPath);
        return new WorkplaceFiles(dialogs, directory ?? Path.Combine(shipped, Sample), directory is null);
    }
}
