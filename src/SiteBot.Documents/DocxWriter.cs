using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SiteBot.Forms;

namespace SiteBot.Documents;

/// <summary>Writes forms as DOCX: A4, a head and page numbers on each page, tables whose rows stay whole, signatures together on one page. The same content gives the same bytes.</summary>
public sealed class DocxWriter : IFormWriter
{
    /// <inheritdoc />
    public string MediaType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <inheritdoc />
    public string Extension => ".docx";

    /// <inheritdoc />
    public byte[] Write(FormContent content)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document, autoSave: false))
        {
            // Relations have names of their own: those that the SDK makes are random.
            var main = document.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "rId1");
            Look.Styles(content.Language).Save(main.AddNewPart<StyleDefinitionsPart>("rId1"));
            Look.Fonts().Save(main.AddNewPart<FontTablePart>("rId2"));
            Settings().Save(main.AddNewPart<DocumentSettingsPart>("rId3"));
            PageFrame.Header(content).Save(main.AddNewPart<HeaderPart>("rId4"));
            PageFrame.Footer(content).Save(main.AddNewPart<FooterPart>("rId5"));
            main.Document = new Document(new Body([.. FormBody.Of(content), PageFrame.Section("rId4", "rId5")]));
            main.Document.Save();
            Properties(content, document.AddNewPart<CoreFilePropertiesPart>("rId2"));
        }

        return SteadyZip.Of(bytes);
    }

    private static Settings Settings() => new(
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));

    private static void Properties(FormContent content, CoreFilePropertiesPart part)
    {
        using var writer = new StreamWriter(part.GetStream(FileMode.Create), new UTF8Encoding(false));
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{Xml(content.Title)}</dc:title><dc:subject>{Xml(content.Visit)}</dc:subject><dc:creator>SiteBot</dc:creator><dc:language>{Look.LanguageTag(content.Language)}</dc:language></cp:coreProperties>
            """));
    }

    private static string Xml(string text) => new System.Xml.Linq.XText(CleanText.Of(text)).ToString();
}
