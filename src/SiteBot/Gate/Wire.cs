using System.Text;
using SiteBot.Reading;

namespace SiteBot.Gate;

/// <summary>How the gate's closed lists are written in files and on the wire: the member's name in snake case, <c>OfficeHead</c> as <c>office_head</c>.</summary>
public static class Wire
{
    /// <summary>The written form of <paramref name="value"/>.</summary>
    public static string Name<T>(this T value)
        where T : struct, Enum => Of<T>.Names[value];

    /// <summary>The member that <paramref name="name"/> spells exactly; null where none does.</summary>
    public static T? Read<T>(string? name)
        where T : struct, Enum => name is not null && Of<T>.Values.TryGetValue(name, out var value) ? value : null;

    /// <summary>The written forms of all members, in their order.</summary>
    public static IReadOnlyCollection<string> All<T>()
        where T : struct, Enum => Of<T>.Values.Keys;

    /// <summary>The members as words of a file.</summary>
    internal static WordList<T> Words<T>()
        where T : struct, Enum => new([.. Of<T>.Values.Select(p => (p.Key, p.Value))]);

    private static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    private static class Of<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Names = Enum.GetValues<T>().ToDictionary(v => v, v => Snake(v.ToString()));
        public static readonly Dictionary<string, T> Values = Names.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }
}
