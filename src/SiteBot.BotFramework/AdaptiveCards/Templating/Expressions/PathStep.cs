using System.Globalization;

namespace AdaptiveCards.Templating.Expressions;

/// <summary>One step along a path: a name, or an index that an expression gives.</summary>
internal readonly record struct PathStep(string? Name, Expression? Index)
{
    /// <summary>Follows the steps; each computed index is the next of <paramref name="indexes"/>.</summary>
    public static Value Walk(Value start, ReadOnlySpan<PathStep> steps, ReadOnlySpan<Value> indexes)
    {
        var value = start;
        foreach (var step in steps)
        {
            if (step.Name is { } name)
            {
                value = value.Property(name);
            }
            else
            {
                value = At(value, indexes[0]);
                indexes = indexes[1..];
            }
        }

        return value;
    }

    private static Value At(Value value, Value index)
    {
        if (value.Kind == ValueKind.Array)
        {
            var text = index.Kind == ValueKind.Number ? NumberText.Of(Math.Truncate(index.Number)) : index.String;
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < value.Count ? value.Item(at) : Value.Undefined;
        }

        return value.Property(index.ToText());
    }
}
