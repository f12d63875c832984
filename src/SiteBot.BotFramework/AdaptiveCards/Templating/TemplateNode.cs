using System.Text.Json;
using AdaptiveCards.Templating.Expressions;

namespace AdaptiveCards.Templating;

/// <summary>A part of a compiled template. Immutable, so that many expansions may read it at once.</summary>
internal abstract class TemplateNode
{
    /// <summary>Writes exactly one value.</summary>
    public abstract void WriteValue(Expansion expansion);

    /// <summary>Writes the value under a name, or nothing where the language drops the property.</summary>
    public virtual void WriteProperty(JsonEncodedText name, Expansion expansion)
    {
        expansion.Writer.WritePropertyName(name);
        WriteValue(expansion);
    }

    /// <summary>Writes what the part becomes inside an array: none, one or several values.</summary>
    public virtual void WriteItems(Expansion expansion) => WriteValue(expansion);
}

/// <summary>Whatever no data can change, kept as the bytes that will be written.</summary>
internal sealed class ConstantNode(byte[] json) : TemplateNode
{
    public static readonly ConstantNode Null = new("null"u8.ToArray());

    public override void WriteValue(Expansion expansion) => expansion.Writer.WriteRawValue(json, skipInputValidation: true);

    public override void WriteItems(Expansion expansion)
    {
        if (this != Null)
        {
            WriteValue(expansion);
        }
    }
}

/// <summary>A lone <c>${expression}</c>: its value with its type.</summary>
internal sealed class ExpressionNode(Expression expression) : TemplateNode
{
    public Expression Expression => expression;

    public override void WriteValue(Expansion expansion) => Evaluate(expansion).WriteTo(expansion.Writer);

    public override void WriteProperty(JsonEncodedText name, Expansion expansion)
    {
        var value = Evaluate(expansion);
        if (value.Kind != ValueKind.Undefined)
        {
            expansion.Writer.WritePropertyName(name);
            value.WriteTo(expansion.Writer);
        }
    }

    public override void WriteItems(Expansion expansion)
    {
        var value = Evaluate(expansion);
        if (value.Kind == ValueKind.Array)
        {
            foreach (var item in value.Items)
            {
                item.WriteTo(expansion.Writer);
            }
        }
        else if (value.Kind != ValueKind.Null)
        {
            value.WriteTo(expansion.Writer);
        }
    }

    public Value Evaluate(Expansion expansion) => expression.EvaluateOrThrow(expansion.Scope);
}

/// <summary>Array parts; arrays inside arrays were flattened when the template was compiled, as the language flattens them.</summary>
internal sealed class ArrayNode(TemplateNode[] items) : TemplateNode
{
    public override void WriteValue(Expansion expansion)
    {
        expansion.Writer.WriteStartArray();
        WriteItems(expansion);
        expansion.Writer.WriteEndArray();
    }

    public override void WriteItems(Expansion expansion)
    {
        foreach (var item in items)
        {
            item.WriteItems(expansion);
        }
    }
}
