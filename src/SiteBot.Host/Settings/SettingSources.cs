namespace SiteBot.Host.Settings;

/// <summary>Where settings come from, the later winning: <c>appsettings.json</c> beside the program, <c>sitebot.json</c> in the working directory,
/// the environment (<c>SITEBOT_Storage__Path</c>), the command line (<c>--Storage:Path=FILE</c>).</summary>
internal static class SettingSources
{
    private const string File = "sitebot.json";

    /// <summary>Reads all sources.</summary>
    /// <exception cref="SettingsException">A file is no JSON, or a word of the command line is no setting.</exception>
    public static IConfigurationRoot Read(IReadOnlyList<string> words)
    {
        RefuseLooseWords(words);
        var builder = new ConfigurationBuilder();
        if (Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is { Length: > 0 } urls)
        {
            builder.AddInMemoryCollection([new("urls", urls)]);
        }

        builder
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false)
            .AddJsonFile(Path.GetFullPath(File), optional: true, reloadOnChange: false)
            .AddEnvironmentVariables("SITEBOT_")
            .AddCommandLine([.. words]);
        try
        {
            return builder.Build();
        }
        catch (Exception broken) when (broken is InvalidDataException or FormatException or IOException)
        {
            throw new SettingsException([$"The settings cannot be read: {broken.GetBaseException().Message}"]);
        }
    }

    /// <summary>The file of this name that stands beside the settings: in the working directory, else beside the program; null where there is none.</summary>
    public static string? Beside(string name) => new[] { Path.GetFullPath(name), Path.Combine(AppContext.BaseDirectory, name) }.FirstOrDefault(System.IO.File.Exists);

    // .NET passes over what it does not understand; a setting that somebody meant must not be lost.
    private static void RefuseLooseWords(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (!word.StartsWith("--", StringComparison.Ordinal) || word.Length < 3)
            {
                throw new SettingsException([$"'{Shown(word)}' is no setting; write settings as --Name=VALUE, see --help."]);
            }

            if (!word.Contains('=') && (++i == words.Count || words[i].StartsWith("--", StringComparison.Ordinal)))
            {
                throw new SettingsException([$"{Shown(word[2..])} has no value; write {Shown(word)}=VALUE."]);
            }
        }
    }

    private static string Shown(string word) => word.Length <= 60 ? word : word[..60] + "…";
}
