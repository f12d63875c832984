using SiteBot.Answers;
using SiteBot.Answers.Aided;
using SiteBot.Answers.OpenAI;
using SiteBot.Understanding;
using SiteBot.Understanding.Aided;
using SiteBot.Understanding.Names;

namespace SiteBot.Host.Readers;

/// <summary>Composes what reads messages and answers questions: built in, or aided by a language model where one is set.</summary>
internal static class ReadersOfHost
{
    /// <summary>Registers the readers.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="dialogs">The folder of dialogs in force.</param>
    /// <param name="own">The operator's own provisions, or null.</param>
    /// <param name="model">The language model, or null.</param>
    public static void Add(IServiceCollection services, string dialogs, string? own, LanguageModelOptions? model)
    {
        services.AddSingleton(_ => Load(dialogs, own));
        services.AddHostedService<ReadersWarmUp>();
        services.AddSingleton(provider => new NamesInForce(provider.GetRequiredService<IWorkplace>(), () => provider.GetRequiredService<BuiltInReaders>().Messages));
        if (model is null)
        {
            services.AddSingleton<IAnswers>(provider => provider.GetRequiredService<BuiltInReaders>().Questions);
            services.AddSingleton<IUnderstanding>(provider => provider.GetRequiredService<BuiltInReaders>().Messages);
            return;
        }

        services.AddSingleton<ILanguageModel>(provider => new AzureModel(model, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IAnswers>(provider => new AidedAnswers(
            provider.GetRequiredService<BuiltInReaders>().Questions, provider.GetRequiredService<ILanguageModel>(), () => provider.GetRequiredService<NamesInForce>().Current));
        services.AddSingleton<IUnderstanding>(provider => new AidedUnderstanding(
            provider.GetRequiredService<BuiltInReaders>().Messages, provider.GetRequiredService<ILanguageModel>(), () => provider.GetRequiredService<NamesInForce>().Current));
    }

    /// <summary>Loads the built-in readers. What was learnt at build stands beside the dialogs that ship; a folder of one's own is read with it, if it has words of its own.</summary>
    public static BuiltInReaders Load(string dialogs, string? own = null)
    {
        var folder = System.IO.Directory.Exists(Path.Combine(dialogs, "language")) ? dialogs : Path.Combine(AppContext.BaseDirectory, "dialogs");
        return BuiltInReaders.Load(folder, Path.Combine(AppContext.BaseDirectory, BuiltInReaders.LearntFile), own);
    }
}
