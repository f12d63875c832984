using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SiteBot.Reading;

namespace SiteBot.Standard;

/// <summary>Reads an edition of the code of conduct, or refuses it with every fault of both files.</summary>
public static class StandardReader
{
    /// <summary>Reads the two files of an edition.</summary>
    /// <param name="standard"><c>standard.yaml</c>: edition, sections, references, service types, terms, provisions.</param>
    /// <param name="forms"><c>forms.yaml</c>: the forms that the provisions name.</param>
    /// <exception cref="FaultyFileException">With the faults of both files: unknown keys and words, double ids, and ids that name nothing.</exception>
    public static CodeOfConduct Read(SourceFile standard, SourceFile forms)
    {
        var faults = new FaultList(standard.Name);
        var formFaults = new FaultList(forms.Name);
        var root = new MapReader(faults, YamlFile.Parse(standard.Name, standard.Text), "the standard");
        var edition = ReadEdition(root);
        var sections = Named(root, "sections").Select(named => new Section(named.Id, named.Name)).ToImmutableArray();
        var references = Named(root, "references").Select(named => new Reference(named.Id, named.Name)).ToImmutableArray();
        var services = Named(root, "services").Select(named => new ServiceType(named.Id, named.Name)).ToImmutableArray();
        var known = new Known(
            [.. sections.Select(section => section.Id)], [.. references.Select(reference => reference.Number)], [.. services.Select(service => service.Id)]);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var terms = root.Maps("terms", "a term").Select(map => ReadTerm(map, known, ids)).ToImmutableArray();
        var lines = root.Items("provisions").Select(item => item.Line).ToList();
        var provisions = root.Maps("provisions", "a provision").Select(map => ReadProvision(map, known, ids)).ToImmutableArray();
        if (provisions.IsEmpty)
        {
            faults.Add(root.LineOf("provisions"), "the standard has no provisions; write them under 'provisions:'.");
        }

        root.Done();
        var formTypes = FormReader.Read(forms, formFaults, provisions);
        FormReader.CheckAskedFor(provisions, lines, formTypes, faults);
        if (faults.Any || formFaults.Any)
        {
            throw new FaultyFileException([.. faults.InOrder(), .. formFaults.InOrder()]);
        }

        var both = new SourceFile("standard and forms", standard.ContentHash + forms.ContentHash);
        return new CodeOfConduct(edition, sections, references, services, terms, provisions, formTypes, both.ContentHash) { Sources = [both, standard, forms] };
    }

    private static Edition ReadEdition(MapReader root)
    {
        if (root.Map("edition") is not { } map)
        {
            root.Faults.Add(root.Line, "the standard lacks 'edition'; write edition: {id: …, issued: 2007-09-11, in_force: 2007-09-18}.");
            return new Edition("", null, default, default, null);
        }

        var edition = new Edition(
            map.Text("id"), map.OptionalText("replaces"), Day(map, "issued"), Day(map, "in_force"), map.OptionalText("classification"));
        map.Done();
        return edition;
    }

    private static LocalDate Day(MapReader map, string key)
    {
        var written = map.Text(key);
        var parsed = LocalDatePattern.Iso.Parse(written);
        if (written.Length > 0 && !parsed.Success)
        {
            map.Fault(key, $"'{written}' is no date; write it as 2007-09-18.");
        }

        return parsed.Success ? parsed.Value : default;
    }

    private static IEnumerable<(string Id, Text Name)> Named(MapReader root, string key)
    {
        foreach (var entry in root.Entries(key))
        {
            var map = new MapReader(root.Faults, entry.Value, $"'{entry.Key}' under '{key}'");
            yield return (entry.Key, new Text(map.Text("zh"), map.Text("en")));
            map.Done();
        }
    }

    private static Term ReadTerm(MapReader map, Known known, Dictionary<string, int> ids)
    {
        var id = ReadId(map, known, ids).Id;
        var term = new Term(id, new Text(map.Text("zh"), map.Text("en")));
        map.Done();
        return term;
    }

    private static Provision ReadProvision(MapReader map, Known known, Dictionary<string, int> ids)
    {
        var (id, section) = ReadId(map, known, ids);
        var provision = new Provision(
            id,
            section,
            map.Choice("force", StandardWords.Forces),
            AtLeastOne(map, "who", StandardWords.Bounds),
            Among(map, "services", known.Services, "service type"),
            AtLeastOne(map, "use", StandardWords.Uses),
            [.. map.Words("forms").Select(word => word.Value)],
            Among(map, "refs", known.References, "reference"),
            new Text(map.Text("zh"), map.Text("en")));
        map.Done();
        return provision;
    }

    private static (string Id, string Section) ReadId(MapReader map, Known known, Dictionary<string, int> ids)
    {
        var id = map.Text("id");
        var dash = id.LastIndexOf('-');
        var section = dash > 0 ? id[..dash] : id;
        if (id.Length == 0)
        {
            return (id, section);
        }

        if (dash <= 0 || !int.TryParse(id.AsSpan(dash + 1), out _) || !known.Sections.Contains(section))
        {
            map.Fault("id", $"'{id}' names no section; write a section of 'sections', a dash and a running number, such as 6.3-9.");
        }

        if (!ids.TryAdd(id, map.Line))
        {
            map.Fault("id", $"'{id}' stands on line {ids[id]} already; give this one a number of its own.");
        }

        return (id, section);
    }

    private static ImmutableArray<T> AtLeastOne<T>(MapReader map, string key, WordList<T> words)
        where T : notnull
    {
        if (!map.Has(key))
        {
            map.Faults.Add(map.Line, $"{map.What} lacks '{key}'; write some of: {string.Join(", ", words.Words)}.");
        }

        return [.. map.Choices(key, words)];
    }

    private static ImmutableArray<string> Among(MapReader map, string key, IReadOnlySet<string> known, string what)
    {
        var words = map.Words(key);
        foreach (var word in words.Where(word => !known.Contains(word.Value)))
        {
            map.Faults.Add(word.Line, $"'{word.Value}' is no {what} of this standard; {Suggestion.For(word.Value, known)}");
        }

        return [.. words.Select(word => word.Value)];
    }

    private sealed record Known(HashSet<string> Sections, HashSet<string> References, HashSet<string> Services);
}
