namespace AdaptiveCards.Templating.Expressions;

/// <summary>A function of the language: its name in print, what it takes and yields, and what it does.</summary>
internal sealed class Function
{
    public const ReturnType Any = ReturnType.Object;
    private readonly Func<Expression[], Scope, bool, Value> evaluate;

    /// <summary>One that decides itself which arguments to evaluate, and how.</summary>
    public Function(string name, ReturnType returns, Func<Expression[], Scope, bool, Value> evaluate)
    {
        Name = name;
        Returns = returns;
        this.evaluate = evaluate;
    }

    /// <summary>One that is given its arguments' values; an argument's failure is its own.</summary>
    public Function(string name, ReturnType returns, Func<Value[], Value> apply)
        : this(name, returns, (arguments, scope, substitute) => EvaluateAll(arguments, scope, substitute, out var values) is { IsError: true } failed ? failed : apply(values))
    {
    }

    public string Name { get; }

    public ReturnType Returns { get; }

    public int Fewest { get; init; } = 1;

    public int Most { get; init; } = 1;

    /// <summary>The kinds each argument may be known to have; the last one holds for those beyond.</summary>
    public ReturnType[] Takes { get; init; } = [Any];

    public Value Evaluate(Expression[] arguments, Scope scope, bool substitute) => evaluate(arguments, scope, substitute);

    public void Check(CallExpression call)
    {
        var count = call.Arguments.Length;
        if (count < Fewest || count > Most)
        {
            throw new AdaptiveTemplateException($"{call} has {count} arguments; {Name} takes {(Fewest == Most ? $"{Fewest}" : Most == int.MaxValue ? $"at least {Fewest}" : $"{Fewest} to {Most}")}.");
        }

        for (var i = 0; i < count; i++)
        {
            var wanted = Takes[Math.Min(i, Takes.Length - 1)];
            var known = call.Arguments[i].Returns;
            if (((wanted | known) & Any) == 0 && (wanted & known) == 0)
            {
                throw new AdaptiveTemplateException($"{call.Arguments[i]} in {call} is not any of [{wanted}].");
            }
        }
    }

    /// <summary>Evaluates in order up to the first failure, which it returns.</summary>
    public static Value EvaluateAll(Expression[] arguments, Scope scope, bool substitute, out Value[] values)
    {
        values = new Value[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i].Evaluate(scope, substitute);
            if (values[i].IsError)
            {
                return values[i];
            }
        }

        return default;
    }
}
