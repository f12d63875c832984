using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using SiteBot.Forms;

namespace SiteBot.Documents;

/// <summary>A form's content as paragraphs and tables, in order.</summary>
internal static class FormBody
{
    public static IEnumerable<OpenXmlElement> Of(FormContent content)
    {
        yield return Words.Paragraph(content.Title, "Title");
        yield return Grids.Pairs(content.Header, pairs: 2);
        foreach (var section in content.Sections)
        {
            if (section.Title.Length > 0)
            {
                yield return Words.Paragraph(section.Title, "Heading1");
            }
            else
            {
                yield return Gap();
            }

            var isFirst = true;
            foreach (var part in section.Parts)
            {
                if (!isFirst)
                {
                    yield return Gap();
                }

                // What is remarked on stands on the page on which it is signed.
                var isLast = section == content.Sections[^1] && part == section.Parts[^1];
                yield return part is FormPart.Lines lines && isLast && !content.Signatures.IsEmpty ? Grids.Lines(lines.Count, keepNext: true) : Part(part);
                isFirst = false;
            }
        }

        if (!content.Signatures.IsEmpty)
        {
            yield return Gap(keepNext: true);
            yield return Grids.Signatures(content.Signatures);
        }

        // A page's last table needs a paragraph after it; this one is as small as can be, so that it begins no page.
        yield return Gap(height: 20);
    }

    private static OpenXmlElement Part(FormPart part) => part switch
    {
        FormPart.Paragraph paragraph => Words.Paragraph(paragraph.Text),
        FormPart.Lines lines => Grids.Lines(lines.Count),
        FormPart.Fields fields => Grids.Pairs(fields.Items, pairs: 1),
        FormPart.Table table => Grids.Table(table),
        _ => throw new NotSupportedException($"There is no way to write {part.GetType().Name}."),
    };

    private static Paragraph Gap(bool keepNext = false, int height = 160)
    {
        var properties = new ParagraphProperties();
        if (keepNext)
        {
            properties.Append(new KeepNext());
        }

        properties.Append(new SpacingBetweenLines { Before = "0", After = "0", Line = $"{height}", LineRule = LineSpacingRuleValues.Exact });
        return new Paragraph(properties);
    }
}
