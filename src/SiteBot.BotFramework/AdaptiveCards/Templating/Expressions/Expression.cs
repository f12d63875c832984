namespace AdaptiveCards.Templating.Expressions;

/// <summary>What kind of value an expression is known to yield before it runs; <see cref="Object"/> is "only running it will tell".</summary>
[Flags]
internal enum ReturnType
{
    Boolean = 1,
    Number = 2,
    Object = 4,
    String = 8,
    Array = 16,
}

/// <summary>A parsed expression. Immutable; prints itself the way the official library does, since an expression that fails inside a text stays there in print.</summary>
internal abstract class Expression
{
    public abstract ReturnType Returns { get; }

    /// <param name="scope">What it can name.</param>
    /// <param name="substitute">Whether a value that the data lacks is replaced by its own path; conditions and comparisons want it missing instead.</param>
    /// <exception cref="AdaptiveTemplateException">It calls an unknown function. Every other failure is an error value.</exception>
    public abstract Value Evaluate(Scope scope, bool substitute);

    public Value EvaluateOrThrow(Scope scope)
    {
        var value = Evaluate(scope, substitute: true);
        return value.IsError ? throw new AdaptiveTemplateException($"${{{this}}}: {value.String}") : value;
    }
}

/// <summary>A literal.</summary>
internal sealed class ConstantExpression(Value value) : Expression
{
    public Value Value => value;

    public override ReturnType Returns => value.Kind switch
    {
        ValueKind.String => ReturnType.String,
        ValueKind.Boolean => ReturnType.Boolean,
        ValueKind.Number => ReturnType.Number,
        ValueKind.Array => ReturnType.Array,
        _ => ReturnType.Object,
    };

    public override Value Evaluate(Scope scope, bool substitute) => value;

    public override string ToString() => value.Kind switch
    {
        ValueKind.String => $"'{value.String.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'",
        ValueKind.Object or ValueKind.Array => value.ToJson(),
        _ => value.ToText(),
    };
}
