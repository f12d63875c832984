using System.Buffers.Binary;
using System.Text;

namespace SiteBot.Tests.EvidenceFiles;

/// <summary>Small files of each kind, made by hand.</summary>
internal static class Pictures
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

    /// <summary>A photo with orientation 6, a place, a camera's date, a comment, a preview after its end.</summary>
    public static byte[] Jpeg(string? taken = "2026:03:10 23:40:00", string? offset = "+08:00", int orientation = 6) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0"),
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(taken, offset, orientation)]),
        .. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<GPSLatitude>39.9</GPSLatitude>"),
        .. Segment(0xED, "Photoshop 3.0\0Chaoyang"),
        .. Segment(0xE2, "ICC_PROFILE\0\u0001\u0001profile"),
        .. Segment(0xFE, "taken at Chaoyang"),
        .. Segment(0xDB, new string('q', 65)),
        .. Segment(0xC0, "\u0008\0\u0001\0\u0001\u0001\u0001\u0011\0"),
        .. Segment(0xC4, new string('h', 20)),
        .. Segment(0xDA, "\u0001\u0001\0\0\u003f\0"),
        0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
        .. Segment(0xC4, new string('h', 20)),
        .. Segment(0xDA, "\u0001\u0001\0\0\u003f\0"),
        0x78, 0xFF, 0xFF,
        0xD9,
        .. "preview GPS"u8,
    ];

    public static byte[] Png(string? taken = null) =>
    [
        0x89, .. "PNG\r\n"u8, 0x1A, 0x0A,
        .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]),
        .. Chunk("tEXt", [.. "GPS\0Chaoyang"u8]),
        .. taken is null ? [] : Chunk("eXIf", Tiff(taken, null, 1)),
        .. Chunk("IDAT", [0x78, 0x9C, 0x63, 0, 0, 0, 2, 0, 1]),
        .. Chunk("iTXt", [.. "XML:com.adobe.xmp\0GPS"u8]),
        .. Chunk("IEND", []),
        .. "after the end"u8,
    ];

    public static byte[] Heic(string brand) => [0, 0, 0, 24, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0, .. "mif1heic"u8];

    // Little-endian, as most cameras write.
    public static byte[] Tiff(string? taken, string? offset, int orientation)
    {
        var tiff = new byte[200];
        "II*\0"u8.CopyTo(tiff);
        Int(4, 8);
        Short(8, 2);
        Entry(10, 0x0112, 3, 1, orientation);
        Entry(22, 0x8769, 4, 1, 50);
        Short(50, (taken is null ? 0 : 1) + (offset is null ? 0 : 1));
        var at = 52;
        if (taken is not null)
        {
            Entry(at, 0x9003, 2, taken.Length + 1, 100);
            Encoding.ASCII.GetBytes(taken).CopyTo(tiff, 100);
            at += 12;
        }

        if (offset is not null)
        {
            Entry(at, 0x9011, 2, offset.Length + 1, 140);
            Encoding.ASCII.GetBytes(offset).CopyTo(tiff, 140);
        }

        "39.9 N 116.4 E"u8.CopyTo(tiff.AsSpan(160));
        return tiff;

        void Short(int place, int value) => BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(place), (ushort)value);
        void Int(int place, int value) => BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(place), value);
        void Entry(int place, int tag, int type, int count, int value)
        {
            Short(place, tag);
            Short(place + 2, type);
            Int(place + 4, count);
            Int(place + 8, value);
        }
    }

    private static byte[] Segment(byte marker, string content) => Segment(marker, Encoding.Latin1.GetBytes(content));

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string type, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. content, 0, 0, 0, 0];
    }
}
