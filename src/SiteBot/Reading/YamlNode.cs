namespace SiteBot.Reading;

/// <summary>A piece of a YAML file that remembers its line, so that a fault can name it.</summary>
/// <param name="Line">The line where the piece begins, from 1.</param>
public abstract record YamlNode(int Line);

/// <summary>A plain or quoted value.</summary>
/// <param name="Value">The text as written, unquoted.</param>
/// <param name="Quoted">True where it stood in quotes: then it is text, whatever it looks like.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record YamlScalar(string Value, bool Quoted, int Line) : YamlNode(Line);

/// <summary>A list.</summary>
/// <param name="Items">The items in the file's order.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line);

/// <summary>A map. Keys are plain texts; a key given twice is a fault of the file and never reaches here.</summary>
/// <param name="Entries">The entries in the file's order.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, int Line) : YamlNode(Line)
{
    /// <summary>The value under <paramref name="key"/>, or null.</summary>
    public YamlNode? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (entry.Key == key)
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }
}

/// <summary>One entry of a map.</summary>
/// <param name="Key">The key.</param>
/// <param name="Line">The line of the key, from 1.</param>
/// <param name="Value">What stands under it.</param>
public sealed record YamlEntry(string Key, int Line, YamlNode Value);
