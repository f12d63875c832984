using System.Buffers.Binary;

namespace SiteBot.EvidenceFiles;

/// <summary>A PNG's chunks: what its picture needs, and what else travels in it.</summary>
/// <param name="Kept">Where the chunks lie that the picture is made of, in order; the file's first eight bytes go before them.</param>
/// <param name="CapturedAt">When it was taken, or null.</param>
internal sealed record PngFile(IReadOnlyList<Range> Kept, CaptureTime? CapturedAt)
{
    public const int SignatureLength = 8;

    // Length, type, check sum.
    private const int Frame = 12;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature);

    /// <summary>Reads from chunk to chunk; null where the file breaks off or is none.</summary>
    public static PngFile? Read(ReadOnlySpan<byte> bytes)
    {
        var kept = new List<Range>();
        CaptureTime? captured = null;
        var hasPixels = false;
        var at = SignatureLength;
        while (bytes.Length - at >= Frame)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > (uint)(bytes.Length - at - Frame))
            {
                return null;
            }

            var type = bytes.Slice(at + 4, 4);
            var end = at + Frame + (int)length;
            if (kept.Count == 0 && !(type.SequenceEqual("IHDR"u8) && length == 13))
            {
                return null;
            }

            hasPixels |= type.SequenceEqual("IDAT"u8);
            if (type.SequenceEqual("eXIf"u8))
            {
                captured ??= ExifData.Read(bytes.Slice(at + 8, (int)length)).CapturedAt;
            }

            if (MakesThePicture(type))
            {
                kept.Add(at..end);
            }

            if (type.SequenceEqual("IEND"u8))
            {
                return hasPixels ? new PngFile(kept, captured) : null;
            }

            at = end;
        }

        return null;
    }

    private static bool MakesThePicture(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("IHDR"u8) || type.SequenceEqual("PLTE"u8) || type.SequenceEqual("IDAT"u8) || type.SequenceEqual("IEND"u8) || type.SequenceEqual("tRNS"u8)
        || type.SequenceEqual("gAMA"u8) || type.SequenceEqual("cHRM"u8) || type.SequenceEqual("sRGB"u8) || type.SequenceEqual("sBIT"u8) || type.SequenceEqual("pHYs"u8);
}
