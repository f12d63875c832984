namespace AdaptiveCards.Templating.Expressions;

/// <summary>Conditions and comparisons. They want missing data missing, and take an argument's failure for "no".</summary>
internal static class LogicFunctions
{
    public static IEnumerable<Function> All =>
    [
        new("&&", ReturnType.Boolean, And) { Most = int.MaxValue },
        new("||", ReturnType.Boolean, Or) { Most = int.MaxValue },
        new("!", ReturnType.Boolean, (arguments, scope, _) => Value.Of(!Holds(arguments[0], scope))),
        new("if", ReturnType.Object, (arguments, scope, substitute) => arguments[Holds(arguments[0], scope) ? 1 : 2].Evaluate(scope, substitute)) { Fewest = 3, Most = 3 },
        Comparison("==", (a, b) => Value.Of(Equality.Same(a, b))),
        Comparison("!=", (a, b) => Value.Of(!Equality.Same(a, b))),
        Order("<", sign => sign < 0),
        Order("<=", sign => sign <= 0),
        Order(">", sign => sign > 0),
        Order(">=", sign => sign >= 0),
        Test("exists", value => !value.IsNullOrUndefined),
        Test("empty", value => value.Kind is not (ValueKind.Number or ValueKind.Boolean) && value.Count == 0),
        Test("bool", IsTrue),
    ];

    private static Value And(Expression[] arguments, Scope scope, bool substitute) => Value.Of(arguments.All(argument => Holds(argument, scope)));

    /// <summary>True, or the last argument's own false, null or nothing.</summary>
    private static Value Or(Expression[] arguments, Scope scope, bool substitute)
    {
        var last = Value.Undefined;
        foreach (var argument in arguments)
        {
            last = argument.Evaluate(scope, substitute: false);
            if (!last.IsError && last.IsLogicallyTrue)
            {
                return Value.Of(true);
            }
        }

        return last.IsError ? Value.Undefined : last;
    }

    private static bool Holds(Expression condition, Scope scope) => condition.Evaluate(scope, substitute: false) is { IsError: false, IsLogicallyTrue: true };

    private static Function Test(string name, Func<Value, bool> test) =>
        new(name, ReturnType.Boolean, (arguments, scope, _) => Value.Of(arguments[0].Evaluate(scope, substitute: false) is { IsError: false } value && test(value)));

    private static Function Comparison(string name, Func<Value, Value, Value> compare) =>
        new(name, ReturnType.Boolean, (arguments, scope, _) =>
        {
            var left = arguments[0].Evaluate(scope, substitute: false);
            var right = left.IsError ? left : arguments[1].Evaluate(scope, substitute: false);
            return right.IsError ? Value.Of(false) : compare(left, right);
        })
        { Fewest = 2, Most = 2 };

    private static Function Order(string name, Func<int, bool> accepts) => Comparison(name, (a, b) => (a.Kind, b.Kind) switch
    {
        _ when a.IsNullOrUndefined || b.IsNullOrUndefined => Value.Of(false),
        (ValueKind.Number, ValueKind.Number) => Value.Of(accepts(a.Number.CompareTo(b.Number))),
        (ValueKind.String, ValueKind.String) => Value.Of(accepts(string.CompareOrdinal(a.String, b.String))),
        _ => Value.Error($"{a.ToText()} and {b.ToText()} must be comparable."),
    });

    private static bool IsTrue(Value value) => value.Kind == ValueKind.Number
        ? value.Number != 0
        : value.IsLogicallyTrue && !value.ToText().Contains("false", StringComparison.OrdinalIgnoreCase);
}
