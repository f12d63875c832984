namespace AdaptiveCards.Templating.Expressions;

/// <summary>Functions over objects. They yield new objects: the caller's data stays as it is.</summary>
internal static class ObjectFunctions
{
    public static IEnumerable<Function> All =>
    [
        new("coalesce", ReturnType.Object, values => values.FirstOrDefault(value => !value.IsNullOrUndefined)) { Most = int.MaxValue },
        new("getProperty", ReturnType.Object, GetProperty) { Most = 2, Takes = [ReturnType.Object, ReturnType.String] },
        new("setProperty", ReturnType.Object, values => Change(values, map => map[values[1].ToText()] = values[2])) { Fewest = 3, Most = 3 },
        new("addProperty", ReturnType.Object, AddProperty) { Fewest = 3, Most = 3 },
        new("removeProperty", ReturnType.Object, values => Change(values, map => map.Remove(values[1].ToText()))) { Fewest = 2, Most = 2 },
        new("merge", ReturnType.Object, Merge) { Fewest = 2, Most = int.MaxValue },
    ];

    /// <summary>With one argument, a property of the data itself.</summary>
    private static Value GetProperty(Expression[] arguments, Scope scope, bool substitute)
    {
        if (Function.EvaluateAll(arguments, scope, substitute, out var values) is { IsError: true } failed)
        {
            return failed;
        }

        var name = values[^1];
        return name.Kind == ValueKind.String
            ? (values.Length == 2 ? values[0] : scope.Data).Property(name.String)
            : Value.Error($"{arguments[^1]} is not the name of a property.");
    }

    private static Value AddProperty(Value[] values) => values[0].Property(values[1].ToText()).Kind == ValueKind.Undefined
        ? Change(values, map => map[values[1].ToText()] = values[2])
        : Value.Error($"{values[1].ToText()} already exists.");

    private static Value Change(Value[] values, Action<OrderedDictionary<string, Value>> change)
    {
        if (values[0].Kind != ValueKind.Object)
        {
            return Value.Error($"{values[0].ToText()} is not an object.");
        }

        var map = new OrderedDictionary<string, Value>(values[0].Properties());
        change(map);
        return Value.Of(map);
    }

    private static Value Merge(Value[] values)
    {
        var merged = new OrderedDictionary<string, Value>();
        foreach (var value in values.SelectMany(value => value.Kind == ValueKind.Array ? value.ToArray() : [value]))
        {
            if (value.Kind != ValueKind.Object)
            {
                return Value.Error($"{value.ToText()} is not an object.");
            }

            foreach (var (name, property) in value.Properties())
            {
                merged[name] = property;
            }
        }

        return Value.Of(merged);
    }
}
