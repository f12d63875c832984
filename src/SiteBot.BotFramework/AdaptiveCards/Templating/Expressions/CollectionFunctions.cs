namespace AdaptiveCards.Templating.Expressions;

/// <summary>Functions over lists, and over texts and objects where they count as collections.</summary>
internal static class CollectionFunctions
{
    public static IEnumerable<Function> All =>
    [
        new("count", ReturnType.Number, Count) { Takes = [ReturnType.String | ReturnType.Array] },
        new("contains", ReturnType.Boolean, Contains) { Fewest = 2, Most = 2 },
        new("first", ReturnType.Object, values => At(values[0], 0)),
        new("last", ReturnType.Object, values => At(values[0], values[0].Count - 1)),
        new("createArray", ReturnType.Array, values => Value.Of(values)) { Fewest = 0, Most = int.MaxValue },
        List("reverse", ReturnType.String | ReturnType.Array, (items, _) => items.Reverse()),
        List("unique", ReturnType.Array, (items, _) => Distinct(items)),
        List("skip", ReturnType.Array, (items, values) => items.Skip((int)values[1].Number), 2, 2),
        List("take", ReturnType.Array, (items, values) => items.Take((int)values[1].Number), 2, 2),
        List("subArray", ReturnType.Array, SubArray, 2, 3),
        List("flatten", ReturnType.Array, (items, values) => Flatten(items, values.Length == 2 ? values[1].Number : 100), 1, 2),
        List("sortBy", ReturnType.Array, (items, values) => Sort(items, values), 1, 2),
        List("sortByDescending", ReturnType.Array, (items, values) => Sort(items, values).Reverse(), 1, 2),
        new("union", ReturnType.Array, values => Sets(values, lists => Distinct(lists.SelectMany(list => list)))) { Most = int.MaxValue, Takes = [ReturnType.Array] },
        new("intersection", ReturnType.Array, values => Sets(values, Common)) { Most = int.MaxValue, Takes = [ReturnType.Array] },
        new("indexOf", ReturnType.Number, values => IndexOf(values, text: (a, b) => a.IndexOf(b, StringComparison.Ordinal), list: Array.FindIndex)) { Fewest = 2, Most = 2 },
        new("lastIndexOf", ReturnType.Number, values => IndexOf(values, text: (a, b) => a.LastIndexOf(b, StringComparison.Ordinal), list: Array.FindLastIndex)) { Fewest = 2, Most = 2 },
    ];

    private static Function List(string name, ReturnType returns, Func<Value[], Value[], IEnumerable<Value>> apply, int fewest = 1, int most = 1) =>
        new(name, returns, values => values switch
        {
            [{ Kind: not ValueKind.Array }, ..] => Value.Error($"{values[0].ToText()} is not a list."),
            [_, { IsInteger: false }, ..] when name is not ("sortBy" or "sortByDescending") => Value.Error($"{values[1].ToText()} is not an integer."),
            _ => Value.Of(apply(values[0].ToArray(), values)),
        })
        { Fewest = fewest, Most = most };

    private static Value Count(Value[] values) => values[0].Kind is ValueKind.String or ValueKind.Array or ValueKind.Object
        ? Value.Of(values[0].Count)
        : Value.Error($"{values[0].ToText()} is not a text, list or object.");

    private static Value Contains(Value[] values) => Value.Of(values switch
    {
        [{ Kind: ValueKind.String } text, { Kind: ValueKind.String } part] => text.String.Contains(part.String, StringComparison.Ordinal),
        [{ Kind: ValueKind.Array } list, var wanted] => list.ToArray().Any(item => Equality.Same(item, wanted)),
        [var holder, { Kind: ValueKind.String } name] => holder.Property(name.String).Kind != ValueKind.Undefined,
        _ => false,
    });

    private static Value At(Value collection, int index) => collection switch
    {
        { Count: 0 } => Value.Undefined,
        { Kind: ValueKind.String } => Value.Of(collection.String[index].ToString()),
        { Kind: ValueKind.Array } => collection.Item(index),
        _ => Value.Undefined,
    };

    private static IEnumerable<Value> SubArray(Value[] items, Value[] values)
    {
        var start = Math.Clamp((int)values[1].Number, 0, items.Length);
        var end = values.Length == 3 ? Math.Clamp((int)values[2].Number, start, items.Length) : items.Length;
        return items[start..end];
    }

    private static IEnumerable<Value> Flatten(IEnumerable<Value> items, double depth) =>
        items.SelectMany(item => item.Kind == ValueKind.Array && depth > 0 ? Flatten(item.ToArray(), depth - 1) : [item]);

    /// <summary>By a property where one is named, else by what the items print.</summary>
    private static IEnumerable<Value> Sort(Value[] items, Value[] values) => values.Length == 1
        ? items.OrderBy(item => item.ToText(), StringComparer.Ordinal)
        : items.OrderBy(item => item.Property(values[1].ToText()), Comparer<Value>.Create(Compare));

    private static int Compare(Value a, Value b) => (a.Kind, b.Kind) switch
    {
        (ValueKind.Number, ValueKind.Number) => a.Number.CompareTo(b.Number),
        (ValueKind.String, ValueKind.String) => string.CompareOrdinal(a.String, b.String),
        _ => 0,
    };

    private static Value Sets(Value[] lists, Func<Value[][], IEnumerable<Value>> apply) => lists.All(list => list.Kind == ValueKind.Array)
        ? Value.Of(apply(lists.Select(list => list.ToArray()).ToArray()))
        : Value.Error("Every argument must be a list.");

    private static IEnumerable<Value> Common(Value[][] lists) =>
        Distinct(lists[0]).Where(item => lists.Skip(1).All(list => list.Any(other => IsIdentical(item, other))));

    private static List<Value> Distinct(IEnumerable<Value> items)
    {
        var kept = new List<Value>();
        foreach (var item in items.Where(item => !kept.Any(other => IsIdentical(item, other))))
        {
            kept.Add(item);
        }

        return kept;
    }

    /// <summary>Structures are each their own; the rest is compared by value.</summary>
    private static bool IsIdentical(Value a, Value b) => a.Kind == b.Kind && a.Kind is not (ValueKind.Array or ValueKind.Object) && Equality.Same(a, b);

    private static Value IndexOf(Value[] values, Func<string, string, int> text, Func<Value[], Predicate<Value>, int> list) => values switch
    {
        [{ Kind: ValueKind.Array } items, var wanted] => Value.Of(list(items.ToArray(), item => IsIdentical(item, wanted))),
        [{ Kind: ValueKind.String or ValueKind.Null or ValueKind.Undefined } whole, { Kind: ValueKind.String or ValueKind.Undefined } part] =>
            Value.Of(text(TextFunctions.Print(whole), TextFunctions.Print(part))),
        _ => Value.Error("works only on a text or a list."),
    };
}
