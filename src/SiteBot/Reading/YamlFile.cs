using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SiteBot.Reading;

/// <summary>Reads one YAML document through the parser's events: no reflection, and each piece keeps its line.</summary>
public static class YamlFile
{
    private const int MaxDepth = 32;

    /// <summary>Reads <paramref name="text"/>.</summary>
    /// <param name="file">The name that faults carry.</param>
    /// <param name="text">The file's text.</param>
    /// <returns>The document's root; an empty map for an empty document.</returns>
    /// <exception cref="FaultyFileException">The text is no YAML, has a key twice, uses anchors or aliases, holds several documents, or nests deeper than 32.</exception>
    public static YamlNode Parse(string file, string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out _))
            {
                return new YamlMap([], 1);
            }

            parser.Consume<DocumentStart>();
            var root = Node(file, parser, 0);
            parser.Consume<DocumentEnd>();
            if (parser.Current is not StreamEnd)
            {
                throw Faulty(file, Line(parser.Current!), "the file holds a second document; keep one.");
            }

            return root;
        }
        catch (YamlException e)
        {
            throw Faulty(file, (int)e.Start.Line, $"this is no YAML: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            // Some brackets that are never closed bring the parser out of its own states.
            throw Faulty(file, (int)(parser.Current?.Start.Line ?? 1), "this is no YAML near here; look for a bracket or a quote that is not closed.");
        }
    }

    private static YamlNode Node(string file, IParser parser, int depth)
    {
        var line = Line(parser.Current!);
        if (depth > MaxDepth)
        {
            throw Faulty(file, line, $"nested deeper than {MaxDepth}.");
        }

        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
        {
            throw Faulty(file, line, "anchors and aliases are not read; write the value out.");
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlScalar(scalar.Value, scalar.Style != ScalarStyle.Plain, line);
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Node(file, parser, depth + 1));
            }

            return new YamlList(items, line);
        }

        parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var keyLine = Line(parser.Current!);
            if (!parser.TryConsume<Scalar>(out var key))
            {
                throw Faulty(file, keyLine, "a key must be plain text.");
            }

            if (!seen.Add(key.Value))
            {
                throw Faulty(file, keyLine, $"'{key.Value}' stands twice; keep one.");
            }

            entries.Add(new YamlEntry(key.Value, keyLine, Node(file, parser, depth + 1)));
        }

        return new YamlMap(entries, line);
    }

    private static int Line(ParsingEvent e) => (int)e.Start.Line;

    private static FaultyFileException Faulty(string file, int line, string message) => new([new Fault(file, line, message)]);
}
