using System.Collections.Immutable;
using SiteBot.Answers;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Reading;
using SiteBot.Understanding.Learning;
using SiteBot.Understanding.Names;
using SiteBot.Understanding.Times;
using SiteBot.Understanding.Words;

namespace SiteBot.Understanding;

/// <summary>Reads a message in Chinese or English: what it wants, and the operation, service, severity and time that it names. Needs no network. Immutable; any number of threads may use it.</summary>
public sealed class Understander : IUnderstanding
{
    private const double ClearEnough = 0.5;
    private const float WorthAsking = 0.12f;
    private readonly LanguageData language;
    private readonly LinearModel intents;
    private readonly LinearModel services;
    private readonly LinearModel severities;
    private readonly OperationReader operations;
    private readonly Intent[] intentOf;
    private readonly TroubleSense troubles;

    [ThreadStatic]
    private static FeatureBag? spareBag;

    internal Understander(LanguageData language, ModelFile model)
    {
        this.language = language;
        intents = model.Model("intent");
        services = model.Model("service");
        severities = model.Model("severity");
        intentOf = [.. intents.Classes.Select(name => Wire.Read<Intent>(name) ?? Intent.None)];
        troubles = new TroubleSense(language);
        operations = new OperationReader(language, model.Model("operation"), troubles);
    }

    /// <summary>Loads everything from the folder of the dialogs and the model beside it.</summary>
    /// <param name="dialogs">The folder that holds <c>standard.yaml</c> and <c>language/</c>.</param>
    /// <param name="model">The file learnt at build; null for <c>language.model</c> beside the folder.</param>
    /// <exception cref="FaultyFileException">A file is missing or faulty.</exception>
    public static Understander Load(string dialogs, string? model = null) => BuiltInReaders.Load(dialogs, model).Messages;

    /// <summary>Recognises the names of a directory. To be kept as long as the directory holds: making it costs more than reading with it.</summary>
    public NamesInMessage NamesOf(CompanyDirectory directory) => new(language, directory);

    /// <summary>Which of several things, such as forms, a message names: the one whose name it holds most of, weighed by what tells the names apart.</summary>
    /// <param name="message">As typed.</param>
    /// <param name="things">The things by id, with their names.</param>
    /// <returns>Null where it holds less than half of every name.</returns>
    public string? NamedIn(string message, IEnumerable<(string Id, Text Name)> things) => LikeliestName.Of(language, message, [.. things]);

    /// <inheritdoc />
    ValueTask<Understood> IUnderstanding.Understand(string message, CancellationToken cancellation) => new(Understand(message));

    /// <summary>The words of the data.</summary>
    internal LanguageData Language => language;

    /// <summary>True where a message gives the bot orders.</summary>
    internal bool TakesOrders(string message) => language.Signals.Has(language.Read(message), "injection");

    /// <summary>The operation that a message means, whatever it wants.</summary>
    internal OperationKind? OperationOf(string message)
    {
        var sentence = language.Read(message);
        var bag = spareBag ??= new FeatureBag();
        MessageFeatures.Fill(sentence, language, ClockReader.Read(sentence.Folded), bag, slots: false);
        return operations.Read(sentence, bag);
    }

    /// <summary>True where words for billing stand in a message.</summary>
    internal bool TellsOfBilling(string message) => language.Replies.Has(language.Read(message), "billing");

    /// <summary>How bad a trouble is that somebody tells of.</summary>
    internal Severity GradeOf(string message)
    {
        var sentence = language.Read(message);
        var bag = spareBag ??= new FeatureBag();
        MessageFeatures.Fill(sentence, language, ClockReader.Read(sentence.Folded), bag, slots: false);
        return Grade(sentence, bag);
    }

    /// <summary>False for a reading that the sentence rules out, whoever suggests it.</summary>
    internal bool Allows(string message, Intent intent) => troubles.Allows(language.Read(message), intent);

