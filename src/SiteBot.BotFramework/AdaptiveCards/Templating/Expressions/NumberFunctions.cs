namespace AdaptiveCards.Templating.Expressions;

/// <summary>Arithmetic. All numbers are doubles; dividing whole numbers rounds down.</summary>
internal static class NumberFunctions
{
    private const ReturnType NumberOrText = ReturnType.Number | ReturnType.String;

    public static IEnumerable<Function> All =>
    [
        new("+", NumberOrText, values => Chain(values, Add)) { Fewest = 2, Most = int.MaxValue, Takes = [NumberOrText] },
        Arithmetic("-", (a, b) => Value.Of(a - b)),
        Arithmetic("*", (a, b) => Value.Of(a * b)),
        Arithmetic("/", Divide),
        Arithmetic("^", (a, b) => Value.Of(Math.Pow(a, b))),
        new("%", ReturnType.Number, Remainder) { Fewest = 2, Most = 2, Takes = [ReturnType.Number] },
        new("min", ReturnType.Number, values => OfAll(values, Enumerable.Min)) { Most = int.MaxValue },
        new("max", ReturnType.Number, values => OfAll(values, Enumerable.Max)) { Most = int.MaxValue },
        new("sum", ReturnType.Number, values => OfList(values[0], Enumerable.Sum)) { Takes = [ReturnType.Array] },
        new("average", ReturnType.Number, values => OfList(values[0], Enumerable.Average)),
        Single("abs", Math.Abs),
        Single("sqrt", Math.Sqrt),
        Single("floor", Math.Floor),
        Single("ceiling", Math.Ceiling),
        new("round", ReturnType.Number, Round) { Most = 2, Takes = [ReturnType.Number] },
        new("range", ReturnType.Array, Range) { Fewest = 2, Most = 2, Takes = [ReturnType.Number] },
    ];

    /// <summary>To the nearest, halves upwards, as JavaScript's Math.round does: -2.5 becomes -2.</summary>
    public static double RoundTo(double value, double digits)
    {
        var scale = Math.Pow(10, digits);
        return Math.Floor((value * scale) + 0.5) / scale;
    }

    private static Value Add(Value a, Value b)
    {
        if (a.Kind == ValueKind.Number && b.Kind == ValueKind.Number)
        {
            return Value.Of(a.Number + b.Number);
        }

        if (new[] { a, b }.FirstOrDefault(v => v.Kind is not (ValueKind.Number or ValueKind.String or ValueKind.Undefined)) is { Kind: not ValueKind.Undefined } wrong)
        {
            return Value.Error($"{wrong.ToText()} is neither a number nor a text.");
        }

        return (a.Kind, b.Kind) is (ValueKind.Number, ValueKind.Undefined) or (ValueKind.Undefined, ValueKind.Number)
            ? Value.Error("A number and nothing cannot be added.")
            : Value.Of(Text(a) + Text(b));
    }

    private static string Text(Value value) => value.Kind == ValueKind.Undefined ? "" : value.ToText();

    private static Value Divide(double a, double b) => b == 0
        ? Value.Error("Cannot divide by 0.")
        : Value.Of(Math.Floor(a) == a && Math.Floor(b) == b ? Math.Floor(a / b) : a / b);

    private static Value Remainder(Value[] values) => values switch
    {
        _ when Array.Find(values, v => !v.IsInteger) is { } wrong && values.Any(v => !v.IsInteger) => Value.Error($"{wrong.ToText()} is not an integer."),
        [_, { Number: 0 }] => Value.Error("Cannot mod by 0."),
        _ => Value.Of(values[0].Number % values[1].Number),
    };

    private static Value Chain(Value[] values, Func<Value, Value, Value> apply)
    {
        var soFar = values[0];
        for (var i = 1; i < values.Length && !soFar.IsError; i++)
        {
            soFar = apply(soFar, values[i]);
        }

        return soFar;
    }

    private static Function Arithmetic(string name, Func<double, double, Value> apply) =>
        new(name, ReturnType.Number, values => WrongNumber(values) ?? Chain(values, (a, b) => apply(a.Number, b.Number)))
        { Fewest = 2, Most = int.MaxValue, Takes = [ReturnType.Number] };

    private static Function Single(string name, Func<double, double> apply) =>
        new(name, ReturnType.Number, values => WrongNumber(values) ?? Value.Of(apply(values[0].Number))) { Takes = [ReturnType.Number] };

    private static Value OfAll(Value[] values, Func<IEnumerable<double>, double> apply)
    {
        var numbers = values.SelectMany(value => value.Kind == ValueKind.Array ? value.ToArray() : [value]).ToArray();
        return WrongNumber(numbers) ?? Value.Of(apply(numbers.Select(number => number.Number)));
    }

    private static Value OfList(Value list, Func<IEnumerable<double>, double> apply) =>
        list is { Kind: ValueKind.Array, Count: > 0 } ? OfAll([list], apply) : Value.Error($"{list.ToText()} is not a list with numbers.");

    private static Value? WrongNumber(Value[] values)
    {
        foreach (var value in values)
        {
            if (value.Kind != ValueKind.Number)
            {
                return Value.Error($"{value.ToText()} is not a number.");
            }
        }

        return null;
    }

    private static Value Round(Value[] values) => WrongNumber(values) ?? values switch
    {
        [var value] => Value.Of(RoundTo(value.Number, 0)),
        [var value, { IsInteger: true, Number: >= 0 and <= 15 } digits] => Value.Of(RoundTo(value.Number, digits.Number)),
        _ => Value.Error("The second argument must be a whole number from 0 to 15."),
    };

    private static Value Range(Value[] values) => values is [{ IsInteger: true } start, { IsInteger: true, Number: > 0 and <= 100_000 } count]
        ? Value.Of(Enumerable.Range(0, (int)count.Number).Select(i => Value.Of(start.Number + i)))
        : Value.Error("A range takes a whole number and how many follow, from 1 to 100,000.");
}
