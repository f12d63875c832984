using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SiteBot.BotFramework.Builder;

/// <summary>The names under which types stand in stored state. They carry no version: state outlives a release.</summary>
internal static partial class StateTypes
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();
    private static readonly ConcurrentDictionary<string, Type> Types = new();

    public static string NameOf(Type type) =>
        Names.GetOrAdd(type, static type => Versions().Replace(type.AssemblyQualifiedName ?? type.Name, string.Empty));

    /// <exception cref="JsonException">There is no such type, or no longer.</exception>
    public static Type Named(string? name) => Types.GetOrAdd(
        name ?? throw new JsonException("A stored value lacks the name of its type."),
        static name => Type.GetType(name) ?? throw new JsonException($"A stored value is a {name}, and there is no such type."));

    /// <summary>A sequence that cannot be made again under its own name (a view, a LINQ query) as the array of its items.</summary>
    public static object Restorable(object value)
    {
        var type = value.GetType();
        if (value is not IEnumerable sequence
            || value is string or IDictionary
            || type.IsArray
            || type.GetConstructor(Type.EmptyTypes) is not null
            || type.GetInterface(typeof(IEnumerable<>).Name) is not { } generic)
        {
            return value;
        }

        object?[] items = [.. sequence];
        var array = Array.CreateInstance(generic.GetGenericArguments()[0], items.Length);
        Array.Copy(items, array, items.Length);
        return array;
    }

    [GeneratedRegex(@", Version=[^,\]]+, Culture=[^,\]]+, PublicKeyToken=[^,\]]+")]
    private static partial Regex Versions();
}
