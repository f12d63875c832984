using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Questions;

/// <summary>The source-generated JSON of questions.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(OpenQuestion))]
[JsonSerializable(typeof(QuestionEvent.PassedOn))]
[JsonSerializable(typeof(QuestionEvent.Answered))]
internal sealed partial class QuestionJson : JsonSerializerContext
{
    public static QuestionJson Instance { get; } = new(FactJson.Options());
}

/// <summary>A question's stream: how it is read and written.</summary>
public static class QuestionStream
{
    private static readonly EventKinds<QuestionEvent> Kinds = new(
        ("question-passed-on", 1, QuestionJson.Instance.PassedOn),
        ("question-answered-by-person", 1, QuestionJson.Instance.Answered));

    private static readonly StreamFold<OpenQuestion> Fold = new(
        QuestionJson.Instance.OpenQuestion, stream => new OpenQuestion { Id = stream.Id }, question => question.Version,
        (question, recorded) => question.After(Kinds.FromFact(recorded), recorded.Fact.HappenedAt, recorded.Fact.By));

    /// <summary>The question of a stream that was read; null where the stream has no facts.</summary>
    /// <exception cref="UnknownFactException">The stream holds a kind of fact that this host does not know.</exception>
    public static OpenQuestion? Read(StreamView view) => view.Version == 0 ? null : Fold.Read(view);

    /// <summary>What to keep for one more fact.</summary>
    public static (OpenQuestion After, StreamWrite Write) Write(OpenQuestion before, QuestionEvent e, Instant now, string by)
    {
        var after = before.After(e, now, by);
        return (after, new StreamWrite(
            StreamId.Question(before.Id),
            before.Version,
            [Kinds.ToFact(e, now, now, by)],
            Fold.Keep(after),
            after.Answer is null ? [.. after.AskedOf.Select(QuestionLabels.OpenFor)] : []));
    }
}

/// <summary>What a question is found by.</summary>
public static class QuestionLabels
{
    /// <summary>Open questions that a person may answer.</summary>
    public static string OpenFor(string person) => "question-for/" + person;
}
