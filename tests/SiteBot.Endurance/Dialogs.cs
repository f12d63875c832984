namespace SiteBot.Endurance;

/// <summary>The standard and the procedures that ship.</summary>
public static class Dialogs
{
    /// <summary>The folder, beside the program or above it in the source tree.</summary>
    public static string Shipped { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var dialogs = Path.Combine(folder.FullName, "dialogs");
            if (File.Exists(Path.Combine(dialogs, "standard.yaml")))
            {
                return dialogs;
            }
        }

        throw new DirectoryNotFoundException("There is no folder 'dialogs' beside the program or above it.");
    }
}
