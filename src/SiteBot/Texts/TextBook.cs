using System.Collections.Frozen;
using SiteBot.Reading;

namespace SiteBot.Texts;

/// <summary>The words of cards and chats, by key, in both languages. A text may hold named places: <c>{site}</c>.</summary>
public sealed class TextBook
{
    private readonly FrozenDictionary<string, Template> texts;

    private TextBook(Dictionary<string, Template> texts) => this.texts = texts.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every key.</summary>
    public IEnumerable<string> Keys => texts.Keys;

    /// <summary>Reads every <c>*.yaml</c> of a folder; a folder that is not there holds nothing.</summary>
    /// <exception cref="FaultyFileException">With every fault of every file: a text that lacks a language, places that differ between the languages, a key given twice.</exception>
    public static TextBook Load(string folder) => Read(
        System.IO.Directory.Exists(folder)
            ? System.IO.Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(SourceFile.Load)
            : []);

    /// <summary>Reads files of <c>key: {zh: …, en: …}</c>.</summary>
    /// <exception cref="FaultyFileException">With every fault of every file.</exception>
    public static TextBook Read(params IEnumerable<SourceFile> files)
    {
        var texts = new Dictionary<string, Template>(StringComparer.Ordinal);
        var faults = new List<Fault>();
        foreach (var file in files)
        {
            var found = new FaultList(file.Name);
            ReadFile(file, found, texts);
            faults.AddRange(found.InOrder());
        }

        return faults.Count == 0 ? new TextBook(texts) : throw new FaultyFileException(faults);
    }

    /// <summary>The text of a key, in both languages.</summary>
    /// <param name="key">The key.</param>
    /// <param name="values">What stands in its places: each of them, by name.</param>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    /// <exception cref="ArgumentException">A place has no value, or a value no place: a sentence must never be shown with a hole.</exception>
    public Text Get(string key, params ReadOnlySpan<(string Place, Text Value)> values) =>
        texts.TryGetValue(key, out var template) ? template.Fill(key, values) : throw new KeyNotFoundException($"There is no text '{key}'.");

    /// <summary>The text of a key in one language.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    /// <exception cref="ArgumentException">A place has no value, or a value no place.</exception>
    public string Get(string key, Language language, params ReadOnlySpan<(string Place, string Value)> values)
    {
        var both = new (string Place, Text Value)[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            both[i] = (values[i].Place, Text.Same(values[i].Value));
        }

        return Get(key, both).In(language);
    }

    /// <summary>Refuses a book that lacks one of the keys that the program uses, before anybody meets the hole.</summary>
    /// <exception cref="FaultyFileException">With every key that is missing.</exception>
    public void Require(IEnumerable<string> keys)
    {
        var missing = keys.Where(key => !texts.ContainsKey(key)).Select(key => new Fault("texts", 0, $"the text '{key}' is missing; write {key}: {{zh: …, en: …}}.")).ToList();
        if (missing.Count > 0)
        {
            throw new FaultyFileException(missing);
        }
    }

    private static void ReadFile(SourceFile file, FaultList faults, Dictionary<string, Template> texts)
    {
        var root = YamlFile.Parse(file.Name, file.Text);
        if (root is not YamlMap map)
        {
            faults.Add(root.Line, "texts are written as keys and values; write key: {zh: …, en: …}.");
            return;
        }

        foreach (var entry in map.Entries)
        {
            var reader = new MapReader(faults, entry.Value, $"the text '{entry.Key}'");
            var template = new Template(new Text(reader.Text("zh"), reader.Text("en")));
            reader.Done();
            if (!template.PlacesAgree)
            {
                faults.Add(entry.Line, $"the text '{entry.Key}' has other {{places}} in Chinese than in English; write the same in both.");
            }

            if (!texts.TryAdd(entry.Key, template))
            {
                faults.Add(entry.Line, $"the text '{entry.Key}' stands in another file already; keep one.");
            }
        }
    }
}
