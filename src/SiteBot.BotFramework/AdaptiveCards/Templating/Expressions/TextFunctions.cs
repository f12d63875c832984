using System.Text;

namespace AdaptiveCards.Templating.Expressions;

/// <summary>Functions over texts. Where a text is wanted, nothing counts as the empty one; null does not.</summary>
internal static class TextFunctions
{
    public static IEnumerable<Function> All =>
    [
        new("concat", ReturnType.String | ReturnType.Array, Concat) { Most = int.MaxValue },
        Text("length", ReturnType.Number, 1, 1, t => Value.Of(t[0].Length)),
        Case("toUpper", text => text.ToUpperInvariant()),
        Case("toLower", text => text.ToLowerInvariant()),
        Case("titleCase", TitleCase),
        Case("sentenceCase", text => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant()),
        Text("trim", ReturnType.String, 1, 1, t => Value.Of(t[0].Trim())),
        Text("startsWith", ReturnType.Boolean, 2, 2, t => Value.Of(t[0].StartsWith(t[1], StringComparison.Ordinal))),
        Text("endsWith", ReturnType.Boolean, 2, 2, t => Value.Of(t[0].EndsWith(t[1], StringComparison.Ordinal))),
        Text("replace", ReturnType.String, 3, 3, t => Replace(t, StringComparison.Ordinal)),
        Text("replaceIgnoreCase", ReturnType.String, 3, 3, t => Replace(t, StringComparison.OrdinalIgnoreCase)),
        Text("split", ReturnType.Array, 1, 2, Split),
        Text("countWord", ReturnType.Number, 1, 1, t => Value.Of(t[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length)),
        Text("uriComponent", ReturnType.String, 1, 1, t => Value.Of(UriComponent(t[0]))),
        new("substring", ReturnType.String, Substring) { Fewest = 2, Most = 3, Takes = [ReturnType.String, ReturnType.Number] },
        new("join", ReturnType.String, Join) { Fewest = 2, Most = 3, Takes = [ReturnType.Array, ReturnType.String] },
        new("addOrdinal", ReturnType.String, values => values[0].IsInteger ? Value.Of(Ordinal((long)values[0].Number)) : Value.Error("is not an integer.")) { Takes = [ReturnType.Number] },
    ];

    /// <summary>As text for concat() and string(): nothing prints nothing, structures print as JSON.</summary>
    public static string Print(Value value) => value.Kind switch
    {
        ValueKind.Null or ValueKind.Undefined => "",
        ValueKind.Array or ValueKind.Object => value.ToJson(),
        _ => value.ToText(),
    };

    private static Function Text(string name, ReturnType returns, int fewest, int most, Func<string[], Value> apply) =>
        new(name, returns, values =>
        {
            var texts = new string[values.Length];
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i].Kind is not (ValueKind.String or ValueKind.Undefined))
                {
                    return Value.Error($"{values[i].ToText()} is neither a text nor nothing.");
                }

                texts[i] = values[i].Kind == ValueKind.String ? values[i].String : "";
            }

            return apply(texts);
        })
        { Fewest = fewest, Most = most, Takes = [ReturnType.String] };

    /// <summary>The second argument, a locale, is taken and not used: English and Chinese do not differ here.</summary>
    private static Function Case(string name, Func<string, string> apply) => Text(name, ReturnType.String, 1, 2, t => Value.Of(apply(t[0])));

    private static Value Concat(Value[] values)
    {
        var soFar = values[0];
        foreach (var value in values.AsSpan(1))
        {
            soFar = (soFar.Kind, value.Kind) switch
            {
                _ when soFar.IsNullOrUndefined && value.IsNullOrUndefined => Value.Undefined,
                (_, ValueKind.Array) when soFar.IsNullOrUndefined => value,
                (ValueKind.Array, _) when value.IsNullOrUndefined => soFar,
                (ValueKind.Array, ValueKind.Array) => Value.Of([.. soFar.ToArray(), .. value.ToArray()]),
                _ => Value.Of(Print(soFar) + Print(value)),
            };
        }

        return soFar;
    }

    private static Value Replace(string[] t, StringComparison comparison) => t[1].Length == 0
        ? Value.Error("The text to replace must not be empty.")
        : Value.Of(t[0].Replace(t[1], t[2], comparison));

    private static Value Split(string[] t) => t.Length == 1 || t[1].Length == 0
        ? Value.Of(t[0].Select(c => Value.Of(c.ToString())))
        : Value.Of(t[0].Split(t[1]).Select(Value.Of));

    private static string TitleCase(string text)
    {
        var title = new StringBuilder(text.ToLowerInvariant());
        for (var i = 0; i < title.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(title[i]) || title[i] == '_')
            {
                title[i] = char.ToUpperInvariant(title[i]);
                while (i + 1 < title.Length && !char.IsWhiteSpace(title[i + 1]))
                {
                    i++;
                }
            }
        }

        return title.ToString();
    }

    private static Value Substring(Value[] values) => values switch
    {
        [{ Kind: ValueKind.Undefined }, ..] => Value.Of(""),
        [{ Kind: not ValueKind.String }, ..] => Value.Error($"{values[0].ToText()} is neither a text nor nothing."),
        [var text, { IsInteger: true } start] when InRange(text, start.Number, 0) => Value.Of(text.String[(int)start.Number..]),
        [var text, { IsInteger: true } start, { IsInteger: true } length] when length.Number >= 0 && InRange(text, start.Number, length.Number) =>
            Value.Of(text.String.Substring((int)start.Number, (int)length.Number)),
        _ => Value.Error($"The part asked for is out of range for {values[0].String}."),
    };

    private static bool InRange(Value text, double start, double length) => start >= 0 && start + length <= text.Count;

    private static Value Join(Value[] values)
    {
        if (values[0].Kind != ValueKind.Array)
        {
            return Value.Error($"{values[0].ToText()} is not a list.");
        }

        var texts = values[0].ToArray().Select(item => item.IsNullOrUndefined ? "" : item.ToText()).ToArray();
        var separator = values[1].ToText();
        return Value.Of(values.Length == 2 ? string.Join(separator, texts)
            : texts.Length < 3 ? string.Join(values[2].ToText(), texts)
            : string.Join(separator, texts[..^1]) + values[2].ToText() + texts[^1]);
    }

    private static string Ordinal(long number) => number + ((number % 100, number % 10) switch
    {
        (11 or 12 or 13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    });

    /// <summary>JavaScript's encodeURIComponent leaves five marks alone that .NET encodes.</summary>
    private static string UriComponent(string text) => Uri.EscapeDataString(text)
        .Replace("%21", "!", StringComparison.Ordinal)
        .Replace("%27", "'", StringComparison.Ordinal)
        .Replace("%28", "(", StringComparison.Ordinal)
        .Replace("%29", ")", StringComparison.Ordinal)
        .Replace("%2A", "*", StringComparison.Ordinal);
}
