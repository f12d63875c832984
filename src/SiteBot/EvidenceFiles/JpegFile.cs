using System.Buffers.Binary;

namespace SiteBot.EvidenceFiles;

/// <summary>A JPEG's segments: what its picture needs, and what else travels in it.</summary>
/// <param name="Kept">Where the segments and scans lie that the picture is made of, in order; the first begins after the two bytes that open the file.</param>
/// <param name="Orientation">1 to 8, as cameras count; 1 where it does not say.</param>
/// <param name="CapturedAt">When it was taken, or null.</param>
internal sealed record JpegFile(IReadOnlyList<Range> Kept, int Orientation, CaptureTime? CapturedAt)
{
    private const byte Mark = 0xFF;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;

    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes.Length > 3 && bytes[0] == Mark && bytes[1] == 0xD8 && bytes[2] == Mark;

    /// <summary>Reads from marker to marker up to the picture's end, each byte once; null where the file breaks off or is none.</summary>
    public static JpegFile? Read(ReadOnlySpan<byte> bytes)
    {
        var kept = new List<Range>();
        var exif = ExifData.None;
        var hasFrame = false;
        var hasScan = false;
        var at = 2;
        while (NextMarker(bytes, ref at) is { } marker)
        {
            if (marker == End)
            {
                return hasFrame && hasScan ? new JpegFile(kept, exif.Orientation, exif.CapturedAt) : null;
            }

            if (at + 2 > bytes.Length || BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]) is var length && (length < 2 || at + length > bytes.Length))
            {
                return null;
            }

            var content = bytes[(at + 2)..(at + length)];
            var begins = at - 2;
            at += length;
            hasFrame |= IsFrame(marker);
            if (marker == Scan)
            {
                hasScan = true;
                at = EndOfScan(bytes, at);
            }

            if (marker == 0xE1 && ExifData.TryRead(content, out var read) && exif == ExifData.None)
            {
                exif = read;
            }

            if (MakesThePicture(marker, content))
            {
                kept.Add(begins..at);
            }
        }

        return null;
    }

    // The byte after the mark, the position after it; null where no marker stands here. A marker that begins a picture anew, or has no length, has no place here.
    private static byte? NextMarker(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (at >= bytes.Length || bytes[at] != Mark)
        {
            return null;
        }

        while (at < bytes.Length && bytes[at] == Mark)
        {
            at++;
        }

        if (at >= bytes.Length || bytes[at] is 0x00 or 0x01 or (>= 0xD0 and <= 0xD8))
        {
            return null;
        }

        return bytes[at++];
    }

    // In a scan a mark is followed by zero, or by one of the eight restart markers; any other marker ends it.
    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length)
        {
            var found = bytes[at..].IndexOf(Mark);
            if (found < 0 || at + found + 1 >= bytes.Length)
            {
                return bytes.Length;
            }

            at += found;
            if (bytes[at + 1] is 0x00 or (>= 0xD0 and <= 0xD7))
            {
                at += 2;
            }
            else if (bytes[at + 1] == Mark)
            {
                at++;
            }
            else
            {
                return at;
            }
        }

        return bytes.Length;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // Of the application's segments the pixels' meaning needs three: JFIF, the colour profile, Adobe's transform. Comments and all else may tell where it was taken.
    private static bool MakesThePicture(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        0xE0 => content.StartsWith("JFIF\0"u8),
        0xE2 => content.StartsWith("ICC_PROFILE\0"u8),
        0xEE => content.StartsWith("Adobe"u8),
        >= 0xE0 and <= 0xEF or 0xFE => false,
        _ => true,
    };
}
