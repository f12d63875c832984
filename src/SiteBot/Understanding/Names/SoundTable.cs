using System.Collections.Frozen;
using SiteBot.Reading;
using SiteBot.Understanding.Words;

namespace SiteBot.Understanding.Names;

/// <summary>Which Chinese characters sound alike: <c>homophones.txt</c>. Immutable.</summary>
internal sealed class SoundTable
{
    private const int ShortName = 3;
    private readonly FrozenDictionary<char, char> firstOf;

    private SoundTable(Dictionary<char, char> firstOf) => this.firstOf = firstOf.ToFrozenDictionary();

    /// <summary>No character sounds like another.</summary>
    public static SoundTable None { get; } = new([]);

    /// <summary>Reads the table; a character that stands on two lines sounds like those of the first.</summary>
    /// <exception cref="FaultyFileException">A line has no equals sign, or something on it that is no Chinese character.</exception>
    public static SoundTable Read(SourceFile file)
    {
        var faults = new FaultList(file.Name);
        var firstOf = new Dictionary<char, char>();
        foreach (var (line, _, right) in LanguageFile.Pairs(file))
        {
            var alike = right.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var sign in alike)
            {
                if (sign.Length == 1 && TextFolder.IsHan(sign[0]))
                {
                    firstOf.TryAdd(sign[0], alike[0][0]);
                }
                else
                {
                    faults.Add(line.Line, $"'{sign}' is no Chinese character; write characters with a space between them.");
                }
            }
        }

        faults.ThrowIfAny();
        return new SoundTable(firstOf);
    }

    /// <summary>How a name sounds: the same for names that sound alike; null where something else than Chinese characters stands in it.</summary>
    public string? SoundOf(string compact) =>
        compact.All(TextFolder.IsHan) ? string.Concat(compact.Select(sign => firstOf.GetValueOrDefault(sign, sign))) : null;

    /// <summary>True where few enough characters differ for one to be the other misspelt: one of up to three, two of more. Both are of one length and sound alike.</summary>
    public static bool IsSlip(string written, string name)
    {
        var differ = 0;
        for (var i = 0; i < name.Length; i++)
        {
            differ += written[i] == name[i] ? 0 : 1;
        }

        return differ > 0 && differ <= (name.Length <= ShortName ? 1 : 2);
    }
}
