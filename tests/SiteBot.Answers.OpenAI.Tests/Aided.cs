using SiteBot.Answers.Aided;
using SiteBot.Directory;
using SiteBot.Reading;
using SiteBot.Understanding.Aided;
using SiteBot.Understanding.Names;

namespace SiteBot.Answers.OpenAI.Tests;

/// <summary>The aided readers over the shipped data and a played service.</summary>
internal sealed class Aided : IAsyncDisposable
{
    private static readonly BuiltInReaders Built = BuiltInReaders.Load(Path.Combine(AppContext.BaseDirectory, "dialogs"), Path.Combine(AppContext.BaseDirectory, BuiltInReaders.LearntFile));
    private static readonly NamesInMessage Names = Built.Messages.NamesOf(DirectoryReader.Read(SourceFile.Load(Path.Combine(AppContext.BaseDirectory, "dialogs", "sample-directory.yaml"))));
    private readonly AzureModel model;

    private Aided(PlayedService service)
    {
        Service = service;
        model = new AzureModel(new LanguageModelOptions(service.Endpoint, "played") { ApiKey = "secret-key", Timeout = TimeSpan.FromMinutes(2), InputPrice = 2, OutputPrice = 8 }, Machine);
        Answers = new AidedAnswers(Built.Questions, model, () => Names);
        Understanding = new AidedUnderstanding(Built.Messages, model, () => Names);
    }

    public PlayedService Service { get; }

    /// <summary>The machine's clock, whose deadlines come when the test says so.</summary>
    public HandTime Machine { get; } = new();

    public AidedAnswers Answers { get; }

    public AidedUnderstanding Understanding { get; }

    public static Answer BuiltIn(string question, Language? speak = null) => Built.Questions.Ask(question, speak);

    public static Understanding.Understood BuiltInReading(string message) => Built.Messages.Understand(message);

    public static async Task<Aided> Over(Func<PlayedService, PlayedService> replies) => new(replies(await PlayedService.Start()));

    public ValueTask<Answer> Ask(string question, Language? speak = null) => Answers.Ask(question, speak, CancellationToken.None);

    public ValueTask<Understanding.Understood> Read(string message) => Understanding.Understand(message, CancellationToken.None);

    public ValueTask DisposeAsync()
    {
        model.Dispose();
        return Service.DisposeAsync();
    }
}
