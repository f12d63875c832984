namespace AdaptiveCards.Templating.Expressions;

/// <summary>What an expression can name: the data around it, and the items that functions such as where() walk through.</summary>
internal sealed class Scope
{
    private static readonly Value Version = Value.From(System.Text.Json.JsonDocument.Parse("""{"major":2,"minor":3,"patch":1,"suffix":""}""").RootElement);
    private readonly List<(string Name, Value Value)> locals = [];
    private Func<string, object>? substitution;
    private Value root;
    private Value host;
    private Value data;

    /// <summary>What the innermost <c>$data</c> bound; until one does, the root.</summary>
    public Value Data
    {
        get => data.Kind == ValueKind.Undefined ? root : data;
        set => data = value;
    }

    /// <summary>The place in the innermost array that <c>$data</c> repeats over, from 0; undefined outside one.</summary>
    public Value Index { get; set; }

    public void Begin(Value newRoot, Value newHost, Func<string, object>? newSubstitution)
    {
        (root, host, substitution) = (newRoot, newHost, newSubstitution);
        (data, Index) = (default, default);
        locals.Clear();
    }

    public void Push(string name, Value value) => locals.Add((name, value));

    public void Pop() => locals.RemoveAt(locals.Count - 1);

    /// <summary>The value at a path whose first name is looked up here; undefined where the path leads nowhere.</summary>
    public Value Find(string name, ReadOnlySpan<PathStep> rest, ReadOnlySpan<Value> indexes)
    {
        for (var i = locals.Count - 1; i >= 0; i--)
        {
            if (locals[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase)
                && PathStep.Walk(locals[i].Value, rest, indexes) is { Kind: not ValueKind.Undefined } found)
            {
                return found;
            }
        }

        return PathStep.Walk(name[0] == '$' ? Reserved(name) : Data.Property(name), rest, indexes);
    }

    /// <summary>What stands in for a value that the data lacks.</summary>
    public Value Substitute(string path)
    {
        if (substitution is null)
        {
            return Value.Of("${" + path + "}");
        }

        var replacement = JsonData.Open(substitution(path) switch { string text => System.Text.Json.Nodes.JsonValue.Create(text), var other => other }, "The substitution");
        return Value.From(replacement.Element);
    }

    private Value Reserved(string name) => name.ToLowerInvariant() switch
    {
        "$data" => Data,
        "$root" => root,
        "$index" => Index,
        "$host" => host,
        "$_actemplateversion" => Version,
        _ => Value.Undefined,
    };
}
