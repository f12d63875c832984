using System.Text.Json;
using AdaptiveCards.Templating.Expressions;

namespace AdaptiveCards.Templating;

/// <summary>
/// An object, once for each context that <c>$data</c> binds it to and <c>$when</c> lets through. Where an array wants items it becomes that many;
/// elsewhere none is null, one is itself, and several are an array.
/// </summary>
internal sealed class ObjectNode(DataBinding? data, Expression? when, KeyValuePair<JsonEncodedText, TemplateNode>[] properties) : TemplateNode
{
    public override void WriteValue(Expansion expansion) => Write(expansion, asItems: false);

    public override void WriteItems(Expansion expansion) => Write(expansion, asItems: true);

    private void Write(Expansion expansion, bool asItems)
    {
        var scope = expansion.Scope;
        var (outerData, outerIndex) = (scope.Data, scope.Index);
        var context = data?.Evaluate(expansion) ?? Value.Undefined;
        if (context.Kind == ValueKind.Array)
        {
            WriteEach(context, expansion, asItems);
        }
        else
        {
            if (context.Kind != ValueKind.Undefined)
            {
                scope.Data = context;
            }

            WriteWhere(IsShown(scope), expansion, asItems);
        }

        (scope.Data, scope.Index) = (outerData, outerIndex);
    }

    private void WriteWhere(bool shown, Expansion expansion, bool asItems)
    {
        if (shown)
        {
            WriteProperties(expansion);
        }
        else if (!asItems)
        {
            expansion.Writer.WriteNullValue();
        }
    }

    private void WriteEach(Value contexts, Expansion expansion, bool asItems)
    {
        // The first object shown waits for a second one, since only then is it known whether an array has to be opened.
        var scope = expansion.Scope;
        var shown = 0;
        (Value Data, double Index) first = default;
        var index = 0d;
        foreach (var context in contexts.Items)
        {
            (scope.Data, scope.Index) = (context, Value.Of(index++));
            if (!IsShown(scope))
            {
                continue;
            }

            shown++;
            if (asItems)
            {
                WriteProperties(expansion);
            }
            else if (shown == 1)
            {
                first = (context, index - 1);
            }
            else
            {
                if (shown == 2)
                {
                    expansion.Writer.WriteStartArray();
                    WriteAt(first, expansion);
                    (scope.Data, scope.Index) = (context, Value.Of(index - 1));
                }

                WriteProperties(expansion);
            }
        }

        if (asItems)
        {
            return;
        }

        switch (shown)
        {
            case 0:
                expansion.Writer.WriteNullValue();
                break;
            case 1:
                WriteAt(first, expansion);
                break;
            default:
                expansion.Writer.WriteEndArray();
                break;
        }
    }

    private void WriteAt((Value Data, double Index) place, Expansion expansion)
    {
        (expansion.Scope.Data, expansion.Scope.Index) = (place.Data, Value.Of(place.Index));
        WriteProperties(expansion);
    }

    private void WriteProperties(Expansion expansion)
    {
        expansion.Writer.WriteStartObject();
        foreach (var (name, node) in properties)
        {
            node.WriteProperty(name, expansion);
        }

        expansion.Writer.WriteEndObject();
    }

    private bool IsShown(Scope scope) => when is null || when.Evaluate(scope, substitute: false) is { Kind: ValueKind.Boolean, IsTrue: true };
}

/// <summary>What <c>$data</c> says: a value written in the template, or an expression or text over the data around it.</summary>
internal sealed class DataBinding(Value? literal, TemplateNode? computed)
{
    public Value Evaluate(Expansion expansion) => computed switch
    {
        ExpressionNode node => node.Evaluate(expansion),
        TextNode text => text.Evaluate(expansion),
        _ => literal ?? Value.Undefined,
    };
}
