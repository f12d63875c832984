using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using SiteBot.Forms;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace SiteBot.Documents;

/// <summary>What stands on each page around the form: title and visit above, source and page number below.</summary>
internal static class PageFrame
{
    public static Header Header(FormContent content)
    {
        var line = Line("Header", new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 4, Color = Look.Line });
        line.Append(Words.Runs(content.Title));
        line.Append(new Run(new TabChar()));
        line.Append(Words.Runs(content.Visit));
        return new Header(line);
    }

    public static Footer Footer(FormContent content)
    {
        var (before, between, after) = content.Language == Language.Zh ? ("第 ", " 页，共 ", " 页") : ("Page ", " of ", "");
        var line = Line("Footer", new TopBorder { Val = BorderValues.Single, Size = 4, Space = 4, Color = Look.Line });
        line.Append(Words.Runs(content.Source));
        line.Append(new Run(new TabChar()));
        line.Append(Words.Runs(before));
        line.Append(Number("PAGE"));
        line.Append(Words.Runs(between));
        line.Append(Number("NUMPAGES"));
        line.Append(Words.Runs(after));
        return new Footer(line);
    }

    public static SectionProperties Section(string header, string footer) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1361, Bottom = 1247, Left = Look.Margin, Right = Look.Margin, Header = 624, Footer = 567, Gutter = 0 });

    // The right-hand side stands at a tab on the right margin.
    private static Paragraph Line(string style, BorderType border) => new(new ParagraphProperties(
        new ParagraphStyleId { Val = style },
        new ParagraphBorders(border),
        new Tabs(new TabStop { Val = TabStopValues.Right, Position = Look.TextWidth })));

    private static SimpleField Number(string instruction) => new(new Run(new WordText("1"))) { Instruction = $" {instruction} " };
}
