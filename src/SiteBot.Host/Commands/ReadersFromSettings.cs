using SiteBot.Answers;
using SiteBot.Answers.Aided;
using SiteBot.Answers.OpenAI;
using SiteBot.Directory;
using SiteBot.Host.Readers;
using SiteBot.Host.Settings;
using SiteBot.Host.Workplaces;
using SiteBot.Reading;
using SiteBot.Understanding;
using SiteBot.Understanding.Aided;
using SiteBot.Understanding.Names;

namespace SiteBot.Host.Commands;

/// <summary>The readers of a verb: built in; aided where the settings name a language model.</summary>
internal static class ReadersFromSettings
{
    private static readonly string[] _groups = ["LanguageModel:", "Answers:"];

    /// <summary>What answers questions.</summary>
    public static IAnswers Answers(Call call)
    {
        var (model, directory, own) = Settings(call);
        var built = Built(own);
        return model is null ? built.Questions : new AidedAnswers(built.Questions, model, Names(built, directory));
    }

    /// <summary>What reads messages.</summary>
    public static IUnderstanding Understanding(Call call)
    {
        var (model, directory, _) = Settings(call);
        var built = Built(null);
        return model is null ? built.Messages : new AidedUnderstanding(built.Messages, model, Names(built, directory));
    }

    private static BuiltInReaders Built(string? own) => ReadersOfHost.Load(Path.Combine(AppContext.BaseDirectory, "dialogs"), own);

    private static Func<NamesInMessage?> Names(BuiltInReaders built, string directory)
    {
        var names = new Lazy<NamesInMessage>(() => built.Messages.NamesOf(DirectoryReader.Read(SourceFile.Load(directory))));
        return () => names.Value;
    }

    private static (AzureModel? Model, string Directory, string? Own) Settings(Call call)
    {
        if (call.Settings.IsEmpty && !Environment.GetEnvironmentVariables().Keys.OfType<string>().Any(IsOurs) && SettingSources.Beside("sitebot.json") is null)
        {
            return default;
        }

        try
        {
            var configuration = SettingSources.Read(call.Settings);
            var reader = new SettingsReader(configuration);
            var options = LanguageModelSettings.Read(reader);
            var directory = reader.Text("Directory:Path", "a file", "directory.yaml beside the settings, else the sample", "The directory whose names are never sent.");
            var own = SiteBotOptions.ReadOwnProvisions(reader);
            var known = reader.Settings.Select(setting => setting.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var unknown = call.Settings.Where(word => word.StartsWith("--", StringComparison.Ordinal)).Select(word => word[2..].Split('=')[0]).Where(name => !known.Contains(name));
            var faults = reader.Faults.Concat(unknown.Select(name => $"{name} is no setting of {call.Verb.Name}; {Suggestion.For(name, known)}")).ToList();
            if (faults.Count > 0)
            {
                throw new WrongUseException(string.Join(" ", faults));
            }

#pragma warning disable RS0030 // The composition of a verb picks the machine's clock for the model's deadlines.
            return (options is null ? null : new AzureModel(options, TimeProvider.System), WorkplaceFiles.Of(null, directory).Directory, own);
#pragma warning restore RS0030
        }
        catch (SettingsException wrong)
        {
            throw new WrongUseException(wrong.Message);
        }
    }

    private static bool IsOurs(string name) =>
        _groups.Any(group => name.StartsWith("SITEBOT_" + group.Replace(":", "__", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
}
