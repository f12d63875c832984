using System.Globalization;

namespace SiteBot.Reading;

/// <summary>
/// Reads one map of a file key by key. Each method notes a fault and answers with a harmless value where the file is wrong, so that reading goes on;
/// <see cref="Done"/> then names the keys that nobody asked for.
/// </summary>
public sealed class MapReader
{
    private readonly YamlMap map;
    private readonly bool isMap;
    private readonly List<string> asked = [];

    /// <summary>Begins to read <paramref name="node"/>.</summary>
    /// <param name="faults">Where faults go.</param>
    /// <param name="node">What should be a map; anything else is a fault, and every key then reads as absent without further faults.</param>
    /// <param name="what">What it is, for people: <c>a site</c>.</param>
    public MapReader(FaultList faults, YamlNode node, string what)
    {
        Faults = faults;
        What = what;
        Line = node.Line;
        isMap = node is YamlMap;
        map = node as YamlMap ?? new YamlMap([], node.Line);
        if (!isMap)
        {
            faults.Add(node.Line, $"{what} is written as keys and values; write {{key: value, …}}.");
        }
    }

    /// <summary>Where faults go.</summary>
    public FaultList Faults { get; }

    /// <summary>What is read, for people.</summary>
    public string What { get; }

    /// <summary>The line where the map begins.</summary>
    public int Line { get; }

    /// <summary>The line of a key's value, or the map's where the key is absent.</summary>
    public int LineOf(string key) => map[key]?.Line ?? Line;

    /// <summary>True where the key stands with a value.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Text that must stand and not be blank; empty after a fault.</summary>
    public string Text(string key) => OptionalText(key) ?? Absent(key, "some text", "");

    /// <summary>Text that may be absent.</summary>
    public string? OptionalText(string key) => Find(key) is { } node ? ScalarOf(node, key)?.Value.Trim() : null;

    /// <summary>A sentence in both languages, which must stand.</summary>
    public Text Bilingual(string key) => OptionalBilingual(key) ?? Absent(key, "{zh: …, en: …}", new Text("", ""));

    /// <summary>A sentence in both languages, which may be absent.</summary>
    public Text? OptionalBilingual(string key)
    {
        if (Find(key) is not { } node)
        {
            return null;
        }

        var both = new MapReader(Faults, node, $"'{key}' of {What}");
        var text = new Text(both.Text("zh"), both.Text("en"));
        both.Done();
        return text;
    }

    /// <summary>A yes or no; absent reads as <paramref name="otherwise"/>.</summary>
    public bool Flag(string key, bool otherwise = false) =>
        Find(key) is not { } node ? otherwise
        : node is YamlScalar { Value: "true", Quoted: false } || (node is not YamlScalar { Value: "false", Quoted: false }
            && Wrong(node.Line, $"'{key}' of {What} is true or false; write true or false.", otherwise));

    /// <summary>A whole number within bounds, both inclusive; null where absent or wrong.</summary>
    public int? Number(string key, int least, int most)
    {
        if (Find(key) is not { } node)
        {
            return null;
        }

        return node is YamlScalar { Quoted: false } scalar
            && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : Wrong<int?>(node.Line, $"'{key}' of {What} is a whole number from {least} to {most}; write one without quotes.", null);
    }

    /// <summary>One of a closed list, which must stand; the first after a fault.</summary>
    public T Choice<T>(string key, WordList<T> words)
        where T : notnull =>
        Find(key) is { } node ? Choose(node, key, words) : Absent(key, $"one of: {string.Join(", ", words.Words)}", words.First);

    /// <summary>One of a closed list, or <paramref name="otherwise"/> where absent.</summary>
    public T Choice<T>(string key, WordList<T> words, T otherwise)
        where T : notnull => Find(key) is { } node ? Choose(node, key, words) : otherwise;

    /// <summary>Some of a closed list, each once; one word may stand without brackets.</summary>
    public IReadOnlyList<T> Choices<T>(string key, WordList<T> words)
        where T : notnull
    {
        var chosen = new List<T>();
        foreach (var word in Words(key))
        {
            if (words.TryRead(word.Value, out var value))
            {
                chosen.Add(value);
            }
            else
            {
                Faults.Add(word.Line, $"'{word.Value}' is no value of '{key}' of {What}; {Suggestion.For(word.Value, words.Words)}");
            }
        }

        return chosen;
    }

