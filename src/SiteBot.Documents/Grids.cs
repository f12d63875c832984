using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using SiteBot.Forms;

namespace SiteBot.Documents;

/// <summary>Tables. No row is split between pages, a head is repeated, and a short table stays on one page.</summary>
internal static class Grids
{
    // A table of at most this many rows is kept together; a longer one may begin a new page between rows.
    private const int ShortTable = 6;
    private const int RoomToWrite = 430;
    private const int RoomToSign = 560;

    /// <summary>Rows under a head.</summary>
    public static Table Table(FormPart.Table table)
    {
        var widths = Widths([.. table.Columns.Select(column => column.Share)], Look.TextWidth);
        var grid = New(widths, AllAround());
        grid.Append(Row([.. table.Columns.Select((column, i) => Cell(column.Title, widths[i], "CellHead", shaded: true, keepNext: true))], head: true));
        for (var row = 0; row < table.Rows.Length; row++)
        {
            var texts = table.Rows[row];
            var keep = table.Rows.Length <= ShortTable && row < table.Rows.Length - 1;
            grid.Append(Row([.. texts.Select((text, i) => Cell(text, widths[i], "Cell", keepNext: keep))], texts.Skip(1).All(text => text.Length == 0) ? RoomToWrite : 0));
        }

        return grid;
    }

    /// <summary>Labels and values, one or more pairs a row; a value that is missing is a line to write on.</summary>
    public static Table Pairs(ImmutableArray<FormField> fields, int pairs)
    {
        var widths = Widths([.. Enumerable.Range(0, pairs).SelectMany(_ => pairs == 1 ? new[] { 3, 8 } : [2, 4])], Look.TextWidth);
        var grid = New(widths, Underlined());
        var rows = fields.Chunk(pairs).ToList();
        foreach (var row in rows)
        {
            var keep = rows.Count <= ShortTable && row != rows[^1];
            var cells = row.SelectMany((field, i) => new[]
            {
                Cell(field.Label, widths[2 * i], "CellLabel", shaded: true, keepNext: keep), Cell(field.Value, widths[(2 * i) + 1], "Cell", keepNext: keep),
            }).ToList();
            for (var i = cells.Count; i < widths.Length; i++)
            {
                cells.Add(Cell("", widths[i], "Cell", keepNext: keep));
            }

            grid.Append(Row(cells, row.Any(field => field.Value.Length == 0) ? RoomToWrite : 0));
        }

        return grid;
    }

    /// <summary>Empty lines.</summary>
    /// <param name="count">How many.</param>
    /// <param name="keepNext">They stay on the page of what follows.</param>
    public static Table Lines(int count, bool keepNext = false)
    {
        var grid = New([Look.TextWidth], Underlined());
        for (var line = 0; line < count; line++)
        {
            grid.Append(Row([Cell("", Look.TextWidth, "Cell", keepNext: keepNext || line < count - 1)], RoomToWrite));
        }

        return grid;
    }

    /// <summary>All signatures side by side, on one page.</summary>
    public static Table Signatures(ImmutableArray<SignatureBlock> blocks)
    {
        var widths = Widths([.. blocks.SelectMany(_ => new[] { 2, 5 })], blocks.Length == 1 ? Look.TextWidth * 3 / 5 : Look.TextWidth);
        var grid = New(widths, AllAround());
        var rows = blocks.Max(block => block.Fields.Length);
        grid.Append(Row([.. blocks.Select((block, i) => Cell(block.Party, widths[2 * i] + widths[(2 * i) + 1], "CellHead", shaded: true, keepNext: true, span: 2))]));
        for (var row = 0; row < rows; row++)
        {
            var cells = blocks.Select(block => row < block.Fields.Length ? block.Fields[row] : new FormField("", "")).SelectMany((field, i) => new[]
            {
                Cell(field.Label, widths[2 * i], "CellLabel", keepNext: row < rows - 1), Cell(field.Value, widths[(2 * i) + 1], "Cell", keepNext: row < rows - 1),
            });
            grid.Append(Row(cells, RoomToSign));
        }

        return grid;
    }

    private static Table New(int[] widths, TableBorders borders) => new(
        new TableProperties(
            new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
            borders,
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa })),
        new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));

    private static TableRow Row(IEnumerable<TableCell> cells, int atLeast = 0, bool head = false)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (atLeast > 0)
        {
            properties.Append(new TableRowHeight { Val = (uint)atLeast, HeightType = HeightRuleValues.AtLeast });
        }

        if (head)
        {
            properties.Append(new TableHeader());
        }

        return new TableRow([properties, .. cells]);
    }

    private static TableCell Cell(string text, int width, string style, bool shaded = false, bool keepNext = false, int span = 1)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (span > 1)
        {
            properties.Append(new GridSpan { Val = span });
        }

        if (shaded)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = Look.Shade });
        }

        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(properties, Words.Paragraph(text, style, keepNext));
    }

    private static int[] Widths(int[] shares, int whole)
    {
        var all = shares.Sum();
        var widths = shares.Select(share => whole * share / all).ToArray();
        widths[^1] += whole - widths.Sum();
        return widths;
    }

    private static TableBorders AllAround() => new(
        Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>());

    private static TableBorders Underlined() => new(Border<TopBorder>(), Border<BottomBorder>(), Border<InsideHorizontalBorder>());

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = Look.Line };
}
