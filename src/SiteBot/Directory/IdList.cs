using SiteBot.Reading;

namespace SiteBot.Directory;

/// <summary>The ids of one kind: each given once, each well formed, and what names one names an existing one.</summary>
/// <param name="kind">What the ids belong to, for people: <c>regional office</c>.</param>
internal sealed class IdList(string kind)
{
    private const int LongestId = 64;

    private readonly Dictionary<string, int> lines = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the map's own id.</summary>
    public string Take(MapReader map)
    {
        var id = map.Text("id");
        if (id.Length == 0)
        {
            return id;
        }

        if (id.Length > LongestId || !char.IsLetterOrDigit(id[0]) || !id.All(sign => char.IsLetterOrDigit(sign) || sign is '.' or '_' or '-'))
        {
            map.Fault("id", $"'{id}' is no id; write letters, digits, '.', '_' and '-', a letter or digit first, at most {LongestId}.");
        }

        if (!lines.TryAdd(id, map.LineOf("id")))
        {
            map.Fault("id", $"the {kind} '{id}' stands on line {lines[id]} already; give this one another id.");
        }

        return id;
    }

    /// <summary>Reads a key that names one, which must stand.</summary>
    public string Named(MapReader map, string key)
    {
        var id = map.Text(key);
        Check(map.Faults, id, map.LineOf(key));
        return id;
    }

    /// <summary>Reads a key that names one and may be absent.</summary>
    public string? OptionallyNamed(MapReader map, string key)
    {
        var id = map.OptionalText(key);
        Check(map.Faults, id ?? "", map.LineOf(key));
        return id;
    }

    /// <summary>Reads a key that names some.</summary>
    public IEnumerable<string> AllNamed(MapReader map, string key)
    {
        foreach (var word in map.Words(key))
        {
            Check(map.Faults, word.Value, word.Line);
            yield return word.Value;
        }
    }

    /// <summary>Notes a fault where <paramref name="id"/> names none.</summary>
    public void Check(FaultList faults, string id, int line)
    {
        if (id.Length > 0 && !lines.ContainsKey(id))
        {
            faults.Add(line, $"there is no {kind} '{id}'; {Suggestion.For(id, lines.Keys)}");
        }
    }
}