    /// <summary>Reads one message.</summary>
    public Understood Understand(string message)
    {
        var sentence = language.Read(message);
        if (sentence.Units.Length == 0)
        {
            return new Understood(Intent.None, null, null, null, sentence.Language, null, 1, []);
        }

        var times = ClockReader.Read(sentence.Folded);
        var bag = spareBag ??= new FeatureBag();
        MessageFeatures.Fill(sentence, language, times, bag, slots: true);
        Span<float> shares = stackalloc float[intentOf.Length];
        intents.Score(bag, shares);
        troubles.Correct(sentence, intentOf, shares, times.Count > 0);
        var best = 0;
        for (var i = 1; i < shares.Length; i++)
        {
            best = shares[i] > shares[best] ? i : best;
        }

        var intent = intentOf[best];
        MessageFeatures.Fill(sentence, language, times, bag, slots: false);
        return new Understood(
            intent,
            intent is Intent.CanINow or Intent.RequestApproval ? operations.Read(sentence, bag) : null,
            intent == Intent.StartVisit ? Service(sentence, bag) : null,
            intent == Intent.ReportProblem ? Grade(sentence, bag) : null,
            sentence.Language,
            times.Count > 0 ? times[0].Time : null,
            Math.Round(shares[best], 3),
            shares[best] >= ClearEnough ? [] : Choices(shares))
        {
            IsBilling = intent == Intent.ReportProblem && language.Replies.Has(sentence, "billing"),
            IsYes = Says(sentence, "yes"),
            IsDrill = language.Replies.Has(sentence, "drill"),
            IsOnward = Says(sentence, "onward"),
            TellsOfLateness = language.Replies.Has(sentence, "late") && !language.Signals.Has(sentence, "denial"),
            HandsOver = language.Replies.Has(sentence, "handing") && !language.Signals.Has(sentence, "denial", "question"),
            QuotesCustomer = language.Replies.Has(sentence, "quoted"),
        };
    }

    // "yes please, start it", and no more: 你是谁 holds a 是 and "is 1 am ok" an ok, and neither agrees to anything.
    private bool Says(Sentence sentence, string reply) => !sentence.Folded.Contains('?') && language.Replies.Fills(sentence, reply, "courtesy");

    private string? Service(Sentence sentence, FeatureBag plain)
    {
        Span<Found> found = stackalloc Found[8];
        var count = language.Services.Find(sentence.Units, found);
        Span<float> shares = stackalloc float[services.Classes.Length];
        services.Score(plain, shares);
        var (best, bestScore) = (-1, float.MinValue);
        for (var i = 0; i < count; i++)
        {
            var name = language.Services.Labels[found[i].Label];
            var score = (0.2f * (found[i].To - found[i].From)) + (2 * shares[Array.IndexOf(services.Classes, name)]);
            if (score > bestScore && !troubles.IsDenied(sentence, found[i].From))
            {
                (best, bestScore) = (found[i].Label, score);
            }
        }

        if (best >= 0)
        {
            return language.Services.Labels[best];
        }

        var likely = 0;
        for (var i = 1; i < shares.Length; i++)
        {
            likely = shares[i] > shares[likely] ? i : likely;
        }

        return services.Classes[likely] == "none" || shares[likely] < 0.35f ? null : services.Classes[likely];
    }

    // The words of troubles.txt are sure; of several the worst holds. The classifier speaks where none is found.
    private Severity Grade(Sentence sentence, FeatureBag plain)
    {
        Span<Found> found = stackalloc Found[16];
        var count = language.Troubles.Find(sentence.Units, found);
        Severity? worst = null;
        foreach (var one in found[..count])
        {
            if (Wire.Read<Severity>(language.Troubles.Labels[one.Label]) is { } severity && (worst is null || severity < worst))
            {
                worst = severity;
            }
        }

        // "Not yet restored" tells of an interruption that goes on.
        if (worst is not null || language.Signals.Has(sentence, "unrestored"))
        {
            return worst ?? Severity.Critical;
        }

        Span<float> shares = stackalloc float[severities.Classes.Length];
        severities.Score(plain, shares);
        var best = 0;
        for (var i = 1; i < shares.Length; i++)
        {
            best = shares[i] > shares[best] ? i : best;
        }

        return Wire.Read<Severity>(severities.Classes[best]) ?? Severity.Normal;
    }

    private ImmutableArray<Intent> Choices(Span<float> shares)
    {
        var choices = ImmutableArray.CreateBuilder<Intent>(3);
        for (var place = 0; place < 3; place++)
        {
            var best = 0;
            for (var i = 1; i < shares.Length; i++)
            {
                best = shares[i] > shares[best] ? i : best;
            }

            if (shares[best] < WorthAsking && place > 0)
            {
                break;
            }

            choices.Add(intentOf[best]);
            shares[best] = -1;
        }

        return choices.Count > 1 ? choices.ToImmutable() : [];
    }
}