    /// <summary>A list of words, each once and with its line; one word may stand without brackets; empty where absent.</summary>
    public IReadOnlyList<YamlScalar> Words(string key)
    {
        var words = new List<YamlScalar>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in Find(key) switch { YamlList list => list.Items, { } one => [one], null => [] })
        {
            if (ScalarOf(node, key) is not { } word)
            {
                continue;
            }

            if (seen.Add(word.Value))
            {
                words.Add(word);
            }
            else
            {
                Faults.Add(word.Line, $"'{word.Value}' stands twice in '{key}' of {What}; keep one.");
            }
        }

        return words;
    }

    /// <summary>The items of a list; empty where absent.</summary>
    public IReadOnlyList<YamlNode> Items(string key) => Find(key) switch
    {
        null => [],
        YamlList list => list.Items,
        var other => Wrong<IReadOnlyList<YamlNode>>(other.Line, $"'{key}' of {What} is a list; write [ … ] or a line with '- ' for each.", []),
    };

    /// <summary>Readers of a list's items; empty where absent.</summary>
    public IEnumerable<MapReader> Maps(string key, string what) => Items(key).Select(item => new MapReader(Faults, item, what));

    /// <summary>A reader of the map under a key, or null where absent.</summary>
    public MapReader? Map(string key) => Find(key) is { } node ? new MapReader(Faults, node, $"'{key}' of {What}") : null;

    /// <summary>The entries of a map whose keys are free; empty where absent.</summary>
    public IReadOnlyList<YamlEntry> Entries(string key) => Find(key) switch
    {
        null => [],
        YamlMap entries => entries.Entries,
        var other => Wrong<IReadOnlyList<YamlEntry>>(other.Line, $"'{key}' of {What} is written as keys and values; write {{name: …}}.", []),
    };

    /// <summary>Notes a fault at a key's line.</summary>
    public void Fault(string key, string message) => Faults.Add(LineOf(key), message);

    /// <summary>Ends the reading: each key that was never asked for is a fault.</summary>
    public void Done()
    {
        foreach (var entry in map.Entries.Where(entry => !asked.Contains(entry.Key, StringComparer.Ordinal)))
        {
            Faults.Add(entry.Line, $"'{entry.Key}' is no key of {What}; {Suggestion.For(entry.Key, asked)}");
        }
    }

    private YamlNode? Find(string key)
    {
        if (!asked.Contains(key, StringComparer.Ordinal))
        {
            asked.Add(key);
        }

        return map[key] is YamlScalar { Quoted: false, Value: "" or "~" or "null" } ? null : map[key];
    }

    private YamlScalar? ScalarOf(YamlNode node, string key) => node switch
    {
        YamlScalar scalar when !string.IsNullOrWhiteSpace(scalar.Value) => scalar,
        YamlScalar => Wrong<YamlScalar?>(node.Line, $"'{key}' of {What} is blank; write some text.", null),
        _ => Wrong<YamlScalar?>(node.Line, $"'{key}' of {What} is text; write it without brackets.", null),
    };

    private T Choose<T>(YamlNode node, string key, WordList<T> words)
        where T : notnull
    {
        if (ScalarOf(node, key) is not { } word)
        {
            return words.First;
        }

        return words.TryRead(word.Value, out var value) ? value
            : Wrong(word.Line, $"'{word.Value}' is no value of '{key}' of {What}; {Suggestion.For(word.Value, words.Words)}", words.First);
    }

    // What is no map was told once; its absent keys are no news.
    private T Absent<T>(string key, string write, T value)
    {
        var standsBlank = map[key] is not null and not YamlScalar { Quoted: false, Value: "" or "~" or "null" };
        return !isMap || standsBlank ? value : Wrong(LineOf(key), $"{What} lacks '{key}'; write {key}: {write}.", value);
    }

    private T Wrong<T>(int line, string message, T value)
    {
        Faults.Add(line, message);
        return value;
    }
}
