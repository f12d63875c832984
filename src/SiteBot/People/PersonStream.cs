using System.Text.Json.Serialization;
using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.People;

/// <summary>What a person told SiteBot of themselves: a closed set.</summary>
public abstract record PersonEvent
{
    private PersonEvent()
    {
    }

    /// <summary>Which language to speak; goes before the directory's.</summary>
    /// <param name="Language">The language.</param>
    public sealed record LanguageChosen(Language Language) : PersonEvent;
}

/// <summary>What is known of a person beside the directory.</summary>
/// <param name="Id">The person's id in the directory.</param>
/// <param name="Version">How many facts there are.</param>
/// <param name="Language">The chosen language, or null where the directory's holds.</param>
public sealed record PersonFacts(string Id, long Version, Language? Language);

/// <summary>The source-generated JSON of a person's facts.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PersonFacts))]
[JsonSerializable(typeof(PersonEvent.LanguageChosen))]
internal sealed partial class PersonJson : JsonSerializerContext
{
    /// <summary>The context with the ledger's way of writing.</summary>
    public static PersonJson Instance { get; } = new(FactJson.Options());
}

/// <summary>A person's stream: how it is read and written.</summary>
public static class PersonStream
{
    private static readonly EventKinds<PersonEvent> Kinds = new(("language-chosen", 1, PersonJson.Instance.LanguageChosen));

    private static readonly StreamFold<PersonFacts> Fold = new(
        PersonJson.Instance.PersonFacts, stream => new PersonFacts(stream.Id, 0, null), facts => facts.Version, (facts, recorded) => After(facts, Kinds.FromFact(recorded)));

    /// <summary>The facts of the stream as it was read.</summary>
    /// <exception cref="UnknownFactException">The stream holds a kind of fact that this host does not know.</exception>
    public static PersonFacts Read(StreamView view) => Fold.Read(view);

    /// <summary>What to keep for one more fact.</summary>
    public static (PersonFacts After, StreamWrite Write) Write(PersonFacts before, PersonEvent e, Instant now)
    {
        var after = After(before, e);
        return (after, new StreamWrite(
            StreamId.Person(before.Id),
            before.Version,
            [Kinds.ToFact(e, now, now, before.Id)],
            Fold.Keep(after),
            []));
    }

    private static PersonFacts After(PersonFacts facts, PersonEvent e) => e switch
    {
        PersonEvent.LanguageChosen chosen => facts with { Language = chosen.Language, Version = facts.Version + 1 },
        _ => throw new InvalidOperationException($"A person's facts cannot fold {e.GetType().Name}."),
    };
}
