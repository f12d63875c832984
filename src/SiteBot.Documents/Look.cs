using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SiteBot.Documents;

/// <summary>Fonts, sizes and colours, all in one place. Lengths are in twentieths of a point, sizes in half points.</summary>
internal static class Look
{
    /// <summary>The width between the margins of an A4 page.</summary>
    public const int TextWidth = 11906 - (2 * Margin);

    public const int Margin = 1134;
    public const string Line = "A6A6A6";
    public const string Shade = "EEF2F6";
    public const string Ink = "1F3A5F";
    public const string Quiet = "595959";

    public static string LanguageTag(Language language) => language == Language.Zh ? "zh-CN" : "en-GB";

    public static Styles Styles(Language language)
    {
        var defaults = new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Arial", HighAnsi = "Arial", EastAsia = "SimSun", ComplexScript = "Arial" },
                new FontSize { Val = "20" },
                new FontSizeComplexScript { Val = "20" },
                new Languages { Val = language == Language.Zh ? "en-US" : "en-GB", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "0", Line = "264", LineRule = LineSpacingRuleValues.Auto })));
        return new Styles(
            defaults,
            Paragraph("Normal", "Normal", isDefault: true),
            Paragraph("Title", "Title", "36", Ink, before: 120, after: 160, centred: true, heading: true),
            Paragraph("Heading1", "heading 1", "23", Ink, before: 260, after: 80, outline: 0, heading: true),
            Paragraph("Cell", "Table Text", "18", before: 30, after: 30),
            Paragraph("CellLabel", "Table Label", "18", Ink, before: 30, after: 30, bold: true),
            Paragraph("CellHead", "Table Head", "18", Ink, before: 40, after: 40, heading: true),
            Paragraph("Header", "header", "17", Quiet),
            Paragraph("Footer", "footer", "16", Quiet));
    }

    /// <summary>Where a font is not to be had, the one that stands in for it is named.</summary>
    public static Fonts Fonts() => new(
        new Font(new AltName { Val = "Noto Serif CJK SC" }, new FontCharSet { Val = "86" }, new FontFamily { Val = FontFamilyValues.Auto }) { Name = "SimSun" },
        new Font(new AltName { Val = "Noto Sans CJK SC" }, new FontCharSet { Val = "86" }, new FontFamily { Val = FontFamilyValues.Auto }) { Name = "SimHei" },
        new Font(new AltName { Val = "Liberation Sans" }, new FontFamily { Val = FontFamilyValues.Swiss }) { Name = "Arial" });

    private static Style Paragraph(
        string id, string name, string? size = null, string? colour = null, int before = 0, int after = 0, bool centred = false, bool heading = false, bool bold = false, int? outline = null, bool isDefault = false)
    {
        var paragraph = new StyleParagraphProperties();
        if (heading)
        {
            paragraph.Append(new KeepNext(), new KeepLines());
        }

        if (before + after > 0)
        {
            paragraph.Append(new SpacingBetweenLines { Before = $"{before}", After = $"{after}" });
        }

        if (centred)
        {
            paragraph.Append(new Justification { Val = JustificationValues.Center });
        }

        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        var run = new StyleRunProperties();
        if (heading || bold)
        {
            run.Append(new RunFonts { EastAsia = "SimHei" }, new Bold());
        }

        if (colour is not null)
        {
            run.Append(new Color { Val = colour });
        }

        if (size is not null)
        {
            run.Append(new FontSize { Val = size }, new FontSizeComplexScript { Val = size });
        }

        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? OnOffValue.FromBoolean(true) : null };
        style.Append(new StyleName { Val = name });
        if (!isDefault)
        {
            style.Append(new BasedOn { Val = "Normal" });
        }

        style.Append(new PrimaryStyle(), paragraph, run);
        return style;
    }
}
