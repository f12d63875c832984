using SiteBot.Reading;

namespace SiteBot.Understanding.Words;

/// <summary>A line of a language file under its heading.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Text">What it says, trimmed.</param>
internal readonly record struct LanguageLine(int Line, string Text);

/// <summary>A heading of a language file, <c>[words]</c>, with the lines under it.</summary>
/// <param name="Heading">What stands in the brackets.</param>
/// <param name="Line">The heading's line, from 1.</param>
/// <param name="Lines">The lines; never blank, no comments.</param>
internal sealed record LanguageSection(string Heading, int Line, IReadOnlyList<LanguageLine> Lines);

/// <summary>Reads the plain files of <c>dialogs/language</c>: a heading in brackets, a line each below it, <c>#</c> before a comment.</summary>
internal static class LanguageFile
{
    /// <summary>The sections in the file's order.</summary>
    /// <exception cref="FaultyFileException">A line stands before the first heading, or a heading is not closed.</exception>
    public static IReadOnlyList<LanguageSection> Sections(SourceFile file)
    {
        var faults = new FaultList(file.Name);
        var sections = new List<LanguageSection>();
        var lines = new List<LanguageLine>();
        foreach (var line in Lines(file))
        {
            if (line.Text[0] == '[')
            {
                if (line.Text[^1] != ']')
                {
                    faults.Add(line.Line, "a heading ends with a bracket; write [heading].");
                    continue;
                }

                lines = [];
                sections.Add(new LanguageSection(line.Text[1..^1].Trim(), line.Line, lines));
            }
            else if (sections.Count == 0)
            {
                faults.Add(line.Line, "a line stands before the first heading; write [heading] above it.");
            }
            else
            {
                lines.Add(line);
            }
        }

        faults.ThrowIfAny();
        return sections;
    }

    /// <summary>The lines that say something: neither blank nor a comment.</summary>
    public static IEnumerable<LanguageLine> Lines(SourceFile file)
    {
        var number = 0;
        foreach (var raw in file.Text.Split('\n'))
        {
            number++;
            var text = raw.Trim();
            if (text.Length > 0 && text[0] != '#')
            {
                yield return new LanguageLine(number, text);
            }
        }
    }

    /// <summary>Lines of the form <c>left = right</c>.</summary>
    /// <exception cref="FaultyFileException">A line has no equals sign, or nothing before it.</exception>
    public static IEnumerable<(LanguageLine Line, string Left, string Right)> Pairs(SourceFile file)
    {
        var faults = new FaultList(file.Name);
        var pairs = new List<(LanguageLine Line, string Left, string Right)>();
        foreach (var line in Lines(file))
        {
            var at = line.Text.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
            {
                faults.Add(line.Line, "a line names two sides; write: what is written = what is meant.");
                continue;
            }

            pairs.Add((line, line.Text[..at].Trim(), line.Text[(at + 1)..].Trim()));
        }

        faults.ThrowIfAny();
        return pairs;
    }
}
