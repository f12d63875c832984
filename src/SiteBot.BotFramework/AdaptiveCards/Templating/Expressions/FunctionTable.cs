using System.Collections.Frozen;

namespace AdaptiveCards.Templating.Expressions;

/// <summary>The functions by every name a template may call them by. A name that is not here fails when it is called, not before: the call may stand in an element that is dropped.</summary>
internal static class FunctionTable
{
    private static readonly (string Alias, string Name)[] Aliases =
    [
        ("add", "+"), ("sub", "-"), ("mul", "*"), ("div", "/"), ("mod", "%"), ("exp", "^"), ("and", "&&"), ("or", "||"), ("not", "!"),
        ("equals", "=="), ("less", "<"), ("lessOrEquals", "<="), ("greater", ">"), ("greaterOrEquals", ">="), ("&", "concat"), ("??", "coalesce"),
    ];

    private static readonly FrozenDictionary<string, Function> ByName = Build();

    public static Function Find(string name) => ByName.TryGetValue(name, out var function) ? function : Unknown(name);

    private static Function Unknown(string name) =>
        new(name, ReturnType.String, (_, _, _) => throw new AdaptiveTemplateException($"Unknown function {name}.")) { Fewest = 0, Most = int.MaxValue };

    private static FrozenDictionary<string, Function> Build()
    {
        var functions = LogicFunctions.All
            .Concat(NumberFunctions.All)
            .Concat(TextFunctions.All)
            .Concat(CollectionFunctions.All)
            .Concat(ItemFunctions.All)
            .Concat(ObjectFunctions.All)
            .Concat(ConversionFunctions.All)
            .ToDictionary(function => function.Name);
        foreach (var (alias, name) in Aliases)
        {
            functions.Add(alias, functions[name]);
        }

        return functions.ToFrozenDictionary();
    }
}
