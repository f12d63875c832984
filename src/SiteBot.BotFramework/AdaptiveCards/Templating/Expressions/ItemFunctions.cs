namespace AdaptiveCards.Templating.Expressions;

/// <summary>Functions that name each item of a list in turn and evaluate an expression with it: <c>where(people, p, p.age &gt; 30)</c>. An object is a list of its keys and values.</summary>
internal static class ItemFunctions
{
    public static IEnumerable<Function> All =>
    [
        Walk("foreach", ReturnType.Array, Map),
        Walk("select", ReturnType.Array, Map),
        Walk("where", ReturnType.Array, Where),
        Walk("any", ReturnType.Boolean, (source, _, test) => Value.Of(source.Any(item => Holds(test(item))))),
        Walk("all", ReturnType.Boolean, (source, _, test) => Value.Of(source.All(item => Holds(test(item))))),
        new("indicesAndValues", ReturnType.Array, values => Items(values[0]) is { } items
            ? Value.Of(items.Select((item, index) => Value.Of(new OrderedDictionary<string, Value> { ["index"] = Value.Of(index), ["value"] = item })))
            : Value.Error($"{values[0].ToText()} is not a list or object.")),
    ];

    private static Function Walk(string name, ReturnType returns, Func<Value[], Value, Func<Value, Value>, Value> apply) =>
        new(name, returns, (arguments, scope, substitute) =>
        {
            var source = arguments[0].Evaluate(scope, substitute);
            if (source.IsError || Items(source) is not { } items)
            {
                return source.IsError ? source : Value.Error($"{arguments[0]} is not a list or object.");
            }

            if (arguments[1] is not PathExpression { SingleName: { } itemName })
            {
                return Value.Error($"{arguments[1]} is not a name for an item.");
            }

            return apply(items, source, item =>
            {
                scope.Push(itemName, item);
                try
                {
                    return arguments[2].Evaluate(scope, substitute);
                }
                finally
                {
                    scope.Pop();
                }
            });
        })
        { Fewest = 3, Most = 3 };

    private static Value Map(Value[] items, Value source, Func<Value, Value> evaluate)
    {
        var results = new Value[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            results[i] = evaluate(items[i]);
            if (results[i].IsError)
            {
                return results[i];
            }
        }

        return Value.Of(results);
    }

    private static Value Where(Value[] items, Value source, Func<Value, Value> test)
    {
        var kept = items.Where(item => Holds(test(item)));
        return source.Kind == ValueKind.Array
            ? Value.Of(kept)
            : Value.Of(new OrderedDictionary<string, Value>(kept.Select(pair => KeyValuePair.Create(pair.Property("key").String, pair.Property("value")))));
    }

    private static bool Holds(Value value) => !value.IsError && value.IsLogicallyTrue;

    private static Value[]? Items(Value source) => source.Kind switch
    {
        ValueKind.Array => source.ToArray(),
        ValueKind.Object => source.Properties()
            .Select(p => Value.Of(new OrderedDictionary<string, Value> { ["key"] = Value.Of(p.Key), ["value"] = p.Value })).ToArray(),
        _ => null,
    };
}
