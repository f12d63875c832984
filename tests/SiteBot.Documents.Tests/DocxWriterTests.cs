using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SiteBot.Forms;

namespace SiteBot.Documents.Tests;

public sealed class DocxWriterTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static TheoryData<string> Names { get; } = [.. SampleForms.All.Select(form => form.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_form_is_valid_by_the_schema(string name)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Written(name)), isEditable: false);
        var faults = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => $"{fault.Path?.XPath}: {fault.Description}");
        Assert.Empty(faults);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_row_is_split_and_every_head_is_repeated(string name)
    {
        var body = Body(Written(name));
        Assert.All(body.Descendants(W + "tr"), row => Assert.NotNull(row.Element(W + "trPr")?.Element(W + "cantSplit")));
        var tables = SampleForms.All.Single(form => form.Name == name).Content.Sections.SelectMany(section => section.Parts).OfType<FormPart.Table>().Count();
        Assert.Equal(tables, body.Descendants(W + "tblHeader").Count());
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes()
    {
        var first = Written("upgrade_summary.zh");
        Assert.Equal(first, Written("upgrade_summary.zh"));
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        Assert.Equal("[Content_Types].xml", zip.Entries[0].FullName);
    }

    [Fact]
    public void Another_content_gives_other_bytes() => Assert.NotEqual(Written("upgrade_summary.zh"), Written("upgrade_summary.en"));

    [Fact]
    public void Rows_of_signatures_stay_together()
    {
        var last = Body(Written("unpacking_report.zh")).Descendants(W + "tbl").Last();
        var rows = last.Elements(W + "tr").ToList();
        Assert.Equal(4, rows.Count);
        Assert.All(rows.SkipLast(1), row => Assert.All(row.Descendants(W + "p"), line => Assert.NotNull(line.Element(W + "pPr")!.Element(W + "keepNext"))));
    }

    [Theory]
    [InlineData("a\0b\u0001c", "abc")]
    [InlineData("a\r\nb\rc\u2028d\te", "a\nb\nc\nd e")]
    [InlineData("pay\u202eexe.doc", "payexe.doc")]
    [InlineData("<b>&amp;</b>", "<b>&amp;</b>")]
    public void What_people_wrote_is_cleaned_of_what_XML_forbids(string told, string written) => Assert.Equal(written, CleanText.Of(told));

    // Not as data of a theory: those travel as UTF-8, which has no half characters.
    [Fact]
    public void Half_characters_and_non_characters_are_left_out_and_whole_ones_stay()
    {
        Assert.Equal("x", CleanText.Of("\ud800x\udc00"));
        Assert.Equal("👷 ok", CleanText.Of("👷 ok\ufffe\uffff"));
    }

    [Fact]
    public void Markup_in_peoples_words_stays_words()
    {
        var content = SampleForms.Of("meeting_minutes", Language.En);
        var hostile = content with { Visit = "</w:t><evil/>&\0", Title = "a]]><b>", Sections = [new("</w:p>", [new FormPart.Paragraph("\ud800<x attr=\"1\">\n&lt;")])] };
        var body = Body(new DocxWriter().Write(hostile));
        Assert.Contains(body.Descendants(W + "t"), text => text.Value == "<x attr=\"1\">");
        Assert.Contains(body.Descendants(W + "t"), text => text.Value == "&lt;");
        Assert.Empty(body.Descendants("evil"));
    }

    [Fact]
    public void The_document_names_its_language_and_fonts_for_both_scripts()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Written("service_report.zh")), isEditable: false);
        var styles = XDocument.Parse(document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.OuterXml);
        var run = styles.Descendants(W + "rPrDefault").Single();
        Assert.Equal("zh-CN", (string?)run.Descendants(W + "lang").Single().Attribute(W + "eastAsia"));
        Assert.Equal("SimSun", (string?)run.Descendants(W + "rFonts").Single().Attribute(W + "eastAsia"));
        Assert.Equal("Arial", (string?)run.Descendants(W + "rFonts").Single().Attribute(W + "ascii"));
        Assert.Contains("Noto Serif CJK SC", document.MainDocumentPart.FontTablePart!.Fonts!.OuterXml, StringComparison.Ordinal);
    }

    private static byte[] Written(string name) => new DocxWriter().Write(SampleForms.All.Single(form => form.Name == name).Content);

    private static XElement Body(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var part = zip.GetEntry("word/document.xml")!.Open();
        return XDocument.Load(part).Root!;
    }
}
