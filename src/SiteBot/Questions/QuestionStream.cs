using System.Collections.Immutable;
using System.Text.Json;
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

    /// <summary>The question of a stream that was read; null where the stream has no facts.</summary>
    /// <exception cref="UnknownFactException">The stream holds a kind of fact that this host does not know.</exception>
    public static OpenQuestion? Read(StreamView view)
    {
        if (view.Version == 0)
        {
            return null;
        }

        var question = view.Snapshot is { Shape: OpenQuestion.Shape } snapshot
            ? JsonSerializer.Deserialize(snapshot.Json, QuestionJson.Instance.OpenQuestion)!
            : new OpenQuestion { Id = view.Stream.Id };
        foreach (var recorded in view.Since.Where(recorded => recorded.Sequence > question.Version))
        {
            question = question.After(Kinds.FromFact(recorded), recorded.Fact.HappenedAt, recorded.Fact.By);
        }

        return question;
    }

    /// <summary>What to keep for one more fact.</summary>
    public static (OpenQuestion After, StreamWrite Write) Write(OpenQuestion before, QuestionEvent e, Instant now, string by)
    {
        var after = before.After(e, now, by);
        return (after, new StreamWrite(
            StreamId.Question(before.Id),
            before.Version,
            [Kinds.ToFact(e, now, now, by)],
            new Snapshot(after.Version, OpenQuestion.Shape, JsonSerializer.Serialize(after, QuestionJson.Instance.OpenQuestion)),
            after.Answer is null ? [.. after.AskedOf.Select(QuestionLabels.OpenFor)] : []));
    }
}

/// <summary>What a question is found by.</summary>
public static class QuestionLabels
{
    /// <summary>Open questions that a person may answer.</summary>
    public static string OpenFor(string person) => "question-for/" + person;
}
