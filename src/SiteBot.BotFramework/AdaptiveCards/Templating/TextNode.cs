using System.Text;
using AdaptiveCards.Templating.Expressions;

namespace AdaptiveCards.Templating;

/// <summary>Text with expressions in it. An expression that fails prints itself; one that yields null or nothing is an error.</summary>
internal sealed class TextNode : TemplateNode
{
    private readonly Part[] parts;

    public TextNode(IEnumerable<Expression> parts)
    {
        this.parts = parts.Select(part => part is ConstantExpression { Value.Kind: not (ValueKind.Null or ValueKind.Undefined) } constant
            ? new Part(Encoding.UTF8.GetBytes(constant.Value.ToText()), null)
            : new Part([], part)).ToArray();
    }

    public override void WriteValue(Expansion expansion)
    {
        expansion.Text.Clear();
        foreach (var (literal, expression) in parts)
        {
            if (expression is null)
            {
                expansion.Text.Append(literal);
            }
            else
            {
                Append(expression, expansion);
            }
        }

        expansion.Writer.WriteStringValue(expansion.Text.Written);
    }

    /// <summary>The same text as a value, for an element whose data is bound to it.</summary>
    public Value Evaluate(Expansion expansion)
    {
        expansion.Text.Clear();
        foreach (var (literal, expression) in parts)
        {
            expansion.Text.Append(literal);
            if (expression is not null)
            {
                Append(expression, expansion);
            }
        }

        return Value.Of(Encoding.UTF8.GetString(expansion.Text.Written));
    }

    private static void Append(Expression expression, Expansion expansion)
    {
        Value value;
        try
        {
            value = expression.Evaluate(expansion.Scope, substitute: true);
        }
        catch (AdaptiveTemplateException)
        {
            value = Value.Error("");
        }

        switch (value.Kind)
        {
            case ValueKind.Error:
                expansion.Text.Append("${");
                expansion.Text.Append($"{expression}");
                expansion.Text.Append("}");
                break;
            case ValueKind.Null or ValueKind.Undefined:
                throw new AdaptiveTemplateException($"${{{expression}}} has no value to print inside a text.");
            default:
                value.AppendTo(expansion.Text);
                break;
        }
    }

    private readonly record struct Part(byte[] Literal, Expression? Expression);
}
