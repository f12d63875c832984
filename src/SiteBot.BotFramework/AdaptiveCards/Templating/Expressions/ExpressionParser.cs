using System.Globalization;

namespace AdaptiveCards.Templating.Expressions;

/// <summary>Words → an expression, by the precedence of the Adaptive Expressions grammar.</summary>
internal sealed class ExpressionParser
{
    /// <summary>Binary operators from the loosest to the tightest; all but the power group to the left.</summary>
    private static readonly string[][] Levels =
        [["??"], ["||"], ["&&"], ["<", "<=", ">", ">="], ["&"], ["==", "!=", "<>"], ["+", "-"], ["*", "/", "%"], ["^"]];

    private readonly string text;
    private readonly List<Token> tokens;
    private int next;

    private ExpressionParser(string text)
    {
        this.text = text;
        tokens = ExpressionLexer.Read(text);
    }

    /// <exception cref="AdaptiveTemplateException">It does not parse, or gives a function arguments that cannot fit.</exception>
    public static Expression Parse(string text)
    {
        var trimmed = text.Trim();
        trimmed = trimmed.StartsWith('=') ? trimmed[1..] : trimmed;
        if (trimmed.Length == 0)
        {
            return new ConstantExpression(Value.Of(""));
        }

        var parser = new ExpressionParser(trimmed);
        var expression = parser.Conditional();
        return parser.Peek.Kind == TokenKind.End ? expression : throw parser.Unexpected();
    }

    private Token Peek => tokens[next];

    private Expression Conditional()
    {
        var expression = Binary(0);
        while (Accept("?"))
        {
            // The branch after the colon does not reach over a second question mark: a ? b : c ? d : e is (a ? b : c) ? d : e.
            var whenTrue = Conditional();
            Expect(":");
            expression = Call("if", expression, whenTrue, Binary(0));
        }

        return expression;
    }

    private Expression Binary(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Binary(level + 1);
        while (Peek.Kind == TokenKind.Symbol && Levels[level].Contains(Peek.Text))
        {
            var symbol = tokens[next++].Text;
            left = Call(symbol, left, Binary(symbol == "^" ? level : level + 1));
        }

        return left;
    }

    private Expression Unary()
    {
        if (Accept("!"))
        {
            return Call("!", Unary());
        }

        var symbol = Peek;
        return Accept("-") || Accept("+") ? Call(symbol.Text, new ConstantExpression(Value.Of(0d)), Unary()) : Primary();
    }

    private Expression Primary()
    {
        var start = next;
        var expression = Atom();
        while (true)
        {
            if (Accept("."))
            {
                expression = Member(expression, Name());
            }
            else if (Accept("["))
            {
                expression = new ElementExpression(expression, Conditional());
                Expect("]");
            }
            else if (Peek.Is("(") || (Peek.Is("!") && tokens[next + 1].Is("(")))
            {
                var name = string.Concat(tokens[start..next].Select(token => token.Text)) + (Accept("!") ? "!" : "");
                Expect("(");
                expression = new CallExpression(FunctionTable.Find(name), Arguments(")"));
            }
            else
            {
                return expression;
            }
        }
    }

    private Expression Atom()
    {
        var token = tokens[next++];
        switch (token.Kind)
        {
            case TokenKind.Number:
                return new ConstantExpression(Value.Of(double.Parse(token.Text, CultureInfo.InvariantCulture)));
            case TokenKind.Text:
                return new ConstantExpression(Value.Of(token.Text));
            case TokenKind.Name:
                return token.Text switch
                {
                    "true" => new ConstantExpression(Value.Of(true)),
                    "false" => new ConstantExpression(Value.Of(false)),
                    "null" => new ConstantExpression(Value.Null),
                    "undefined" => new ConstantExpression(Value.Undefined),
                    var name => new PathExpression(null, [new PathStep(name, null)]),
                };
            case TokenKind.Symbol when token.Text == "(":
                var inner = Conditional();
                Expect(")");
                return inner;
            case TokenKind.Symbol when token.Text == "[":
                return new CallExpression(FunctionTable.Find("createArray"), Arguments("]"));
            case TokenKind.Symbol when token.Text == "{":
                return ObjectLiteral();
            default:
                next--;
                throw Unexpected();
        }
    }

    private Expression ObjectLiteral()
    {
        Expression expression = new CallExpression(FunctionTable.Find("json"), [new ConstantExpression(Value.Of("{}"))]);
        while (!Accept("}"))
        {
            var key = tokens[next++];
            if (key.Kind is not (TokenKind.Name or TokenKind.Text))
            {
                next--;
                throw Unexpected();
            }

            Expect(":");
            expression = Call("setProperty", expression, new ConstantExpression(Value.Of(key.Text)), Conditional());
            if (!Peek.Is("}"))
            {
                Expect(",");
            }
        }

        return expression;
    }

    private Expression[] Arguments(string close)
    {
        var arguments = new List<Expression>();
        while (!Accept(close))
        {
            if (Peek.Kind == TokenKind.Name && tokens[next + 1].Is("=>"))
            {
                arguments.Add(new PathExpression(null, [new PathStep(tokens[next].Text, null)]));
                next += 2;
            }

            arguments.Add(Conditional());
            if (!Peek.Is(close))
            {
                Expect(",");
                if (Peek.Is(close))
                {
                    throw Unexpected();
                }
            }
        }

        return [.. arguments];
    }

    private static Expression Member(Expression source, string name)
    {
        var steps = new List<PathStep> { new(name, null) };
        while (source is ElementExpression element)
        {
            steps.Insert(0, new PathStep(null, element.Index));
            source = element.Source;
        }

        return source is PathExpression path ? path.Then(steps) : new PathExpression(source, [.. steps]);
    }

    private static CallExpression Call(string name, params Expression[] arguments) => new(FunctionTable.Find(name), arguments);

    private string Name() => Peek.Kind == TokenKind.Name ? tokens[next++].Text : throw Unexpected();

    private bool Accept(string symbol)
    {
        if (!Peek.Is(symbol))
        {
            return false;
        }

        next++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!Accept(symbol))
        {
            throw Unexpected();
        }
    }

    private AdaptiveTemplateException Unexpected() =>
        new(Peek.Kind == TokenKind.End ? $"${{{text}}} does not parse: it ends too early." : $"${{{text}}} does not parse: unexpected '{Peek.Text}' at {Peek.Position}.");
}
