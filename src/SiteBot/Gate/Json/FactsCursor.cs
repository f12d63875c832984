using System.Text;
using System.Text.Json;
using NodaTime;
using SiteBot.Windows;

namespace SiteBot.Gate;

/// <summary>Walks one JSON text strictly and knows at every step where it is. Whatever is not as the contract says is refused with that place.</summary>
internal ref struct FactsCursor
{
    public const int MaxDepth = 16;
    private const int MaxText = 500;
    private const int MaxShownName = 60;

    private static readonly JsonReaderOptions Strict = new() { CommentHandling = JsonCommentHandling.Disallow, AllowTrailingCommas = false, MaxDepth = MaxDepth };

    private readonly object[] path = new object[MaxDepth + 2];
    private Utf8JsonReader json;
    private int depth;

    public FactsCursor(ReadOnlySpan<byte> utf8) => json = new Utf8JsonReader(utf8, Strict);

    /// <summary>Whether the text is one whole JSON document, whatever it says.</summary>
    public static bool IsWellFormed(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8, Strict);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Goes to the document's value.</summary>
    public void Begin() => json.Read();

    /// <summary>Makes sure that nothing follows the document's value.</summary>
    public void End() => json.Read();

    /// <summary>Goes into the object at hand.</summary>
    public readonly void EnterObject()
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw Refused("must be an object");
        }
    }

    /// <summary>Goes to the value of the object's next property, or out of the object.</summary>
    /// <param name="names">The properties that it may have.</param>
    /// <param name="seen">Which it has had; starts at 0.</param>
    /// <param name="index">The property's place in <paramref name="names"/>.</param>
    public bool NextProperty(PropertyNames names, ref uint seen, out int index)
    {
        index = -1;
        if (seen != 0)
        {
            depth--;
        }

        json.Read();
        if (json.TokenType == JsonTokenType.EndObject)
        {
            return false;
        }

        index = json.ValueIsEscaped ? names.Find(Encoding.UTF8.GetBytes(Name() ?? "")) : names.Find(json.ValueSpan);
        if (index < 0)
        {
            throw UnknownProperty(Name());
        }

        path[depth++] = names[index];
        if ((seen & (1u << index)) != 0)
        {
            throw Refused("stands twice");
        }

        seen |= 1u << index;
        json.Read();
        return true;
    }

    /// <summary>Goes into the list at hand.</summary>
    public readonly void EnterList()
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            throw Refused("must be a list");
        }
    }

    /// <summary>Goes to the list's item number <paramref name="index"/>, or out of the list.</summary>
    public bool NextItem(int index, int most)
    {
        if (index > 0)
        {
            depth--;
        }

        json.Read();
        if (json.TokenType == JsonTokenType.EndArray)
        {
            return false;
        }

        if (index >= most)
        {
            throw Refused($"has more than {most} items");
        }

        path[depth++] = index;
        return true;
    }

    public readonly bool Boolean() => json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Refused("must be true or false"),
    };

    /// <summary>A whole number, written without fraction and exponent.</summary>
    public readonly int Integer(int least, int most)
    {
        if (json.TokenType != JsonTokenType.Number || json.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') >= 0
            || !json.TryGetInt64(out var value) || value < least || value > most)
        {
            throw Refused($"must be a whole number from {least} to {most}, without fraction or exponent");
        }

        return (int)value;
    }

    /// <summary>A text of at most 500 characters; null where it is blank.</summary>
    public readonly string? Text()
    {
        var text = String();
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    public readonly T Choice<T>()
        where T : struct, Enum => Wire.Read<T>(String()) ?? throw Refused($"must be one of {string.Join(", ", Wire.All<T>())}");

    public readonly Instant Time()
    {
        if (json.TokenType == JsonTokenType.String && (json.ValueIsEscaped ? Rfc3339.Read(Encoding.UTF8.GetBytes(String())) : Rfc3339.Read(json.ValueSpan)) is { } instant)
        {
            return instant;
        }

        throw Refused("must be a time as 2026-03-10T23:30:00+08:00, from 2000 to 2199");
    }

    /// <summary>A local time as <c>HH:mm</c>.</summary>
    public readonly LocalTime TimeOfDay()
    {
        var text = String();
        if (text is [var h1, var h2, ':', var m1, var m2]
            && char.IsAsciiDigit(h1) && char.IsAsciiDigit(h2) && char.IsAsciiDigit(m1) && char.IsAsciiDigit(m2)
            && ((h1 - '0') * 10) + (h2 - '0') is var hour and < 24
            && ((m1 - '0') * 10) + (m2 - '0') is var minute and < 60)
        {
            return new LocalTime(hour, minute);
        }

        throw Refused("must be a local time from 00:00 to 23:59, written HH:mm");
    }

    public readonly DateTimeZone Zone() => IanaZones.Find(String()) ?? throw Refused("must be a time zone exactly as IANA spells it");

    /// <summary>A refusal of the value at hand.</summary>
    public readonly RefusedException Refused(string message) => new(new FactsRefusal(Here(depth, null), message));

    /// <summary>A refusal of a property of the object at hand: one that is missing, or one that only the whole shows to be wrong.</summary>
    public readonly RefusedException RefusedProperty(string property, string message) => new(new FactsRefusal(Here(depth, property), message));

    // A short plain name helps to find the place; anything else could repeat the input, so the object that holds it is named instead.
    public readonly RefusedException UnknownProperty(string? name) =>
        name is { Length: > 0 and <= MaxShownName } && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.')
            ? RefusedProperty(name, "is no property that belongs here")
            : Refused("has a property that does not belong here");

    private readonly string String()
    {
        if (json.TokenType != JsonTokenType.String)
        {
            throw Refused("must be a text");
        }

        string text;
        try
        {
            text = json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Refused("must be valid Unicode");
        }

        return text.Length <= MaxText ? text : throw Refused($"is longer than {MaxText} characters");
    }

    private readonly string? Name()
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private readonly string Here(int steps, string? property)
    {
        var text = new StringBuilder();
        for (var i = 0; i < steps; i++)
        {
            Step(text, path[i]);
        }

        if (property is not null)
        {
            Step(text, property);
        }

        return text.Length == 0 ? "$" : text.ToString();
    }

    private static void Step(StringBuilder text, object step)
    {
        if (step is int index)
        {
            text.Append('[').Append(index).Append(']');
        }
        else
        {
            text.Append(text.Length > 0 ? "." : "").Append((string)step);
        }
    }
}
