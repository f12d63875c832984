using System.Collections.Immutable;
using SiteBot.Forms.Blocks;
using SiteBot.Reading;

namespace SiteBot.Standard;

/// <summary>Reads the list of forms, and checks that forms and provisions name each other.</summary>
internal static class FormReader
{
    private static readonly WordList<bool> Copies = new(("customer", true));

    public static ImmutableArray<FormType> Read(SourceFile file, FaultList faults, ImmutableArray<Provision> provisions)
    {
        var root = new MapReader(faults, YamlFile.Parse(file.Name, file.Text), "the list of forms");
        var byId = provisions.DistinctBy(provision => provision.Id).ToDictionary(provision => provision.Id, StringComparer.Ordinal);
        var sheets = SheetReader.Read(root);
        var forms = root.Entries("forms").Select(entry => ReadForm(entry, faults, byId, sheets)).ToImmutableArray();
        root.Done();
        return forms;
    }

    public static void CheckAskedFor(
        ImmutableArray<Provision> provisions, IReadOnlyList<int> lines, ImmutableArray<FormType> forms, FaultList faults)
    {
        var byId = forms.ToDictionary(form => form.Id, StringComparer.Ordinal);
        foreach (var (provision, line) in provisions.Zip(lines))
        {
            foreach (var id in provision.Forms)
            {
                if (!byId.TryGetValue(id, out var form))
                {
                    faults.Add(line, $"provision {provision.Id} asks for the form '{id}', which is not in the list of forms; {Suggestion.For(id, byId.Keys)}");
                }
                else if (!form.From.Contains(provision.Id, StringComparer.Ordinal))
                {
                    faults.Add(line, $"provision {provision.Id} asks for the form '{id}', whose 'from' does not name it; write \"{provision.Id}\" there.");
                }
            }
        }
    }

    private static FormType ReadForm(YamlEntry entry, FaultList faults, Dictionary<string, Provision> provisions, IReadOnlyDictionary<string, SheetBlock> sheets)
    {
        var map = new MapReader(faults, entry.Value, $"the form '{entry.Key}'");
        var from = map.Words("from");
        var form = new FormType(
            entry.Key,
            new Text(map.Text("zh"), map.Text("en")),
            [.. from.Select(word => word.Value)],
            map.Choice("signed", StandardWords.Signers, Signers.None),
            map.Choice("copy_to", Copies, otherwise: false))
        {
            Intro = map.OptionalBilingual("intro"),
            Blocks = ReadBlocks(map, faults, sheets),
        };
        map.Done();
        if (from.Count == 0)
        {
            faults.Add(entry.Line, $"the form '{entry.Key}' lacks 'from'; write the provisions that ask for it, such as from: [\"6.3-6\"].");
        }

        foreach (var word in from)
        {
            if (!provisions.TryGetValue(word.Value, out var provision))
            {
                faults.Add(word.Line, $"'{word.Value}' is no provision of the standard; {Suggestion.For(word.Value, provisions.Keys)}");
            }
            else if (!provision.Forms.Contains(entry.Key, StringComparer.Ordinal))
            {
                faults.Add(word.Line, $"provision {word.Value} does not name the form '{entry.Key}' in its 'forms'; write it there, or take it out here.");
            }
        }

        return form;
    }

    private static ImmutableArray<IFormBlock> ReadBlocks(MapReader map, FaultList faults, IReadOnlyDictionary<string, SheetBlock> sheets)
    {
        var blocks = ImmutableArray.CreateBuilder<IFormBlock>();
        foreach (var word in map.Words("blocks"))
        {
            if (sheets.TryGetValue(word.Value, out var sheet))
            {
                blocks.Add(sheet);
            }
            else if (FormBlocks.All.TryRead(word.Value, out var block))
            {
                blocks.Add(block);
            }
            else
            {
                faults.Add(word.Line, $"'{word.Value}' is no block and no sheet; {Suggestion.For(word.Value, FormBlocks.All.Words.Concat(sheets.Keys))}");
            }
        }

        return blocks.ToImmutable();
    }
}
