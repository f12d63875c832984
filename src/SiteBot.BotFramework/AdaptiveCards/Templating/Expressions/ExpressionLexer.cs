using System.Globalization;

namespace AdaptiveCards.Templating.Expressions;

internal enum TokenKind
{
    End,
    Symbol,
    Name,
    Number,
    Text,
}

/// <summary>A word of an expression; <paramref name="Text"/> is a literal's value, else the characters themselves.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Position)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;
}

/// <summary>Cuts an expression into words. Names are ASCII, and may begin with one of <c>_ # @ $ %</c>.</summary>
internal static class ExpressionLexer
{
    private static readonly string[] Symbols =
    [
        "==", "!=", "<>", "&&", "||", "<=", ">=", "=>", "??",
        "+", "-", "!", "^", "*", "/", "%", "&", "<", ">", "(", ")", ".", "[", "]", "{", "}", ",", ":", "?",
    ];

    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] is ' ' or '\t' or '\r' or '\n' or '\ufeff' or '\u00a0')
            {
                i++;
                continue;
            }

            var token = Next(text, i, out i);
            tokens.Add(token);
        }

        tokens.Add(new Token(TokenKind.End, "", text.Length));
        return tokens;
    }

    private static Token Next(string text, int start, out int end)
    {
        var c = text[start];
        if (c is '\'' or '"')
        {
            var close = StringLiteral.End(text, start) ?? throw Invalid(text, start);
            end = close + 1;
            return new Token(TokenKind.Text, StringLiteral.Unescape(text.AsSpan(start + 1, close - start - 1), c), start);
        }

        if (char.IsAsciiDigit(c))
        {
            end = Digits(text, start);
            if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
            {
                end = Digits(text, end + 1);
            }

            return new Token(TokenKind.Number, text[start..end], start);
        }

        if (NameLength(text, start) is > 0 and var length)
        {
            end = start + length;
            return new Token(TokenKind.Name, text[start..end], start);
        }

        var symbol = Array.Find(Symbols, candidate => string.CompareOrdinal(text, start, candidate, 0, candidate.Length) == 0) ?? throw Invalid(text, start);
        end = start + symbol.Length;
        return new Token(TokenKind.Symbol, symbol, start);
    }

    private static int NameLength(string text, int start)
    {
        var first = text.AsSpan(start).StartsWith("@@") ? 2 : char.IsAsciiLetter(text[start]) || text[start] is '_' or '#' or '@' or '$' or '%' ? 1 : 0;
        var end = start + first;
        while (first > 0 && end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        // A percent sign alone is the operator; with letters or digits after it, it begins a name.
        return text[start] == '%' && end == start + 1 ? 0 : end - start;
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static AdaptiveTemplateException Invalid(string text, int position) =>
        new(string.Create(CultureInfo.InvariantCulture, $"${{{text}}} does not parse: unexpected '{text[position]}' at {position}."));
}
