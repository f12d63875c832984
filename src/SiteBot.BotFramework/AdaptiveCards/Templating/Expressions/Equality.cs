namespace AdaptiveCards.Templating.Expressions;

/// <summary>What == means: nothing equals nothing, arrays and objects by their content, numbers within rounding, else same kind and same value.</summary>
internal static class Equality
{
    private const double Rounding = 2.220446049250313e-16;

    public static bool Same(Value a, Value b)
    {
        if (a.IsNullOrUndefined || b.IsNullOrUndefined)
        {
            return a.IsNullOrUndefined && b.IsNullOrUndefined;
        }

        return a.Kind == b.Kind && a.Kind switch
        {
            ValueKind.Boolean => a.IsTrue == b.IsTrue,
            ValueKind.Number => Math.Abs(a.Number - b.Number) < Rounding,
            ValueKind.String => a.String == b.String,
            ValueKind.Array => a.Count == b.Count && a.ToArray().Zip(b.ToArray()).All(pair => Same(pair.First, pair.Second)),
            _ => a.Count == b.Count && a.Properties().All(p => b.Properties().Any(q => q.Key == p.Key && Same(p.Value, q.Value))),
        };
    }
}
