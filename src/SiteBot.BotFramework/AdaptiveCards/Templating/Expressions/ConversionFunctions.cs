using System.Globalization;
using System.Text.Json;

namespace AdaptiveCards.Templating.Expressions;

/// <summary>From one kind of value to another, and questions about kinds.</summary>
internal static class ConversionFunctions
{
    private const string DefaultDateFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public static IEnumerable<Function> All =>
    [
        new("string", ReturnType.String, values => Value.Of(values[0].Kind == ValueKind.Number ? Grouped(values[0].Number) : TextFunctions.Print(values[0]))) { Most = 2, Takes = [Function.Any, ReturnType.String] },
        new("int", ReturnType.Number, values => Read(values[0], whole: true)),
        new("float", ReturnType.Number, values => Read(values[0], whole: false)),
        new("json", ReturnType.Object, Json) { Takes = [ReturnType.String] },
        new("jsonStringify", ReturnType.String, values => values[0].Kind == ValueKind.Undefined ? Value.Undefined : Value.Of(values[0].ToJson())),
        new("formatNumber", ReturnType.String, FormatNumber) { Fewest = 2, Most = 3, Takes = [ReturnType.Number, ReturnType.Number, ReturnType.String] },
        new("formatDateTime", ReturnType.String, FormatDateTime) { Most = 3, Takes = [ReturnType.String] },
        Kind("isString", value => value.Kind == ValueKind.String),
        Kind("isBoolean", value => value.Kind == ValueKind.Boolean),
        Kind("isArray", value => value.Kind == ValueKind.Array),
        Kind("isObject", value => value.Kind == ValueKind.Object),
        Kind("isInteger", value => value.IsInteger),
        Kind("isFloat", value => value.Kind == ValueKind.Number && !value.IsInteger),
    ];

    private static Function Kind(string name, Func<Value, bool> test) => new(name, ReturnType.Boolean, values => Value.Of(test(values[0])));

    /// <summary>Thousands in groups, all decimals, and the typographic minus sign that the official library prints.</summary>
    private static string Grouped(double number)
    {
        var text = NumberText.Of(number);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return Fixed(number, point < 0 ? 0 : text.Length - point - 1);
    }

    private static string Fixed(double number, int decimals) =>
        number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', '\u2212');

    /// <summary>As many leading characters as make a number; the rest is not looked at.</summary>
    private static Value Read(Value value, bool whole)
    {
        if (value.Kind == ValueKind.Number)
        {
            return whole ? Value.Of(Math.Truncate(value.Number)) : value;
        }

        if (value.Kind != ValueKind.String)
        {
            return Value.Undefined;
        }

        var text = value.String.TrimStart();
        var style = whole ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
        for (var length = text.Length; length > 0; length--)
        {
            if (double.TryParse(text.AsSpan(0, length), style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            {
                return Value.Of(number);
            }
        }

        return Value.Error($"{value.String} does not begin with a number.");
    }

    private static Value Json(Value[] values)
    {
        if (values[0].Kind != ValueKind.String)
        {
            return Value.Error($"{values[0].ToText()} is not a text.");
        }

        try
        {
            using var document = JsonDocument.Parse(values[0].String.Trim());
            return Value.From(document.RootElement.Clone());
        }
        catch (JsonException exception)
        {
            return Value.Error(exception.Message);
        }
    }

    private static Value FormatNumber(Value[] values) => values is [{ Kind: ValueKind.Number } number, { IsInteger: true, Number: >= 0 and <= 20 } decimals, ..]
        ? Value.Of(Fixed(NumberFunctions.RoundTo(number.Number, decimals.Number), (int)decimals.Number))
        : Value.Error("formatNumber takes a number and how many decimals, from 0 to 20.");

    /// <summary>Always in UTC: a time with no offset is taken for UTC. The format is .NET's; names of days and months are English.</summary>
    private static Value FormatDateTime(Value[] values)
    {
        if (values[0].Kind != ValueKind.String
            || !DateTime.TryParse(values[0].String, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            return Value.Error($"{values[0].ToText()} is not a valid datetime string.");
        }

        var format = values.Length > 1 && values[1].Kind == ValueKind.String && values[1].String.Length > 0 ? values[1].String : DefaultDateFormat;
        try
        {
            return Value.Of(time.ToString(format is [_] ? "%" + format : format, CultureInfo.InvariantCulture));
        }
        catch (FormatException exception)
        {
            return Value.Error(exception.Message);
        }
    }
}
