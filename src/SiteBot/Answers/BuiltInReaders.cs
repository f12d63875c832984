using System.Collections.Immutable;
using SiteBot.Answers.Own;
using SiteBot.Reading;
using SiteBot.Standard;
using SiteBot.Understanding;
using SiteBot.Understanding.Learning;
using SiteBot.Understanding.Words;

namespace SiteBot.Answers;

/// <summary>The built-in readers of messages and questions: they share their words and what was learnt at build. Immutable.</summary>
public sealed class BuiltInReaders
{
    /// <summary>The name of the file learnt at build.</summary>
    public const string LearntFile = ModelFile.Name;

    private readonly Lazy<Understander> messages;
    private readonly Lazy<Answerer> questions;

    private BuiltInReaders(string dialogs, CodeOfConduct standard, LanguageData language, ModelFile model, byte[]? index, ImmutableArray<OwnProvision> own)
    {
        messages = new Lazy<Understander>(() => new Understander(language, model));
        questions = new Lazy<Answerer>(() => Answerer.Of(dialogs, standard, language, model, index, own));
    }

    /// <summary>Reads messages.</summary>
    public Understander Messages => messages.Value;

    /// <summary>Answers questions.</summary>
    public Answerer Questions => questions.Value;

    /// <summary>Loads everything from the folder of the dialogs and the model beside it.</summary>
    /// <param name="dialogs">The folder that holds <c>standard.yaml</c> and <c>language/</c>.</param>
    /// <param name="model">The file learnt at build; null for <c>language.model</c> beside the folder.</param>
    /// <param name="own">A file or folder of the operator's own provisions, or null for none.</param>
    /// <exception cref="FaultyFileException">A file is missing or faulty.</exception>
    public static BuiltInReaders Load(string dialogs, string? model = null, string? own = null)
    {
        var standard = StandardReader.Read(SourceFile.Load(Path.Combine(dialogs, "standard.yaml")), SourceFile.Load(Path.Combine(dialogs, "forms.yaml")));
        var file = ModelFile.Load(model ?? Path.Combine(dialogs, "..", ModelFile.Name));

        // Words and questions that an operator changed are read anew; those that were learnt are there already.
        var learnt = file.Of(LearntSource.Of(dialogs));
        return new BuiltInReaders(dialogs, standard, QuestionSource.Language(dialogs, standard, learnt?.Words), file, learnt?.Index, own is null ? [] : OwnProvisionReader.Load(own, standard));
    }
}
