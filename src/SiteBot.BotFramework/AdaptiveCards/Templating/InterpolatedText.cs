using AdaptiveCards.Templating.Expressions;

namespace AdaptiveCards.Templating;

/// <summary>Splits a text into literals and <c>${expressions}</c>. What only looks like the start of an expression stays text, as the language has it.</summary>
internal static class InterpolatedText
{
    public static Expression[] Parse(string text)
    {
        var parts = new List<Expression>();
        var literal = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '$' or '`')
            {
                literal.Append(text[++i]);
            }
            else if (text[i] == '$' && EndOfExpression(text, i) is { } end)
            {
                Flush();
                parts.Add(ExpressionParser.Parse(text[(i + 2)..end]));
                i = end;
            }
            else
            {
                literal.Append(text[i]);
            }
        }

        Flush();
        return [.. parts];

        void Flush()
        {
            if (literal.Length > 0)
            {
                parts.Add(new ConstantExpression(Value.Of(literal.ToString())));
                literal.Clear();
            }
        }
    }

    /// <summary>Where the brace stands that closes the expression begun at <paramref name="start"/>; null where none is begun or it never closes.</summary>
    private static int? EndOfExpression(string text, int start)
    {
        if (start + 2 >= text.Length || text[start + 1] != '{' || text[start + 2] == '}')
        {
            return null;
        }

        var depth = 0;
        for (var i = start + 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '{':
                    depth++;
                    break;
                case '}' when --depth == 0:
                    return i;
                case '\'' or '"':
                    if (StringLiteral.End(text, i) is not { } end)
                    {
                        return null;
                    }

                    i = end;
                    break;
                case '\r' or '\n' or '`':
                    return null;
            }
        }

        return null;
    }
}
