using SiteBot.Ledger;

namespace SiteBot.EvidenceFiles;

/// <summary>What is shown or handed on of a kept file: the picture without place, camera, comments and previews. The bytes received stay as they are in the store.</summary>
public static class ShownFile
{
    /// <summary>The bytes to show: a JPEG keeps which side is up, and nothing else of its metadata; a PNG its pixels; anything else is handed on as it came.
    /// Null where a picture cannot be read: then it must not be shown.</summary>
    public static ReadOnlyMemory<byte>? Of(EvidenceFile file)
    {
        var bytes = file.Content.Span;
        if (!file.MediaType.StartsWith("image/", StringComparison.OrdinalIgnoreCase))
        {
            return file.Content;
        }

        return JpegFile.Begins(bytes) && JpegFile.Read(bytes) is { } jpeg ? Jpeg(bytes, jpeg)
            : PngFile.Begins(bytes) && PngFile.Read(bytes) is { } png ? Png(bytes, png)
            : default(ReadOnlyMemory<byte>?);
    }

    private static ReadOnlyMemory<byte> Jpeg(ReadOnlySpan<byte> bytes, JpegFile jpeg)
    {
        using var shown = new MemoryStream(bytes.Length);
        shown.Write([0xFF, 0xD8]);

        // JFIF, where it stands, comes first of all.
        var kept = jpeg.Kept;
        var next = 0;
        if (kept.Count > 0 && bytes[kept[0]][1] == 0xE0)
        {
            shown.Write(bytes[kept[next++]]);
        }

        if (jpeg.Orientation > 1)
        {
            shown.Write(OrientationAlone((byte)jpeg.Orientation));
        }

        for (; next < kept.Count; next++)
        {
            shown.Write(bytes[kept[next]]);
        }

        shown.Write([0xFF, 0xD9]);
        return shown.ToArray();
    }

    private static ReadOnlyMemory<byte> Png(ReadOnlySpan<byte> bytes, PngFile png)
    {
        using var shown = new MemoryStream(bytes.Length);
        shown.Write(bytes[..PngFile.SignatureLength]);
        foreach (var chunk in png.Kept)
        {
            shown.Write(bytes[chunk]);
        }

        return shown.ToArray();
    }

    // An EXIF segment of one directory with one entry.
    private static byte[] OrientationAlone(byte orientation) =>
    [
        0xFF, 0xE1, 0x00, 0x22,
        (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0,
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
        0, 1,
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
        0, 0, 0, 0,
    ];
}
