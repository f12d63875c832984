using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace SiteBot.EvidenceFiles;

/// <summary>The two things that are wanted of a photo's EXIF block: which side is up, and when it was taken. Reads two directories and follows no chain.</summary>
internal readonly record struct ExifData(int Orientation, CaptureTime? CapturedAt)
{
    public static readonly ExifData None = new(1, null);

    private const ushort OrientationTag = 0x0112;
    private const ushort ExifDirectory = 0x8769;
    private const ushort TakenAt = 0x9003;
    private const ushort DigitisedAt = 0x9004;
    private const ushort OffsetTaken = 0x9011;
    private const ushort OffsetDigitised = 0x9012;
    private const int Entry = 12;

    /// <summary>Reads a JPEG's APP1 segment; false where it is another kind of it.</summary>
    public static bool TryRead(ReadOnlySpan<byte> segment, out ExifData data)
    {
        data = None;
        if (!segment.StartsWith("Exif\0\0"u8))
        {
            return false;
        }

        data = Read(segment[6..]);
        return true;
    }

    /// <summary>Reads the TIFF structure; what is broken in it counts as not there.</summary>
    public static ExifData Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II"u8) || tiff.StartsWith("MM"u8)))
        {
            return None;
        }

        var block = new Block(tiff, tiff[0] == 'I');
        if (block.Short(2) != 42 || block.Long(4) is not { } first)
        {
            return None;
        }

        var orientation = block.Find(first, OrientationTag) is { } entry && block.Short(entry + 8) is { } up and >= 1 and <= 8 ? up : 1;
        if (block.Find(first, ExifDirectory) is not { } pointer || block.Long(pointer + 8) is not { } exif)
        {
            return new ExifData(orientation, null);
        }

        return new ExifData(orientation, block.Time(exif, TakenAt, OffsetTaken) ?? block.Time(exif, DigitisedAt, OffsetDigitised));
    }

    private readonly ref struct Block(ReadOnlySpan<byte> bytes, bool littleEndian)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;

        public int? Short(long at) => at < 0 || at + 2 > _bytes.Length ? null
            : littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(_bytes[(int)at..]) : BinaryPrimitives.ReadUInt16BigEndian(_bytes[(int)at..]);

        public long? Long(long at) => at < 0 || at + 4 > _bytes.Length ? null
            : littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(_bytes[(int)at..]) : BinaryPrimitives.ReadUInt32BigEndian(_bytes[(int)at..]);

        /// <summary>Where the entry of a tag stands in a directory, or null.</summary>
        public long? Find(long directory, ushort tag)
        {
            if (Short(directory) is not { } count)
            {
                return null;
            }

            for (var i = 0; i < count; i++)
            {
                var at = directory + 2 + ((long)i * Entry);
                if (Short(at) is not { } found || at + Entry > _bytes.Length)
                {
                    return null;
                }

                if (found == tag)
                {
                    return at;
                }
            }

            return null;
        }

        public CaptureTime? Time(long directory, ushort tag, ushort offsetTag) =>
            Letters(directory, tag) is { } text && Pattern.Parse(text) is { Success: true } time ? new CaptureTime(time.Value, Offset(directory, offsetTag)) : null;

        private Offset? Offset(long directory, ushort tag) =>
            Letters(directory, tag) is { } text && OffsetPattern.CreateWithInvariantCulture("+HH:mm").Parse(text) is { Success: true } offset ? offset.Value : null;

        // Text of at most 32 letters, ended by a zero.
        private string? Letters(long directory, ushort tag)
        {
            if (Find(directory, tag) is not { } entry || Short(entry + 2) != 2 || Long(entry + 4) is not { } length || length is < 1 or > 32)
            {
                return null;
            }

            var at = length <= 4 ? entry + 8 : Long(entry + 8);
            return at is { } begins && begins >= 0 && begins + length <= _bytes.Length ? Encoding.Latin1.GetString(_bytes.Slice((int)begins, (int)length)).TrimEnd('\0', ' ') : null;
        }
    }

    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.Create("uuuu':'MM':'dd HH':'mm':'ss", CultureInfo.InvariantCulture);
}
