using SiteBot.Answers;
using SiteBot.Reading;
using SiteBot.Standard;
using SiteBot.Training;
using SiteBot.Understanding.Learning;

// SiteBot.Training DIALOGS MODEL: learns from the folder DIALOGS and writes MODEL. The same data give the same bytes.
if (args is not [var dialogs, var output])
{
    Console.Error.WriteLine("write: SiteBot.Training DIALOGS MODEL");
    return 64;
}

try
{
    var standard = StandardReader.Read(SourceFile.Load(Path.Combine(dialogs, "standard.yaml")), SourceFile.Load(Path.Combine(dialogs, "forms.yaml")));
    var language = QuestionSource.Language(dialogs, standard);
    var (provision, numbers, asked) = new ProvisionLearning(standard, language).Learn();
    Console.WriteLine(asked);
    var patterns = new MessageSource(language).Messages(Directory.EnumerateFiles(Path.Combine(dialogs, "language", "intents"), "*.txt").Order(StringComparer.Ordinal).Select(SourceFile.Load));
    var (models, understood) = new MessageLearning(language, patterns).Learn();
    Console.WriteLine(understood);
    var written = output + ".new";
    using (var stream = File.Create(written))
    {
        var index = QuestionIndex.Of(QuestionSource.Classes(standard).Length + 1, QuestionSource.Examples(standard, language), language.Concepts);
        new ModelFile([provision, .. models], numbers, LearntSource.Of(dialogs), language.Vocabulary.Words, index.Write()).Write(stream);
    }

    File.Move(written, output, overwrite: true);
    return 0;
}
catch (FaultyFileException faulty)
{
    Console.Error.WriteLine(faulty.Message);
    return 64;
}
