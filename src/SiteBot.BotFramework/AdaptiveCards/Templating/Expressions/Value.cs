using System.Text;
using System.Text.Json;

namespace AdaptiveCards.Templating.Expressions;

internal enum ValueKind : byte
{
    /// <summary>Nothing there: what JavaScript calls undefined.</summary>
    Undefined,
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,

    /// <summary>The expression failed; the text says how. Travels as a value because many functions swallow it.</summary>
    Error,
}

/// <summary>A value of the expression language: of the caller's JSON, left where it is until it is needed, or computed.</summary>
internal readonly struct Value
{
    public static readonly Value Undefined;
    public static readonly Value Null = new(ValueKind.Null);
    private readonly JsonElement json;
    private readonly object? computed;
    private readonly double number;

    private Value(ValueKind kind, object? computed = null, double number = 0, JsonElement json = default)
    {
        Kind = kind;
        this.computed = computed;
        this.number = number;
        this.json = json;
    }

    public ValueKind Kind { get; }

    public bool IsError => Kind == ValueKind.Error;

    public bool IsNullOrUndefined => Kind is ValueKind.Null or ValueKind.Undefined;

    /// <summary>For a boolean.</summary>
    public bool IsTrue => number != 0;

    /// <summary>For a number.</summary>
    public double Number => number;

    public bool IsInteger => Kind == ValueKind.Number && Math.Floor(number) == number && double.IsFinite(number);

    /// <summary>What a condition makes of it: false is false, and so is nothing; all else is true, zero and empty text too.</summary>
    public bool IsLogicallyTrue => Kind == ValueKind.Boolean ? IsTrue : !IsNullOrUndefined;

    /// <summary>For a string, or an error's message.</summary>
    public string String => computed as string ?? json.GetString()!;

    /// <summary>For an array.</summary>
    public ValueItems Items => computed is Value[] items ? new ValueItems(items) : new ValueItems(json);

    public int Count => Kind switch
    {
        ValueKind.String => String.Length,
        ValueKind.Array => (computed as Value[])?.Length ?? json.GetArrayLength(),
        ValueKind.Object => (computed as OrderedDictionary<string, Value>)?.Count ?? json.GetPropertyCount(),
        _ => 0,
    };

    public static Value Of(bool value) => new(ValueKind.Boolean, number: value ? 1 : 0);

    public static Value Of(double value) => new(ValueKind.Number, number: value);

    public static Value Of(string value) => new(ValueKind.String, value);

    public static Value Of(Value[] items) => new(ValueKind.Array, items);

    public static Value Of(IEnumerable<Value> items) => new(ValueKind.Array, items.ToArray());

    public static Value Of(OrderedDictionary<string, Value> properties) => new(ValueKind.Object, properties);

    public static Value Error(string message) => new(ValueKind.Error, message);

    public static Value From(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => Null,
        JsonValueKind.True => Of(true),
        JsonValueKind.False => Of(false),
        JsonValueKind.Number => new Value(ValueKind.Number, number: json.GetDouble(), json: json),
        JsonValueKind.String => new Value(ValueKind.String, json: json),
        JsonValueKind.Array => new Value(ValueKind.Array, json: json),
        JsonValueKind.Object => new Value(ValueKind.Object, json: json),
        _ => Undefined,
    };

    /// <summary>Of an object: exactly that name, else the first that differs only in case. Undefined where there is none.</summary>
    public Value Property(string name)
    {
        if (Kind == ValueKind.String)
        {
            var text = String;
            return int.TryParse(name, out var at) && at >= 0 && at < text.Length ? Of(text[at].ToString()) : Undefined;
        }

        if (Kind != ValueKind.Object)
        {
            return Undefined;
        }

        if (computed is OrderedDictionary<string, Value> map)
        {
            return map.TryGetValue(name, out var found)
                ? found
                : map.FirstOrDefault(p => p.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        }

        if (json.TryGetProperty(name, out var property))
        {
            return From(property);
        }

        foreach (var other in json.EnumerateObject())
        {
            if (other.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return From(other.Value);
            }
        }

        return Undefined;
    }

    /// <summary>Of an array, with <c>0 ≤ index &lt; Count</c>.</summary>
    public Value Item(int index) => computed is Value[] items ? items[index] : From(json[index]);

    /// <summary>An object's properties in their order.</summary>
    public IEnumerable<KeyValuePair<string, Value>> Properties() =>
        computed as IEnumerable<KeyValuePair<string, Value>> ?? json.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, From(p.Value)));

    public Value[] ToArray()
    {
        var items = new Value[Count];
        var at = 0;
        foreach (var item in Items)
        {
            items[at++] = item;
        }

        return items;
    }

    /// <summary>As JSON. What is undefined is null in an array and absent from an object.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        if (json.ValueKind != JsonValueKind.Undefined)
        {
            json.WriteTo(writer);
            return;
        }

        switch (Kind)
        {
            case ValueKind.Boolean:
                writer.WriteBooleanValue(IsTrue);
                break;
            case ValueKind.Number when double.IsFinite(number):
                writer.WriteRawValue(NumberText.Of(number), skipInputValidation: true);
                break;
            case ValueKind.String:
                writer.WriteStringValue(String);
                break;
            case ValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in Items)
                {
                    item.WriteTo(writer);
                }

                writer.WriteEndArray();
                break;
            case ValueKind.Object:
                writer.WriteStartObject();
                foreach (var (name, value) in Properties().Where(p => p.Value.Kind != ValueKind.Undefined))
                {
                    writer.WritePropertyName(name);
                    value.WriteTo(writer);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    /// <summary>As text inside a text, the way JavaScript prints.</summary>
    public void AppendTo(Utf8Text text)
    {
        if (Kind == ValueKind.String && computed is null)
        {
            var raw = System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(json)[1..^1];
            if (!raw.Contains((byte)'\\'))
            {
                text.Append(raw);
                return;
            }
        }

        text.Append(ToText());
    }

    /// <inheritdoc cref="AppendTo"/>
    public string ToText() => Kind switch
    {
        ValueKind.Boolean => IsTrue ? "true" : "false",
        ValueKind.Number => NumberText.Of(number),
        ValueKind.String => String,
        ValueKind.Array => string.Join(',', ToArray().Select(item => item.IsNullOrUndefined ? "" : item.ToText())),
        ValueKind.Object => "[object Object]",
        ValueKind.Null => "null",
        _ => "undefined",
    };

    public string ToJson()
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = Expansion.Encoder }))
        {
            WriteTo(writer);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
