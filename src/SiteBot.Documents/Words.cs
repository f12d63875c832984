using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace SiteBot.Documents;

/// <summary>Paragraphs and runs of clean text.</summary>
internal static class Words
{
    /// <summary>A paragraph in a style; line breaks of the text stay line breaks.</summary>
    /// <param name="text">As people wrote it.</param>
    /// <param name="style">The style's id; null for the normal one.</param>
    /// <param name="keepNext">Stays on the page of what follows.</param>
    public static Paragraph Paragraph(string text, string? style = null, bool keepNext = false)
    {
        var properties = new ParagraphProperties();
        if (style is not null)
        {
            properties.Append(new ParagraphStyleId { Val = style });
        }

        if (keepNext)
        {
            properties.Append(new KeepNext());
        }

        return new Paragraph([properties, .. Runs(text)]);
    }

    /// <summary>The runs of a text.</summary>
    public static IEnumerable<OpenXmlElement> Runs(string text)
    {
        var run = new Run();
        var isFirst = true;
        foreach (var line in CleanText.Of(text).Split('\n'))
        {
            if (!isFirst)
            {
                run.Append(new Break());
            }

            run.Append(new WordText(line) { Space = SpaceProcessingModeValues.Preserve });
            isFirst = false;
        }

        yield return run;
    }
}
