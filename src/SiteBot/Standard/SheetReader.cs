using SiteBot.Forms.Blocks;
using SiteBot.Reading;

namespace SiteBot.Standard;

/// <summary>Reads the sheets of <c>forms.yaml</c>: parts of forms that people fill in.</summary>
internal static class SheetReader
{
    private const int MostRows = 30;

    public static IReadOnlyDictionary<string, SheetBlock> Read(MapReader root)
    {
        var sheets = new Dictionary<string, SheetBlock>(StringComparer.Ordinal);
        foreach (var entry in root.Entries("sheets"))
        {
            var map = new MapReader(root.Faults, entry.Value, $"the sheet '{entry.Key}'");
            sheets[entry.Key] = Sheet(entry, map);
            map.Done();
            if (FormBlocks.All.TryRead(entry.Key, out _))
            {
                root.Faults.Add(entry.Line, $"'{entry.Key}' is the name of a block; call the sheet something else.");
            }
        }

        return sheets;
    }

    private static SheetBlock Sheet(YamlEntry entry, MapReader map)
    {
        var sheet = new SheetBlock(
            entry.Key,
            new Text(map.Text("zh"), map.Text("en")),
            [.. map.Words("told").Select(word => word.Value)],
            [.. map.Maps("fields", "a label").Select(Label)],
            [.. map.Maps("columns", "a column").Select(Column)],
            [.. map.Maps("rows", "a row").Select(Label)],
            map.Number("blank", 0, MostRows) ?? 0,
            map.Number("lines", 0, MostRows) ?? 0);
        if (sheet.Columns.IsEmpty && (!sheet.Rows.IsEmpty || sheet.Blank > 0))
        {
            map.Fault("columns", $"the sheet '{entry.Key}' has rows and no columns; write columns: [{{zh: …, en: …, share: 2}}].");
        }

        if (sheet.Told.IsEmpty && sheet.Fields.IsEmpty && sheet.Columns.IsEmpty && sheet.Lines == 0)
        {
            map.Faults.Add(entry.Line, $"the sheet '{entry.Key}' is empty; write told, fields, columns or lines.");
        }

        return sheet;
    }

    private static Text Label(MapReader map)
    {
        var text = new Text(map.Text("zh"), map.Text("en"));
        map.Done();
        return text;
    }

    private static (Text Name, int Share) Column(MapReader map)
    {
        var column = (new Text(map.Text("zh"), map.Text("en")), map.Number("share", 1, 20) ?? 2);
        map.Done();
        return column;
    }
}
