namespace AdaptiveCards.Templating.Expressions;

/// <summary>A property path, <c>a.b[0].c</c>, starting from the data or from what another expression yields. Its last step is a name.</summary>
internal sealed class PathExpression : Expression
{
    private readonly Expression? source;
    private readonly PathStep[] steps;
    private readonly int computed;
    private readonly string? path;

    public PathExpression(Expression? source, PathStep[] steps)
    {
        this.source = source;
        this.steps = steps;
        computed = steps.Count(step => step.Name is null);
        path = computed == 0 ? Describe([]) : null;
    }

    public override ReturnType Returns => ReturnType.Object;

    /// <summary>The one name it consists of, where it does: what where() and foreach() call their item.</summary>
    public string? SingleName => source is null && steps.Length == 1 ? steps[0].Name : null;

    public PathExpression Then(IEnumerable<PathStep> further) => new(source, [.. steps, .. further]);

    public override Value Evaluate(Scope scope, bool substitute)
    {
        var indexes = computed == 0 ? [] : new Value[computed];
        if (computed > 0 && EvaluateIndexes(scope, substitute, indexes) is { IsError: true } failed)
        {
            return failed;
        }

        var found = Find(scope, substitute, indexes);
        return found.Kind == ValueKind.Undefined && substitute ? scope.Substitute(path ?? Describe(indexes)) : found;
    }

    public override string ToString() => steps.Aggregate(
        source?.ToString() ?? "",
        (text, step) => step.Name is null ? $"{text}[{step.Index}]" : text.Length == 0 ? step.Name : $"{text}.{step.Name}");

    private Value Find(Scope scope, bool substitute, Value[] indexes)
    {
        if (source is null)
        {
            return scope.Find(steps[0].Name!, steps.AsSpan(1), indexes);
        }

        var start = source.Evaluate(scope, substitute);
        return start.IsError ? start : PathStep.Walk(start, steps, indexes);
    }

    private Value EvaluateIndexes(Scope scope, bool substitute, Value[] indexes)
    {
        var at = 0;
        foreach (var step in steps)
        {
            if (step.Index is { } index)
            {
                var value = index.Evaluate(scope, substitute);
                if (value.Kind is not (ValueKind.Number or ValueKind.String))
                {
                    return value.IsError ? value : Value.Error($"{index} doesn't return an int or string");
                }

                indexes[at++] = value;
            }
        }

        return default;
    }

    private string Describe(Value[] indexes)
    {
        var at = 0;
        var text = new System.Text.StringBuilder();
        foreach (var step in steps)
        {
            if (step.Name is null)
            {
                var index = indexes[at++];
                text.Append('[').Append(index.Kind == ValueKind.String ? $"'{index.String}'" : index.ToText()).Append(']');
            }
            else
            {
                text.Append(text.Length == 0 ? "" : ".").Append(step.Name);
            }
        }

        return text.ToString();
    }
}

/// <summary>An index at the end of an expression, <c>a[0]</c> or <c>a['b']</c>: unlike inside a path, an index out of range is an error.</summary>
internal sealed class ElementExpression(Expression source, Expression index) : Expression
{
    public Expression Source => source;

    public Expression Index => index;

    public override ReturnType Returns => ReturnType.Object;

    public override Value Evaluate(Scope scope, bool substitute)
    {
        var instance = source.Evaluate(scope, substitute);
        var at = instance.IsError ? instance : index.Evaluate(scope, substitute: false);
        return at switch
        {
            { IsError: true } => at,
            { Kind: ValueKind.String } => instance.Property(at.String),
            { IsInteger: false } => Value.Error($"{index} is not an index: neither a whole number nor a text."),
            _ when instance.IsNullOrUndefined => Value.Undefined,
            _ when instance.Kind != ValueKind.Array => Value.Error($"{source} is not a collection."),
            _ when at.Number < 0 || at.Number >= instance.Count => Value.Error($"{at.ToText()} is out of range for {source}."),
            _ => instance.Item((int)at.Number),
        };
    }

    public override string ToString() => $"{source}[{index}]";
}
