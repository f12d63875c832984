using System.Text;

namespace AdaptiveCards.Templating.Expressions;

/// <summary>A function or an operator applied to arguments.</summary>
internal sealed class CallExpression : Expression
{
    /// <exception cref="AdaptiveTemplateException">The number of arguments is wrong, or one is known to be of a wrong kind.</exception>
    public CallExpression(Function function, Expression[] arguments)
    {
        Function = function;
        Arguments = arguments;
        function.Check(this);
    }

    public Function Function { get; }

    public Expression[] Arguments { get; }

    public override ReturnType Returns => Function.Returns;

    public override Value Evaluate(Scope scope, bool substitute) => Function.Evaluate(Arguments, scope, substitute);

    public override string ToString()
    {
        var infix = !char.IsAsciiLetter(Function.Name[0]) && Arguments.Length >= 2;
        var text = new StringBuilder(infix ? "" : Function.Name).Append('(');
        return text.AppendJoin(infix ? $" {Function.Name} " : ", ", Arguments.AsEnumerable()).Append(')').ToString();
    }
}
