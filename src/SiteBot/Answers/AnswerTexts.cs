using System.Collections.Frozen;
using SiteBot.Reading;

namespace SiteBot.Answers;

/// <summary>What is said around the provisions: <c>dialogs/language/answers.yaml</c>.</summary>
/// <param name="Silent">Said where the standard says nothing, with whom to ask.</param>
/// <param name="Instruction">Said to a message that gives the bot orders instead of asking.</param>
/// <param name="Notes">What must be added when a provision is cited first.</param>
/// <param name="Together">Provisions that are cited together, by the concept (of <c>synonyms.txt</c>) that the question names.</param>
internal sealed record AnswerTexts(
    Text Silent, Text Instruction, FrozenDictionary<string, Text> Notes, FrozenDictionary<string, string[]> Together)
{
    /// <summary>Reads the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="citable">Ids that exist.</param>
    /// <exception cref="FaultyFileException">With every fault.</exception>
    public static AnswerTexts Read(SourceFile file, IReadOnlyCollection<string> citable)
    {
        var faults = new FaultList(file.Name);
        var root = new MapReader(faults, YamlFile.Parse(file.Name, file.Text), "the file of answers");
        var silent = Both(root.Map("silent"));
        var instruction = Both(root.Map("instruction"));
        var notes = root.Entries("notes").ToDictionary(entry => Known(entry.Key, entry.Line), entry => Both(new MapReader(faults, entry.Value, $"the note on {entry.Key}")));
        var pairs = new MapReader(faults, new YamlMap(root.Entries("together"), root.LineOf("together")), "'together'");
        var together = root.Entries("together").ToDictionary(
            entry => entry.Key, entry => pairs.Words(entry.Key).Select(word => Known(word.Value, word.Line)).ToArray());
        root.Done();
        faults.ThrowIfAny();
        return new AnswerTexts(silent, instruction, notes.ToFrozenDictionary(StringComparer.Ordinal), together.ToFrozenDictionary(StringComparer.Ordinal));

        string Known(string id, int line)
        {
            if (!citable.Contains(id))
            {
                faults.Add(line, $"'{id}' is nothing that the standard says; {Suggestion.For(id, citable)}");
            }

            return id;
        }

        Text Both(MapReader? map)
        {
            if (map is null)
            {
                faults.Add(0, "the file of answers lacks 'silent' or 'instruction'; write silent: {zh: …, en: …}.");
                return Text.Same("");
            }

            var text = new Text(map.Text("zh"), map.Text("en"));
            map.Done();
            return text;
        }
    }
}
