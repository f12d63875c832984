using System.Collections.Immutable;
using SiteBot.Reading;
using SiteBot.Standard;

namespace SiteBot.Answers.Own;

/// <summary>Reads provisions of the operator's own: one YAML file, or every one of a folder. Refused whole with each fault's file, line and what to write instead.</summary>
public static class OwnProvisionReader
{
    private const int LongestId = 20;
    private const int LongestText = 1000;
    private const int MostQuestions = 50;

    /// <summary>Loads a file, or a folder's <c>*.yaml</c> in the order of their names.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="standard">The standard in force: an id of its own is not taken.</param>
    /// <exception cref="FaultyFileException">It is missing, empty or faulty.</exception>
    public static ImmutableArray<OwnProvision> Load(string path, CodeOfConduct standard)
    {
        if (!System.IO.Directory.Exists(path))
        {
            return Read([SourceFile.Load(path)], standard);
        }

        var files = System.IO.Directory.EnumerateFiles(path, "*.yaml").Order(StringComparer.Ordinal).Select(SourceFile.Load).ToList();
        return files.Count > 0 ? Read(files, standard) : throw new FaultyFileException([new Fault(path, 0, "the folder of own provisions has no file; write one that ends with .yaml, or name another folder.")]);
    }

    /// <summary>Reads files.</summary>
    /// <exception cref="FaultyFileException">With every fault of all of them.</exception>
    public static ImmutableArray<OwnProvision> Read(IEnumerable<SourceFile> files, CodeOfConduct standard)
    {
        var all = ImmutableArray.CreateBuilder<OwnProvision>();
        var faults = new List<Fault>();
        var taken = standard.CitableIds.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var own = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            var list = new FaultList(file.Name);
            var root = new MapReader(list, YamlFile.Parse(file.Name, file.Text), "the file of own provisions");
            var source = root.Bilingual("source");
            var maps = root.Maps("provisions", "a provision").ToList();
            if (maps.Count == 0)
            {
                list.Add(root.LineOf("provisions"), "there are no provisions; write them under 'provisions:'.");
            }

            all.AddRange(maps.Select(map => One(map, source, taken, own)));
            root.Done();
            faults.AddRange(list.InOrder());
        }

        return faults.Count == 0 ? all.ToImmutable() : throw new FaultyFileException([.. faults]);
    }

    private static OwnProvision One(MapReader map, Text source, HashSet<string> taken, HashSet<string> own)
    {
        var id = map.Text("id");
        var force = map.Choice("force", StandardWords.Forces);
        var text = map.Bilingual("text");
        var questions = map.Words("questions");
        map.Done();
        if (id.Length > LongestId || id.Any(sign => !char.IsAsciiLetterOrDigit(sign) && sign is not ('-' or '.' or '_')))
        {
            map.Fault("id", $"'{id}' is no id; write up to {LongestId} letters, digits, dots and hyphens, such as B-1.");
        }
        else if (taken.Contains(id))
        {
            map.Fault("id", $"'{id}' is the standard's own; write another id, such as OWN-{id}.");
        }
        else if (id.Length > 0 && !own.Add(id))
        {
            map.Fault("id", $"'{id}' stands twice; give each provision an id of its own.");
        }

        if (text.Zh.Length > LongestText || text.En.Length > LongestText)
        {
            map.Fault("text", $"the text of '{id}' is longer than {LongestText} characters; write several provisions.");
        }

        if (questions.Count > MostQuestions)
        {
            map.Fault("questions", $"'{id}' has more than {MostQuestions} questions; keep those that differ.");
        }

        return new OwnProvision(id, force, source, text, [.. questions.Select(question => question.Value)]);
    }
}
