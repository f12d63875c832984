using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SiteBot.Fuzz;

/// <summary>Spoils JSON: values of another kind, fields gone, doubled or moved, depth, length, broken characters, broken bytes. The same seed spoils the same way.</summary>
public sealed class Mutator(int seed)
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1024 };

    private static readonly string[] _odd =
    [
        "null", "0", "-1", "1e400", "-0.0", "2147483648", "99999999999999999999", "true", "false", "\"\"", "\" \"", "\"\\ud800\"", "\"\\u0000\"", "\"\\u202e\\u202d\"",
        "[]", "[null]", "[[]]", "{}", "{\"id\":{}}", "{\"\":null}", "\"<script>alert(1)</script>\"", "\"${$root}\"", "\"{{DATE(2026-03-10)}}\"", "\"' OR 1=1 --\"",
        "\"2026-02-30T25:61:00+99:00\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"0001-01-01T00:00:00Z\"", "\"http://127.0.0.1:1/\"", "\"file:///etc/passwd\"", "\"😀\\u200d🔥\"",
        "\"visit\"", "\"cancel\"", "\"取消\"", "\"可以升级了吗？\"", "\"2 am\"",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A number below <paramref name="end"/>.</summary>
    public int Next(int end) => _random.Next(end);

    /// <summary>One of several.</summary>
    public T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    /// <summary>The activity, spoilt in one to three places; now and then as bytes that are no JSON any more.</summary>
    public byte[] Spoil(JsonObject whole)
    {
        var spoilt = whole.DeepClone().AsObject();
        for (var times = 1 + _random.Next(3); times > 0; times--)
        {
            Change(spoilt);
        }

        var text = spoilt.ToJsonString(_plain);
        if (_random.Next(3) == 0)
        {
            text = Replaced(text);
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        return _random.Next(6) == 0 ? Broken(bytes) : bytes;
    }

    private void Change(JsonObject root)
    {
        var places = Containers(root).ToList();
        var place = One(places);
        switch (place)
        {
            case JsonObject values when values.Count > 0:
                var name = One(values.Select(pair => pair.Key).ToList());
                Change(values, name, places);
                break;
            case JsonArray items:
                Change(items);
                break;
        }
    }

    private void Change(JsonObject values, string name, List<JsonNode> places)
    {
        switch (_random.Next(7))
        {
            case 0:
                values.Remove(name);
                break;
            case 1:
                values[name] = Deep(2 + _random.Next(100));
                break;
            case 2:
                values[name] = Long();
                break;
            case 3:
                values[name] = One(places).DeepClone();
                break;
            case 4:
                values[name.ToUpperInvariant()] = values[name]?.DeepClone();
                break;
            case 5:
                values[One(["type", "id", "value", "text", "from", "conversation", "attachments", "entities", "channelData", "name", "replyToId", "locale"])] = values[name]?.DeepClone();
                break;
            default:
                values[name] = JsonNode.Parse(One(_odd.Where(odd => odd is not ("1e400" or "\"\\ud800\"")).ToList()));
                break;
        }
    }

    private void Change(JsonArray items)
    {
        switch (_random.Next(3))
        {
            case 0:
                items.Clear();
                break;
            case 1:
                for (var i = 0; i < 200; i++)
                {
                    items.Add(items.Count == 0 ? null : items[0]?.DeepClone());
                }

                break;
            default:
                items.Add(Long());
                break;
        }
    }

    /// <summary>What a document tree cannot hold: a value that is no JSON by itself, a field twice.</summary>
    private string Replaced(string text)
    {
        var colons = Enumerable.Range(0, text.Length).Where(at => text[at] == ':' && at > 0 && text[at - 1] == '"').ToList();
        if (colons.Count == 0)
        {
            return text;
        }

        var at = One(colons) + 1;
        return _random.Next(2) == 0 ? $"{text[..at]}{One(_odd)},\"x\":{text[at..]}" : $"{{\"type\":{One(_odd)},{text[1..]}";
    }

    private byte[] Broken(byte[] bytes)
    {
        switch (_random.Next(4))
        {
            case 0:
                return bytes[.._random.Next(bytes.Length)];
            case 1:
                return [0xEF, 0xBB, 0xBF, .. bytes];
            case 2:
                return [.. bytes, .. bytes];
            default:
                for (var times = 1 + _random.Next(5); times > 0; times--)
                {
                    bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
                }

                return bytes;
        }
    }

    private JsonValue Long() => JsonValue.Create(string.Concat(Enumerable.Repeat(One(["a", "升级", "😀", "\u202Eabc", "<b>", "${x}", "\\", "\n", "9"]), 1 << _random.Next(1, 14))));

    private static JsonArray Deep(int levels) => levels == 0 ? [] : [Deep(levels - 1)];

    private static IEnumerable<JsonNode> Containers(JsonNode? node) => node switch
    {
        JsonObject values => values.Select(pair => pair.Value).SelectMany(Containers).Prepend(values),
        JsonArray items => items.SelectMany(Containers).Prepend(items),
        _ => [],
    };
}
