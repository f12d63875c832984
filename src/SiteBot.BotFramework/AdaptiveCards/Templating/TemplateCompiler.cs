using System.Buffers;
using System.Text.Json;
using AdaptiveCards.Templating.Expressions;

namespace AdaptiveCards.Templating;

/// <summary>Template JSON → a tree of parts, with all that no data can change already written out.</summary>
internal static class TemplateCompiler
{
    /// <summary>Names the language keeps for itself: they steer an expansion and are never written.</summary>
    private static readonly HashSet<string> Reserved = ["$data", "$when", "$root", "$index", "$host", "$_acTemplateVersion"];

    public static TemplateNode Compile(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => CompileText(json),
        JsonValueKind.Array => CompileArray(json),
        JsonValueKind.Object => CompileObject(json),
        JsonValueKind.Null => ConstantNode.Null,
        _ => Constant(json.WriteTo),
    };

    private static TemplateNode CompileText(JsonElement json)
    {
        var text = json.GetString()!;
        if (!text.Contains("${", StringComparison.Ordinal))
        {
            return Constant(json.WriteTo);
        }

        var parts = InterpolatedText.Parse(text);
        return parts switch
        {
            // A call of concat() on its own is taken for text by the official library, and so prints its arguments.
            [CallExpression { Function.Name: "concat" } concat] => new TextNode(concat.Arguments),
            [not ConstantExpression] => new ExpressionNode(parts[0]),
            _ => new TextNode(parts),
        };
    }

    private static TemplateNode CompileArray(JsonElement json)
    {
        var items = Flatten(json).Select(Compile).Where(item => item != ConstantNode.Null).ToArray();
        return Merge(new ArrayNode(items), items);
    }

    private static IEnumerable<JsonElement> Flatten(JsonElement array) =>
        array.EnumerateArray().SelectMany(item => item.ValueKind == JsonValueKind.Array ? Flatten(item) : [item]);

    private static TemplateNode CompileObject(JsonElement json)
    {
        Expression? when = null;
        if (json.TryGetProperty("$when", out var condition) && !TryCompileWhen(condition, out when))
        {
            return ConstantNode.Null;
        }

        var data = json.TryGetProperty("$data", out var binding) ? CompileData(binding) : null;
        var properties = new OrderedDictionary<string, TemplateNode>();
        foreach (var property in json.EnumerateObject().Where(property => !Reserved.Contains(property.Name)))
        {
            properties[property.Name] = Compile(property.Value);
        }

        var node = new ObjectNode(data, when, properties.Select(p => KeyValuePair.Create(JsonEncodedText.Encode(p.Key, Expansion.Encoder), p.Value)).ToArray());
        return data is null && when is null ? Merge(node, properties.Values) : node;
    }

    /// <summary>False where the element can never be shown: anything but an expression drops it, unless it is one of JavaScript's falsy values.</summary>
    private static bool TryCompileWhen(JsonElement condition, out Expression? when)
    {
        when = null;
        if (condition.ValueKind == JsonValueKind.String && CompileText(condition) is var node and (ExpressionNode or TextNode))
        {
            when = (node as ExpressionNode)?.Expression;
            return when is not null;
        }

        return condition.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.False => true,
            JsonValueKind.Number => condition.GetDouble() == 0,
            JsonValueKind.String => condition.GetString()!.Length == 0,
            _ => false,
        };
    }

    private static DataBinding CompileData(JsonElement binding) =>
        binding.ValueKind == JsonValueKind.String && CompileText(binding) is var node and (ExpressionNode or TextNode)
            ? new DataBinding(null, node)
            : new DataBinding(Value.From(binding.Clone()), null);

    private static TemplateNode Merge(TemplateNode node, IEnumerable<TemplateNode> parts) =>
        parts.All(part => part is ConstantNode) ? Constant(writer => WriteOut(node, writer)) : node;

    private static void WriteOut(TemplateNode node, Utf8JsonWriter writer) =>
        writer.WriteRawValue(Expansion.Run(node, default, default, null), skipInputValidation: true);

    private static ConstantNode Constant(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = Expansion.Encoder }))
        {
            write(writer);
        }

        return new ConstantNode(bytes.WrittenSpan.ToArray());
    }
}
