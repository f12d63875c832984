using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SiteBot.Ledger;

namespace SiteBot.Teams.Turns;

/// <summary>What a conversation remembers between turns. No truth: where it is lost, the bot asks again.</summary>
/// <param name="Visit">The visit that is worked on, where one was chosen.</param>
/// <param name="Language">The language that was typed last, where it is not the person's own.</param>
/// <param name="Files">Hashes of photos and files that came and belong to the step that is asked.</param>
/// <param name="Draft">A visit that is being told piece by piece, by field; null for none.</param>
/// <param name="Asked">The step that is asked, as <c>VISIT/STEP</c>; null for none.</param>
/// <param name="Chosen">The step that the person opened beside it, by its id; null for none.</param>
/// <param name="Dialogs">The dialogs' own state, as text; null for none.</param>
internal sealed record Talk(string? Visit, string? Language, ImmutableArray<string> Files, ImmutableSortedDictionary<string, string>? Draft, string? Asked, string? Chosen, string? Dialogs)
{
    /// <summary>Offered files that the person took already, by the offer's id, the latest last: a second press puts nothing anywhere.</summary>
    public ImmutableArray<string> Taken { get; init; } = [];

    /// <summary>A name that several things fit, asked back and not answered yet; null for none.</summary>
    public NameQuestion? Which { get; init; }

    /// <summary>Nothing remembered.</summary>
    public static Talk Nothing { get; } = new(null, null, [], null, null, null, null);

    /// <summary>Reads a state; one that cannot be read is nothing.</summary>
    public static Talk Read(string? json)
    {
        if (json is null)
        {
            return Nothing;
        }

        try
        {
            var read = JsonSerializer.Deserialize(json, TalkJson.Instance.Talk);
            return read is null ? Nothing : read with { Files = read.Files.IsDefault ? [] : read.Files, Taken = read.Taken.IsDefault ? [] : read.Taken };
        }
        catch (JsonException)
        {
            return Nothing;
        }
    }

    /// <summary>The state as text; null where there is nothing to remember.</summary>
    public string? Json() => this == Nothing || (Visit is null && Language is null && Files.IsEmpty && Taken.IsEmpty && Draft is null && Asked is null && Chosen is null && Dialogs is null && Which is null)
        ? null
        : JsonSerializer.Serialize(this, TalkJson.Instance.Talk);
}

/// <summary>The source-generated JSON of what a conversation remembers.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Talk))]
internal sealed partial class TalkJson : JsonSerializerContext
{
    /// <summary>The context with the ledger's way of writing.</summary>
    public static TalkJson Instance { get; } = new(FactJson.Options());
}
